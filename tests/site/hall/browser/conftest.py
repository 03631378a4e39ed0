"""The browser of `tests.site.browsing`, and the time of these tests."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest


@pytest.fixture
def now() -> datetime:
    """The time in the browser is the real one; the hall of these tests has no hours."""
    return datetime.now(UTC)
