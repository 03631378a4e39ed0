"""Every clock is watched: each kind of lateness is counted, listed, narrowed to a department, paged."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from kaocheng.cases.states import Channel, State
from kaocheng.hall.posts import Role
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.supervision.kinds import KINDS, told
from tests.catalogue.versions import BUREAU, HOUSING
from tests.site.cases.people import Desk
from tests.site.desk.conftest import Browser

pytestmark = pytest.mark.django_db
TODAY = date(2026, 6, 1)


def _accepted(desk: Desk) -> StoredCase:
    return desk.move(desk.open(), "accept", desk.clerk)


def _told(desk: Desk) -> StoredCase:
    row = desk.open(received=["form"])
    missing = [(key, "缺") for key in ("identity", "plan", "deed")]
    return desk.move(row, "notify_supplement", desk.clerk, missing=missing, within=15)


def _supplied(desk: Desk) -> StoredCase:
    row = desk.open(received=["form", "identity", "deed"])
    desk.move(row, "notify_supplement", desk.clerk, missing=[("plan", "缺")], within=15)
    return desk.move(row, "supply", desk.clerk, received=["plan"])


def _immediate(desk: Desk) -> StoredCase:
    return desk.move(desk.open("P002"), "accept", desk.clerk)


def _posted(desk: Desk) -> StoredCase:
    row = desk.open("P002")
    for move in ("accept", "grant", "close"):
        row = desk.move(row, move, desk.clerk)
    return desk.move(row, "deliver", desk.issuer, mode="邮寄", waybill="WB1")


def _owing(desk: Desk) -> StoredCase:
    row = desk.open("P003", received=["form"])
    given = {"deferred": ["drawing"], "promised": ["pledge"], "promise": "属实"}
    return desk.move(row, "accept", desk.clerk, **given)


def _special(desk: Desk) -> StoredCase:
    given = {"special": "现场勘验", "within": 3, "officers": ["a", "b"], "task": "house"}
    return desk.move(_accepted(desk), "begin_special", desk.house, reason="核对场所", **given)


MADE = {
    "promised": _accepted, "legal": _accepted, "silent": Desk.open, "unanswered": _supplied,
    "unsupplied": _told, "not_on_spot": _immediate, "unserved": _posted, "owing": _owing,
    "unchecked": _owing, "special": _special, "untaken": lambda desk: desk.open("P002"),
}  # fmt: skip


def test_every_kind_is_tried() -> None:
    """A new kind brings its case."""
    assert {kind.key for kind in KINDS} == set(MADE)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_a_case_is_late_in_its_way(desk: Desk, kind: object, browser: Browser) -> None:
    """In time it is not listed; months later it is, on the board, on its list, with what holds it."""
    row = MADE[kind.key](desk)
    seen = StoredCase.objects.visible_to(desk.supervisor)
    assert [] == list(kind.found(seen, row.received_at.date()))
    assert [row.number] == [one.number for one in kind.found(seen, TODAY)]
    counts = {one.title: one for one in told(seen, TODAY)}
    assert (1, "bad") == (counts[kind.title].value, counts[kind.title].tone)
    shown = browser(desk.supervisor).get(counts[kind.title].proof)
    assert row.number in shown.text
    assert kind.title in shown.text


def test_on_the_spot_is_served(desk: Desk) -> None:
    """Handed over at the window there is nothing left to serve; signed for, neither."""
    row = desk.open("P002")
    for move in ("accept", "grant", "close"):
        row = desk.move(row, move, desk.clerk)
    row = desk.move(row, "deliver", desk.issuer, mode="现场", receiver="本人")
    assert StoredCase.objects.get(pk=row.pk).serve_by is None
    sent = _posted(desk)
    assert [sent.number] == [one.number for one in StoredCase.objects.posted()]
    assert [row.number] == [one.number for one in StoredCase.objects.to_archive()]
    desk.move(sent, "confirm_service", desk.issuer, served_on=desk.at.date())
    assert [] == list(StoredCase.objects.posted())
    assert [] == list(StoredCase.objects.unserved(TODAY))


def test_late_ones_of_a_department(desk: Desk, browser: Browser) -> None:
    """The filter names the department in charge; another's list is empty."""
    row = _accepted(desk)
    client = browser(desk.supervisor)
    assert row.number in client.get("/supervision/late/", {"unit": BUREAU}).text
    assert row.number not in client.get("/supervision/late/", {"unit": HOUSING}).text
    assert 200 == client.get("/supervision/late/", {"kind": "x", "unit": "x"}).status_code


