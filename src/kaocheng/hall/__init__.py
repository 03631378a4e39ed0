"""Hall (政务服务大厅): zones, windows, posts, residency and tickets."""
