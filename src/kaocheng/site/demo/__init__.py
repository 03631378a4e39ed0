"""A demonstration hall (示范大厅): made-up people, items and a few days of work, for trying things out."""

from kaocheng.site.demo.making import prepare

__all__ = ["prepare"]