def test_the_list_does_not_stop(desk: Desk, browser: Browser) -> None:
    """More than a page of late cases: the last one is reached by turning."""
    row = StoredCase.objects.get(pk=_accepted(desk).pk)
    day = timezone.localdate() - timedelta(days=400)
    copies = []
    for at in range(120):
        row.pk, row.number, row.code = None, f"{row.county}20250101{at:05}", f"COPY{at:08}"
        copies.append(StoredCase(**{f.attname: getattr(row, f.attname) for f in row._meta.fields}))
        copies[-1].due_on = day + timedelta(days=at)
    StoredCase.objects.bulk_create(copies)
    client, address, seen = browser(desk.supervisor), "/supervision/late/", set()
    while address:
        page = client.get(address).context["page"]
        seen |= {one.number for one in page}
        address = f"/supervision/late/{page.next}" if page.next else ""
    assert 121 == len(seen)


def test_a_manager_watches_the_own_department(desk: Desk, browser: Browser) -> None:
    """Neither the load of others nor their names in the filter."""
    row = _accepted(desk)
    desk.move(row, "finish_task", desk.house, task="house", opinion="通过")
    whole = browser(desk.supervisor).get("/supervision/").context["loads"]
    assert whole
    manager = desk.again(Role.DEPARTMENT_MANAGER, HOUSING)
    shown = browser(manager).get("/supervision/")
    assert {HOUSING} >= {load.unit for _, load in shown.context["loads"]}
    form = browser(manager).get("/supervision/late/").context["form"]
    assert {"", HOUSING} >= {code for code, _ in form.fields["unit"].choices}


def test_the_queue_tells_what_has_been_let_go(desk: Desk, browser: Browser) -> None:
    """Sections for what ought not to be, each where it can be mended, none where nothing is."""
    quiet = browser(desk.clerk).get("/desk/").text
    for title in ("补正逾期", "催办", "容缺逾期", "承诺待核查", "邮寄未签收", "待归档"):
        assert title not in quiet
    told_of, posted, owing = _told(desk), _posted(desk), _owing(desk)
    urged = desk.open(channel=Channel.ONLINE)
    desk.move(urged, "urge", desk.citizen, reason="请快些")
    window = {s.title: [r.case.number for r in s.rows] for s in _sections(desk.clerk, browser)}
    assert [told_of.number] == window["补正逾期"]
    assert [urged.number] == window["催办"]
    issuing = {s.title: [r.case.number for r in s.rows] for s in _sections(desk.issuer, browser)}
    assert [posted.number] == issuing["邮寄未签收"]
    StoredCase.objects.filter(pk=posted.pk).update(serve_by=None)
    assert "待归档" in [section.title for section in _sections(desk.issuer, browser)]
    chief = [section.title for section in _sections(desk.chief, browser)]
    assert owing.unit == desk.chief.unit
    assert {"容缺逾期", "承诺待核查"} <= set(chief)
    desk.move(urged, "accept", desk.clerk)
    assert State.EXAMINING == StoredCase.objects.get(pk=urged.pk).state
    assert "催办" not in [section.title for section in _sections(desk.clerk, browser)]


def _sections(account: object, browser: Browser) -> list[object]:
    return browser(account).get("/desk/").context["sections"]


def test_days_off_do_not_make_untaken(desk: Desk) -> None:
    """What came in on Saturday is nobody's fault on Monday; what came in on Friday is."""
    seen = StoredCase.objects.visible_to(desk.supervisor)
    friday, monday = date(2026, 3, 6), date(2026, 3, 9)
    desk.later(days=4)
    assert friday == desk.at.date()
    kept = desk.open("P002")
    desk.later(days=1)
    desk.open("P002")
    assert [] == list(seen.untaken(friday))
    assert [kept.number] == [row.number for row in seen.untaken(monday)]
    assert 2 == seen.untaken(monday + timedelta(days=1)).count()
