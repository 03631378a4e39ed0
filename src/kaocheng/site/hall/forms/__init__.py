"""Forms of the hall (大厅表单)."""
