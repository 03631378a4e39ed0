"""Sealing by pace: after so many events or so long, after the commit, and never in the way of the work."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from kaocheng.kernel.refusing import Refusal
from kaocheng.site.audit.models import StoredEvent, StoredSeal
from kaocheng.site.audit.services import appending
from kaocheng.site.audit.services.pacing import Pacing
from tests.site.audit.conftest import BEGIN, Grow

pytestmark = pytest.mark.django_db
Commits = Callable[..., object]


class Sealed(list[tuple[str, datetime]]):
    """Stands for sealing and remembers when it was asked for."""

    def __call__(self, *, county: str, at: datetime) -> None:
        """Remember the county and the moment."""
        self.append((county, at))


def test_after_so_many_events(
    settings: object, django_capture_on_commit_callbacks: Commits
) -> None:
    """The third of three, and then again the sixth; each county for itself."""
    settings.AUDIT_SEAL_EVENTS = 3
    sealed = Sealed()
    pacing = Pacing(sealed)
    with django_capture_on_commit_callbacks(execute=True):
        for number in range(7):
            pacing.appended("510904", BEGIN + timedelta(seconds=number))
        pacing.appended("510905", BEGIN)
    assert sealed == [("510904", BEGIN + timedelta(seconds=n)) for n in (2, 5)]


def test_after_so_long(settings: object, django_capture_on_commit_callbacks: Commits) -> None:
    """An event an hour after the first seals; one a minute later does not."""
    settings.AUDIT_SEAL_MINUTES = 60
    sealed = Sealed()
    pacing = Pacing(sealed)
    with django_capture_on_commit_callbacks(execute=True):
        for minutes in (0, 59, 60, 61):
            pacing.appended("510904", BEGIN + timedelta(minutes=minutes))
    assert sealed == [("510904", BEGIN + timedelta(minutes=60))]


def test_appending_keeps_the_pace(
    settings: object,
    grow: Grow,
    county: str,
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: Commits,
) -> None:
    """Through the real service: the fourth event leaves a seal over four."""
    settings.AUDIT_SEAL_EVENTS = 4
    monkeypatch.setattr(appending, "PACING", Pacing())
    with django_capture_on_commit_callbacks(execute=True):
        grow("case/甲", 4)
    assert StoredSeal.objects.get(county=county).events == 4


@pytest.mark.parametrize("error", [OSError("disk full"), Refusal("audit.busy", "忙")])
def test_a_seal_that_fails_harms_nobody(
    error: Exception,
    settings: object,
    grow: Grow,
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: Commits,
) -> None:
    """What was appended stays, and the one who appended does not hear of it."""

    def fail(**_: object) -> None:
        raise error

    settings.AUDIT_SEAL_EVENTS = 1
    monkeypatch.setattr(appending, "PACING", Pacing(fail))
    with django_capture_on_commit_callbacks(execute=True):
        grow("case/甲", 1)
    assert StoredEvent.objects.count() == 1
