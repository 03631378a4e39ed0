"""Supervision (监督)."""
