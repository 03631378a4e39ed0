"""Forms of the catalogue (事项目录表单)."""
