"""Pages of the catalogue (事项目录页面)."""
