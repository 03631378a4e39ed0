"""Pages of the hall (大厅页面)."""
