"""The demonstration: made once, sound by the audit, and every account can sign in."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.test import Client

from kaocheng.catalogue.checking import errors
from kaocheng.kernel.clocks import SHANGHAI
from kaocheng.site.accounts.models import Account
from kaocheng.site.audit.models import StoredEvent
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.cases.services import rebuilt_case
from kaocheng.site.closing.inviting import has_outcome, invite_recent
from kaocheng.site.demo import making
from kaocheng.site.demo.devices import device_addresses
from kaocheng.site.demo.items import demo_versions
from kaocheng.site.demo.people import demo_password
from kaocheng.site.feedback.models import StoredInvitation
from kaocheng.site.hall.models import StoredResidency
from kaocheng.site.hall.services import take_ticket
from kaocheng.site.papers.models import StoredArchive
from kaocheng.site.supervision.hollow import hollow_of
from kaocheng.site.themes.models import StoredTheme, StoredThemeCase

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
    assert any(password in line for line in told)
    for account in Account.objects.all():
        assert account.check_password(password)
    assert 302 == Client().get("/desk/").status_code


def test_its_items_are_fit_to_be_published() -> None:
    """No rule of the catalogue finds an error in them."""
    wrong = [flaw for version in demo_versions(FRIDAY.date()) for flaw in errors(version)]
    assert [] == wrong


def test_it_shows_every_kind_of_work(told: list[str], county: str) -> None:
    """A theme, a special procedure, the post, an archive, residency, one department here by name only."""
    assert StoredTheme.objects.online().exists()
    assert StoredThemeCase.objects.exists()
    cases = [row.record() for row in StoredCase.objects.all()]
    assert any(case.running for case in cases)
    assert [case.number for case in cases if case.delivery and case.delivery.mode == "邮寄"] == [
        row.number for row in StoredCase.objects.posted()
    ]
    assert StoredArchive.objects.exists()
    assert 5 == StoredResidency.objects.count()
    signs = {one.department for one in hollow_of(county, FRIDAY.date().replace(day=1))}
    assert "D005" in signs
    for unit in ("D004", "D006"):
        assert 2 == Account.objects.filter(unit=unit).count(), "现场勘验 needs two"
    invite_recent(county=county, at=FRIDAY)
    known = {row.number for row in StoredCase.objects.all() if has_outcome(row)}
    assert known <= set(StoredInvitation.objects.values_list("case", flat=True))


def test_its_devices_open(told: list[str], tmp_path: Path, county: str) -> None:
    """The addresses that are said let kiosk, display and rating device in, on any day."""
    said = dict(device_addresses(tmp_path))
    assert 3 == len(said)
    assert [line for line in told if "打开" in line] == list(making.prepare(at=FRIDAY))[-3:]
    for address in said.values():
        path, token = address.split("#")
        assert 302 == Client().post(path, {"token": token}).status_code
        assert Client().post(path, {"token": "wrong"}).status_code in {400, 401, 403}
    sunday = FRIDAY.replace(hour=10) + timedelta(days=2)
    taken = {"county": county, "hall": "D1", "group": "A", "by": "device:QH01", "role": "device"}
    assert take_ticket(at=sunday, **taken).label, "open also on a Sunday"


def test_the_applicants_account_has_cases(told: list[str], county: str) -> None:
    """Whoever signs in as 市民甲 finds something to look at."""
    account = Account.objects.get(county=county, username="shimin")
    assert StoredCase.objects.visible_to(account).exists()
