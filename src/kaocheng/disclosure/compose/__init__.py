"""Composing (编制): from a year's records to the whole disclosure paper, every number a figure."""

from __future__ import annotations

from kaocheng.disclosure.compose.composing import Draft, compose, drafted
from kaocheng.disclosure.compose.declaring import DECLARATIONS
from kaocheng.disclosure.compose.missing import Missing, Refused

__all__ = ["DECLARATIONS", "Draft", "Missing", "Refused", "compose", "drafted"]
