"""The demonstration: made once, sound by the audit, and every account can sign in."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.test import Client

from kaocheng.catalogue.checking import errors
from kaocheng.hall.assessment import Subject
from kaocheng.hall.posts import Role
from kaocheng.kernel.clocks import SHANGHAI
from kaocheng.site.accounts.models import Account
from kaocheng.site.audit.models import StoredEvent
from kaocheng.site.base.entries import entries_for
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.cases.services import rebuilt_case
from kaocheng.site.catalogue.models import StoredVersion
from kaocheng.site.closing.inviting import has_outcome, invite_recent
from kaocheng.site.demo import making
from kaocheng.site.demo.devices import device_addresses
from kaocheng.site.demo.items import demo_versions
from kaocheng.site.demo.people import demo_password
from kaocheng.site.feedback.models import StoredBadRating, StoredInvitation
from kaocheng.site.hall.models import StoredResidency, StoredTicket
from kaocheng.site.hall.services import take_ticket
from kaocheng.site.papers.models import StoredArchive
from kaocheng.site.supervision.hollow import hollow_of
from kaocheng.site.supervision.scoring import month_of
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


def test_every_board_has_something_to_show(told: list[str], county: str) -> None:
    """容缺, 延期 given and asked, 不予, 差评, 网上, postage, a second version of an item, shifts that were kept."""
    rows = StoredCase.objects.all()
    assert rows.filter(owing=True).exists()
    assert (1, 1) == (rows.filter(extended=True).count(), rows.exclude(asked_of="").count())
    assert rows.filter(verdict="不予").exists()
    assert rows.filter(channel="网上").exists()
    assert StoredBadRating.objects.exists()
    assert any((d := row.record().delivery) and d.cost for row in rows)
    assert StoredVersion.objects.filter(version=2).exists()
    month = month_of(county, FRIDAY.date().replace(day=1), Subject.PERSON, FRIDAY)
    clerk = month.of("chuangkou1")
    assert clerk is not None
    assert clerk.rank is not None


def test_a_day_off_has_tickets(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, settings: object
) -> None:
    """Whoever looks on a Sunday afternoon sees the hall at work."""
    settings.STORE = tmp_path  # type: ignore[attr-defined]
    for name, count in (("DAYS", 1), ("TICKETS", 4), ("CITIZENS", 5)):
        monkeypatch.setattr(making, name, count)
    sunday = FRIDAY + timedelta(days=2)
    list(making.prepare(at=sunday))
    assert StoredTicket.objects.filter(day=sunday.date()).exists()


@pytest.mark.parametrize("username", ["caiwu", "pingjia", "jiancha"])
def test_finance_evaluation_and_inspection_find_their_pages(told: list[str], username: str) -> None:
    """Signed in, each is led to at least one page that opens, and is told of it by name."""
    account = Account.objects.get(username=username)
    own = [p for p in entries_for(account.roles) if p.may and p.may != frozenset(Role)]
    client = Client()
    client.force_login(account)
    home = client.get("/", follow=True).text
    assert own
    for placed in own:
        assert placed.entry.title in home
        assert 200 == client.get(placed.address).status_code, placed.address


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
