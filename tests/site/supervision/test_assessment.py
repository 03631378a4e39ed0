"""窗口考核 on the site: scores from the records, each opened to them; objections answered by somebody else, logged."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from kaocheng.hall.posts import Role
from kaocheng.kernel.clocks import SHANGHAI
from kaocheng.site.accounts.models import Account
from kaocheng.site.audit.models import StoredEvent
from kaocheng.site.hall.models import (
    StoredShift,
    StoredSitting,
    StoredStaff,
    StoredTicket,
    StoredWindow,
)
from kaocheng.site.supervision.models import StoredRuling
from tests.site.cases.people import Desk
from tests.site.desk.conftest import Browser
from tests.site.hall.halls import HALL, make_hall

pytestmark = pytest.mark.django_db
MARCH = date(2026, 3, 1)
APRIL = datetime(2026, 4, 2, 9, 0, tzinfo=SHANGHAI)
NINE = datetime(2026, 3, 2, 9, 0, tzinfo=SHANGHAI)
PAGE = "/supervision/assessment/"
ASKED = {"month": "2026-03"}


def _at_work(desk: Desk, who: Account) -> str:
    """A window with two shifts of this person in March, one of them kept, and four tickets served there."""
    make_hall(desk.county)
    window = StoredWindow.objects.filter(hall__number=HALL, hall__county=desk.county).first()
    assert window is not None
    StoredStaff.objects.create(
        county=desk.county, account=who, employment="进驻", employer="行政审批局", since=MARCH
    )
    for day in (0, 1):
        starts = NINE + timedelta(days=day)
        StoredShift.objects.create(
            county=desk.county, account=who, window=window, role=Role.WINDOW_CLERK,
            starts_at=starts, ends_at=starts + timedelta(hours=3),
        )  # fmt: skip
    StoredSitting.objects.create(
        county=desk.county, hall=HALL, window=window.number, account=who, day=NINE.date(),
        since=NINE, until=NINE + timedelta(hours=2),
    )  # fmt: skip
    for serial in range(4):
        StoredTicket.objects.create(
            county=desk.county, number=f"T{serial}", hall=HALL, day=NINE.date(), group="A",
            label=f"A00{serial}", code=f"c{serial}", state="finished", taken_at=NINE, rank_at=NINE,
            since=NINE, served_at=NINE, window=window.number, clerk=who.get_username(),
            waited=(45 if serial == 0 else 5) * 60_000_000,
        )  # fmt: skip
    return window.number


@pytest.fixture
def window(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> str:
    """March is over: the clerk's month can be assessed."""
    number = _at_work(desk, desk.clerk)
    monkeypatch.setattr("django.utils.timezone.now", lambda: APRIL)
    return number


def test_scores(desk: Desk, browser: Browser, window: str) -> None:
    """Half the shifts, three of four waits; no rating, no inspection: not enough for a rank; each line opens."""
    supervisor = browser(desk.supervisor)
    person = f"{PAGE}person/{desk.clerk.username}/"
    shown = supervisor.get(person, ASKED).text
    for score in ("10.00 / 20", "15.00 / 15", "11.25 / 15", "无数据 / 20", "数据不足，不排名"):
        assert score in shown
    listed = supervisor.get(f"{person}waiting/", ASKED).text
    assert "A000" in listed
    assert "等候 45 分钟" in listed
    assert 1 == listed.count('计入">否')
    assert "0 / 2" not in supervisor.get(f"{person}attendance/", ASKED).text
    assert f"{PAGE}window/{window}/" in supervisor.get(PAGE, {**ASKED, "kind": "window"}).text
    assert 404 == supervisor.get(f"{PAGE}person/nobody/", ASKED).status_code


def test_objection(desk: Desk, browser: Browser, window: str) -> None:
    """The clerk objects, the supervisor sets the points with a reason; both are in the log, and he is ranked."""
    clerk, supervisor = browser(desk.clerk), browser(desk.supervisor)
    mine = f"{PAGE}mine/"
    clerk.post(f"{mine}attendance/object/", {**ASKED, "text": "当天外出上门服务"})
    again = clerk.post(f"{mine}attendance/object/", {**ASKED, "text": "再说一次"}, follow=True)
    assert "已有异议在等答复" in again.text
    line = f"{PAGE}person/{desk.clerk.username}/attendance/set/"
    told = supervisor.post(line, {**ASKED, "points": "20.5", "reason": "属实"}, follow=True).text
    assert "应在0到20之间" in told
    assert "没有写理由" in supervisor.post(line, {**ASKED, "points": "20"}, follow=True).text
    supervisor.post(line, {**ASKED, "points": "20", "reason": "查上门记录属实"})
    conduct = line.replace("attendance", "conduct")
    supervisor.post(conduct, {**ASKED, "points": "9", "reason": "抽查两次无问题"})
    shown = clerk.get(mine, ASKED).text
    assert "查上门记录属实" in shown
    assert "第 1 名" in shown
    kinds = StoredEvent.objects.filter(stream__startswith="assessment/").values_list("kind")
    assert ["object", "set", "set"] == [kind for (kind,) in kinds.order_by("id")]


def test_kept_and_not_by_oneself(desk: Desk, browser: Browser, window: str) -> None:
    """An objection not upheld leaves the points; nobody decides on his own, and a clerk decides on nobody's."""
    browser(desk.clerk).post(f"{PAGE}mine/late/object/", {**ASKED, "text": "不是我"})
    line = f"{PAGE}person/{desk.clerk.username}/late/set/"
    assert 403 == browser(desk.clerk).post(line, {**ASKED, "points": "20"}).status_code
    browser(desk.supervisor).post(line, {**ASKED, "do": "keep", "reason": "记录无误"})
    row = StoredRuling.objects.get(county=desk.county)
    assert (None, "记录无误") == (row.points, row.reason)
    own = f"{PAGE}person/{desk.supervisor.username}/conduct/set/"
    asked = {**ASKED, "points": "10", "reason": "很好"}
    assert 302 == browser(desk.supervisor).post(own, asked).status_code
    assert 1 == StoredRuling.objects.filter(county=desk.county).count()


def test_subsidies(desk: Desk, browser: Browser, window: str) -> None:
    """The finance officer finds the list: without a grade there is no sum, with one the sheet's."""
    finance = browser(desk.again(Role.FINANCE_OFFICER, ""))
    assert (
        "数据不足，不评等次,,".encode() in finance.get("/supervision/subsidies.csv", ASKED).content
    )
    for rule, points in (("conduct", "10"), ("satisfied", "20"), ("attendance", "20")):
        browser(desk.supervisor).post(
            f"{PAGE}person/{desk.clerk.username}/{rule}/set/",
            {**ASKED, "points": points, "reason": "补充核实"},
        )
    told = finance.get("/supervision/subsidies.csv", ASKED).content.decode()
    assert "优秀,1200," in told
    assert "合计 1200 元" in finance.get("/supervision/subsidies/", ASKED).text
    assert 200 == finance.get("/supervision/subsidies.xlsx", ASKED).status_code
    assert (
        "岗位补贴清单" in finance.get("/").text or "岗位补贴清单" in finance.get("/account/").text
    )
