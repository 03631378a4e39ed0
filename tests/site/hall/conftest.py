"""What the pages of the hall are tested with: a clock that stands, and devices that have enrolled."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
from django.db import connection
from django.test import Client

from kaocheng.site.audit.triggers import allow_changes, forbid_changes
from kaocheng.site.hall import services
from tests.site.hall.halls import HALL, MANAGER, NINE, make_hall, minute

DeviceOf = Callable[[str], Client]


class Clock:
    """The time the pages see; it moves only when told."""

    def __init__(self) -> None:
        self.now = NINE

    def set(self, minutes: float) -> datetime:
        """Stand at so many minutes after nine."""
        self.now = minute(minutes)
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Pages ask `timezone.now()`; here it stands still."""
    found = Clock()
    monkeypatch.setattr("django.utils.timezone.now", lambda: found.now)
    return found


@pytest.fixture
def device_of(db: None, county: str, clock: Clock) -> DeviceOf:
    """The browser of a device of this kind in the small hall, enrolled with its token."""
    make_hall(county)

    def make(kind: str, *, per_minute: int = 120) -> Client:
        given = {"county": county, "number": f"{kind}-1", "at": NINE, **MANAGER}
        services.register_device(hall=HALL, kind=kind, name="设备", per_minute=per_minute, **given)
        browser = Client()
        browser.post("/hall/device/", {"token": services.issue_token(**given)})
        return browser

    return make


@pytest.fixture
def emptied_store(transactional_db: None) -> Iterator[None]:
    """After a test with real transactions the store is emptied, which the audit's triggers would forbid."""
    forbid_changes(connection)
    yield
    allow_changes(connection)
