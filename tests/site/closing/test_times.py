"""One line of times: the ticket's wait, the window, the departments, the decision, the delivery."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from kaocheng.hall.posts import Role
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.closing.times import Stop, line_of
from kaocheng.site.hall import services as hall
from kaocheng.site.hall.models import StoredTicket
from tests.site.cases.people import Desk
from tests.site.desk.conftest import Browser
from tests.site.hall.halls import CLERK, NINE, make_hall, take

pytestmark = pytest.mark.django_db


def test_from_ticket_to_delivery(desk: Desk, browser: Browser) -> None:
    """In the order of time, each with what the time before it went for; case and ticket lead to each other."""
    make_hall(desk.county)
    desk.clerk.posts.update(window="W1")
    hall.open_window(county=desk.county, window="W1", by=desk.clerk, role=CLERK, at=NINE)
    ticket = take(desk.county)
    given = {"county": desk.county, "by": desk.clerk, "role": CLERK}
    hall.call_next(window="W1", at=NINE + timedelta(minutes=4), **given)
    hall.serve(number=ticket.number, at=NINE + timedelta(minutes=5), **given)
    desk.at = NINE + timedelta(minutes=7)
    row = desk.open("P002", ticket=ticket.number, window="W1")
    hall.link_case(number=ticket.number, case=row.number, at=NINE + timedelta(minutes=8), **given)
    for move in ("accept", "grant", "close"):
        row = desk.move(row, move, desk.clerk)
    row = desk.move(row, "deliver", desk.issuer, mode="现场", receiver="本人")
    hall.finish(number=ticket.number, at=NINE + timedelta(minutes=20), **given)
    line = line_of(StoredCase.objects.get(pk=row.pk).record())
    titles = [stop.title for stop in line]
    wanted = [
        "取号 A001",
        "叫号",
        "窗口开始办理",
        "接件",
        "受理",
        "决定：准予",
        "办结",
        "出件（现场）",
        "离开窗口",
    ]
    assert wanted == [title for title in titles if "：" not in title or title.startswith("决定")]
    assert line[1].lasted == "4 分钟"
    assert [stop.at for stop in line] == sorted(stop.at for stop in line)
    case = browser(desk.clerk).get(reverse("desk:case", args=[row.number])).text
    assert reverse("hall:ticket", args=[ticket.number]) in case
    shown = browser(desk.clerk).get(reverse("hall:ticket", args=[ticket.number])).text
    assert reverse("desk:case", args=[row.number]) in shown


def test_who_sees_no_cases_gets_no_link(desk: Desk, browser: Browser) -> None:
    """The system manager opens tickets, and no case."""
    make_hall(desk.county)
    ticket = take(desk.county)
    StoredTicket.objects.filter(pk=ticket.pk).update(cases=["C1"])
    manager = desk.again(Role.SYSTEM_MANAGER, "")
    shown = browser(manager).get(reverse("hall:ticket", args=[ticket.number])).text
    assert "C1" in shown
    assert reverse("desk:case", args=["C1"]) not in shown


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (0, "0 分钟"),
        (59, "59 分钟"),
        (60, "1 小时"),
        (61, "1 小时 1 分钟"),
        (1440, "1 天"),
        (1500, "1 天 1 小时"),
    ],
)
def test_a_span_in_words(minutes: int, said: str) -> None:
    """Minutes, hours, days."""
    assert said == Stop(NINE, "x", since=timedelta(minutes=minutes)).lasted
