"""What the audit's tests share: appending in few words, and a store that may be emptied after threads."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection

from kaocheng.site.audit.models import StoredEvent
from kaocheng.site.audit.services import append
from kaocheng.site.audit.triggers import allow_changes, forbid_changes

BEGIN = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
Grow = Callable[..., list[StoredEvent]]


@pytest.fixture
def grow(county: str) -> Grow:
    """Append so many events to a stream: `grow("case/甲", 3)`."""

    def make(stream: str, number: int, *, county: str = county) -> list[StoredEvent]:
        return [
            append(
                county=county,
                stream=stream,
                kind=f"第{step}步",
                facts={"步": step, "材料": ["身份证"]},
                actor="clerk",
                role="window_clerk",
                at=BEGIN + timedelta(minutes=step),
            )
            for step in range(number)
        ]

    return make


@pytest.fixture
def emptied_after(transactional_db: None) -> Iterator[None]:
    """For tests with real transactions: the store is emptied after them, which the triggers forbid."""
    yield
    allow_changes(connection)


@pytest.fixture
def unlocked(db: None) -> Iterator[None]:
    """The triggers are off within this test, as for somebody who owns the database."""
    allow_changes(connection)
    yield
    forbid_changes(connection)
