"""Figures of law (法定数据): looked up by name and day, each with its basis."""

from kaocheng.law.figures.loading import (
    Dated,
    Lookup,
    NoSuchFigure,
    figure_names,
    legal,
    standing_values,
    with_own,
)

__all__ = [
    "Dated", "Lookup", "NoSuchFigure", "figure_names", "legal", "standing_values", "with_own",
]  # fmt: skip
