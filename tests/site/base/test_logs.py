"""The log of the server: a refusal is one line, a fault keeps its stack."""

from __future__ import annotations

import io
import logging

import pytest
from django.conf import settings

from kaocheng.site.base.logs import Brief


@pytest.mark.parametrize(("status", "stack"), [(403, False), (404, False), (500, True)])
def test_who_is_refused_leaves_one_line(status: int, stack: bool) -> None:
    """What went wrong inside is told whole."""
    written, logger = io.StringIO(), logging.getLogger("tests.logs")
    handler = logging.StreamHandler(written)
    handler.addFilter(Brief())
    logger.addHandler(handler)
    logger.error("甲", exc_info=ValueError("乙"), extra={"status_code": status})
    logger.removeHandler(handler)
    assert written.getvalue().startswith("甲\n")
    assert stack is ("ValueError" in written.getvalue())


def test_the_site_writes_its_log_so() -> None:
    """Its only handler has the filter."""
    (handler,) = settings.LOGGING["handlers"].values()
    assert "brief" in handler["filters"]
