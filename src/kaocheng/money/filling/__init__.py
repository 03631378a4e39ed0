"""Filling the account tables (填表): one file for each shape of table, and how cells are printed."""
