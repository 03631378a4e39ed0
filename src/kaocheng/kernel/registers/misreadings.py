"""A cell that cannot be taken (读不出的单元格): a value like any other, never raised."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Misread:
    """Why a cell cannot be taken, and how to mend it; both without a full stop."""

    message: str
    remedy: str
