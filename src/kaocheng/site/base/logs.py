"""What is written to the log of the server (运行日志): a refusal in one line, a fault with its stack."""

from __future__ import annotations

import logging

_FAULT = 500


class Brief(logging.Filter):
    """Takes the stack from answers that are no fault of the program (4xx): refusing is its work."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Always true; the record keeps its line."""
        if getattr(record, "status_code", _FAULT) < _FAULT:
            record.exc_info = None
        return True
