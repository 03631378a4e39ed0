"""The demonstration: made once, sound by the audit, and every account can sign in."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from django.test import Client

from kaocheng.catalogue.checking import errors
from kaocheng.kernel.clocks import SHANGHAI
from kaocheng.site.accounts.models import Account
from kaocheng.site.audit.models import StoredEvent
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.cases.services import rebuilt_case
from kaocheng.site.demo import making
from kaocheng.site.demo.items import demo_versions
from kaocheng.site.demo.people import demo_password

pytestmark = pytest.mark.django_db
FRIDAY = datetime(2026, 11, 20, 16, 45, tzinfo=SHANGHAI)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, settings: object) -> list[str]:
    """What is said when a small demonstration is made."""
    settings.STORE = tmp_path  # type: ignore[attr-defined]
    monkeypatch.setattr(making, "DAYS", 2)
    monkeypatch.setattr(making, "TICKETS", 6)
    monkeypatch.setattr(making, "CITIZENS", 5)
    return list(making.prepare(at=FRIDAY))


def test_it_is_made_once(told: list[str]) -> None:
    """A second start adds nothing and says the same accounts."""
    cases, events = StoredCase.objects.count(), StoredEvent.objects.count()
    assert cases > 5
    again = list(making.prepare(at=FRIDAY))
    assert (cases, events) == (StoredCase.objects.count(), StoredEvent.objects.count())
    assert told[2:] == again


def test_its_cases_are_what_their_events_say(told: list[str], county: str) -> None:
    """Every row is rebuilt by its events."""
    assert told
    for row in StoredCase.objects.all():
        assert row.record() == rebuilt_case(county=county, number=row.number)


def test_every_account_can_sign_in(told: list[str], tmp_path: Path) -> None:
    """With the password that is said, and no other."""
    password = demo_password(tmp_path)
    assert password in told[-1]
    for account in Account.objects.all():
        assert account.check_password(password)
    assert 302 == Client().get("/desk/").status_code


def test_its_items_are_fit_to_be_published() -> None:
    """No rule of the catalogue finds an error in them."""
    wrong = [flaw for version in demo_versions(FRIDAY.date()) for flaw in errors(version)]
    assert [] == wrong
