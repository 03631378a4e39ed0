"""Proof (证明): every printed figure with its formula, sources and entries, and how to check it again."""
