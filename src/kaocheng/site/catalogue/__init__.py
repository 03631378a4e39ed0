"""Catalogue (事项目录)."""
