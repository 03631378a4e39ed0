"""Composing (编制): from a year's records to the whole disclosure paper, every number a figure."""

from __future__ import annotations

from kaocheng.disclosure.compose.composing import Missing, Refused, compose

__all__ = ["Missing", "Refused", "compose"]
