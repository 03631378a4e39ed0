"""Workbooks (电子表格): .xlsx read from its own parts."""

from kaocheng.reading.xlsx.reading import read_xlsx

__all__ = ["read_xlsx"]
