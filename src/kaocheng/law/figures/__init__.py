"""Figures of law (法定数据): looked up by name and day, each with its basis."""

from kaocheng.law.figures.loading import Dated, NoSuchFigure, figure_names, legal, standing_values

__all__ = ["Dated", "NoSuchFigure", "figure_names", "legal", "standing_values"]
