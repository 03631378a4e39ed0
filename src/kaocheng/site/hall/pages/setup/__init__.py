"""Setting up the hall (大厅设置页面)."""
