"""Kaocheng 考成: records, measures, judgements and documents of a government-service bureau."""

__version__ = "0.1.0"
