"""Pages of the law (法定数据页面)."""
