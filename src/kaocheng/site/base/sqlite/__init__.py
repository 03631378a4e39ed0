"""SQLite as Django knows it, but whoever wants to write waits better (SQLite 数据库)."""
