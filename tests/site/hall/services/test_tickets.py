"""Tickets through the services: a window's day, step by step, with its events."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from kaocheng.hall.posts import Role
from kaocheng.hall.tickets import TicketEvent, TicketState
from kaocheng.hall.timelines import replay
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.audit.models import StoredEvent
from kaocheng.site.feedback.models import StoredInvitation
from kaocheng.site.feedback.services.visits import rating_address
from kaocheng.site.hall import services
from kaocheng.site.hall.floors import open_seconds
from kaocheng.site.hall.models import StoredSitting, StoredTicket
from kaocheng.site.hall.queues import version_of, window_version
from tests.site.conftest import AccountOf
from tests.site.hall.halls import CLERK, DAY, HALL, MANAGER, make_hall, minute, sit, take

pytestmark = pytest.mark.django_db


def _events(number: str) -> list[StoredEvent]:
    return list(StoredEvent.objects.filter(stream=f"ticket/{number}").order_by("serial"))


def test_from_the_kiosk_to_the_end(county: str, account_of: AccountOf) -> None:
    """取号→叫号→办理中→完成: the row, the events, and the row rebuilt from the events agree."""
    make_hall(county)
    clerk = sit(account_of, county)
    ticket = take(county, at=minute(0), item="S1")
    assert ("A001", "D1-20261120-A001", 22) == (ticket.label, ticket.number, len(ticket.code))
    given = {"county": county, "by": clerk, "role": CLERK}
    called = services.call_next(window="W1", at=minute(4), **given)
    assert called is not None
    given["number"] = ticket.number
    services.serve(at=minute(5), **given)
    services.link_case(case="B0001", at=minute(6), **given)
    done = services.finish(at=minute(17), **given)
    assert (5 * 60_000_000, 12 * 60_000_000) == (done.waited, done.served)
    events = _events(ticket.number)
    assert ["take", "call", "serve", "link_case", "finish"] == [event.kind for event in events]
    assert ["device:K1", clerk.username] == [event.actor for event in events[:2]]
    told = [TicketEvent(e.kind, e.at, e.actor, e.role, e.told) for e in events]
    assert replay(told, ticket.number) == StoredTicket.objects.get().record()


def test_numbers_run_by_day_and_group(county: str) -> None:
    """A001, A002, B001; the next working day begins anew."""
    make_hall(county)
    monday = minute(0) + timedelta(days=3)
    labels = [take(county, group).label for group in "AAB"] + [take(county, at=monday).label]
    assert ["A001", "A002", "B001", "A001"] == labels
    assert 4 == len(set(StoredTicket.objects.values_list("number", flat=True)))


@pytest.mark.parametrize(
    ("minutes", "days", "sentence"),
    [
        (-31, 0, "下次开放是11月20日09:00"),
        (8 * 60, 0, "下次开放是11月23日09:00"),
        (0, 1, "（休息日）"),
    ],
    ids=["too early", "after hours", "Saturday"],
)
def test_no_ticket_outside_the_hours(county: str, minutes: int, days: int, sentence: str) -> None:
    """Half an hour before the doors open the kiosk begins; the refusal tells when they open next."""
    make_hall(county)
    with pytest.raises(Refusal) as refused:
        take(county, at=minute(minutes) + timedelta(days=days))
    assert sentence in str(refused.value)
    assert not StoredTicket.objects.exists()
    assert "A001" == take(county, at=minute(-30)).label


def test_a_group_nobody_serves_today_is_refused(county: str) -> None:
    """When all windows of a group are out of use the kiosk says so; an unknown group too."""
    make_hall(county)
    for window in ("W1", "W3"):
        services.suspend_window(
            county=county, number=window, last_day=DAY - timedelta(days=1), cause="检修",
            at=minute(0), **MANAGER,
        )  # fmt: skip
    with pytest.raises(Refusal, match="今天没有窗口办理“社会保险”"):
        take(county, "B")
    with pytest.raises(Refusal, match="没有这一类"):
        take(county, "Z")
    with pytest.raises(Refusal, match="没有这一类优先"):
        take(county, "A", priority="boss")
    with pytest.raises(Refusal, match="这件事不在“综合事务”里办"):
        take(county, "A", item="S3")


def test_calling_needs_an_open_window_and_free_hands(county: str, account_of: AccountOf) -> None:
    """Not opened, paused, opened by somebody else, or with a ticket in hand: refused, nothing changed."""
    make_hall(county)
    take(county)
    take(county)
    stranger = account_of(Role.WINDOW_CLERK)
    call = {"county": county, "window": "W1", "role": CLERK}
    with pytest.raises(Refusal, match="还没有在这个窗口开窗"):
        services.call_next(by=stranger, at=minute(1), **call)
    clerk = sit(account_of, county)
    services.pause_window(by=clerk, cause="如厕", at=minute(1), **call)
    with pytest.raises(Refusal, match="暂停服务"):
        services.call_next(by=clerk, at=minute(1), **call)
    services.resume_window(by=clerk, at=minute(2), **call)
    services.call_next(by=clerk, at=minute(2), **call)
    with pytest.raises(Refusal, match="A001号还在本窗口"):
        services.call_next(by=clerk, at=minute(3), **call)
    assert ["called", "waiting"] == list(
        StoredTicket.objects.order_by("label").values_list("state", flat=True)
    )


def test_nobody_waiting_is_none(county: str, account_of: AccountOf) -> None:
    """An empty queue is no fault; a group the window does not serve is not called."""
    make_hall(county)
    clerk = sit(account_of, county, "W2")
    take(county, "B")
    call = {"county": county, "window": "W2", "by": clerk, "role": CLERK, "at": minute(1)}
    assert services.call_next(**call) is None


def test_another_window_may_not_touch_it(county: str, account_of: AccountOf) -> None:
    """A ticket in hand at W1 is not finished from W2; the supervisor may."""
    make_hall(county)
    first, second = sit(account_of, county), sit(account_of, county, "W2")
    number = take(county).number
    services.call_next(county=county, window="W1", by=first, role=CLERK, at=minute(1))
    with pytest.raises(Refusal, match="在W1窗口办理"):
        services.serve(county=county, number=number, by=second, role=CLERK, at=minute(2))
    boss = account_of(Role.HALL_SUPERVISOR)
    services.serve(
        county=county, number=number, by=boss, role=Role.HALL_SUPERVISOR.value, at=minute(2)
    )


def test_a_stale_page_is_told_who_was_first(county: str, account_of: AccountOf) -> None:
    """The serial of the page is old: the loser gets the name and state, nothing is stored twice."""
    make_hall(county)
    clerk = sit(account_of, county)
    number = take(county).number
    row = services.call_next(county=county, window="W1", by=clerk, role=CLERK, at=minute(1))
    given = {"county": county, "number": number, "by": clerk, "role": CLERK}
    services.serve(at=minute(2), expected_serial=row.serial, **given)
    with pytest.raises(Refusal, match=f"A001号刚由{clerk.username}办理，现在是办理中"):
        services.recall(at=minute(2), expected_serial=row.serial, **given)
    assert 3 == len(_events(number))


def test_passed_over_and_back(county: str, account_of: AccountOf) -> None:
    """Two calls, passed over, queued again behind three; a second return is refused."""
    make_hall(county)
    clerk = sit(account_of, county)
    number = take(county).number
    for n in range(4):
        take(county, at=minute(1 + n / 10))
    desk = {"county": county, "by": clerk, "role": CLERK}
    services.call_next(window="W1", at=minute(2), **desk)
    with pytest.raises(Refusal, match="叫满2次"):
        services.pass_over(number=number, at=minute(3), **desk)
    services.recall(number=number, at=minute(3), **desk)
    services.pass_over(number=number, at=minute(4), **desk)
    services.rejoin(county=county, number=number, by="device:K1", role="device", at=minute(5))
    called = []
    for n in range(5):
        row = services.call_next(window="W1", at=minute(6 + n), **desk)
        services.serve(number=row.number, at=minute(6 + n), **desk)
        services.finish(number=row.number, at=minute(6 + n), **desk)
        called.append(row.label)
    assert ["A002", "A003", "A004", "A001", "A005"] == called


def test_a_passed_ticket_is_called_back(county: str, account_of: AccountOf) -> None:
    """Its holder turns up: the window calls it again without queueing."""
    make_hall(county)
    clerk = sit(account_of, county)
    number = take(county).number
    desk = {"county": county, "by": clerk, "role": CLERK}
    services.call_next(window="W1", at=minute(1), **desk)
    services.recall(number=number, at=minute(2), **desk)
    services.pass_over(number=number, at=minute(3), **desk)
    row = services.call_back(number=number, window="W1", at=minute(9), **desk)
    assert (TicketState.CALLED, "W1") == (row.state, row.window)


def test_transfer_to_a_window_and_its_closing(county: str, account_of: AccountOf) -> None:
    """Sent to W3, only W3 may call it; when W3 closes, it is free for all of its group again."""
    make_hall(county)
    first, third = sit(account_of, county), sit(account_of, county, "W3")
    number = take(county).number
    desk = {"county": county, "by": first, "role": CLERK}
    services.call_next(window="W1", at=minute(1), **desk)
    with pytest.raises(Refusal, match="写明原因"):
        services.transfer(number=number, window="W3", cause=" ", at=minute(2), **desk)
    with pytest.raises(Refusal, match="没有窗口W9"):
        services.transfer(number=number, window="W9", cause="社保", at=minute(2), **desk)
    services.transfer(number=number, window="W3", group="B", cause="社保", at=minute(2), **desk)
    assert services.call_next(window="W1", at=minute(3), **desk) is None
    services.close_window(county=county, window="W3", by=third, role=CLERK, at=minute(4))
    again = services.call_next(window="W1", at=minute(5), **desk)
    assert (number, 1, "B") == (again.number, again.transfers, again.group)


def test_giving_up_and_closing_the_day(county: str, account_of: AccountOf) -> None:
    """弃号 by the holder; at closing time the rest is ended as what it was, and the windows are closed."""
    make_hall(county)
    clerk = sit(account_of, county)
    tickets = [take(county, at=minute(n)) for n in range(4)]
    services.give_up(
        county=county, number=tickets[0].number, by="holder", role="holder", at=minute(5)
    )
    services.call_next(county=county, window="W1", by=clerk, role=CLERK, at=minute(6))
    services.serve(county=county, number=tickets[1].number, by=clerk, role=CLERK, at=minute(7))
    assert 3 == services.close_day(county=county, hall=HALL, day=DAY, at=minute(480))
    rows = StoredTicket.objects.order_by("label")
    assert ["abandoned", "finished", "abandoned", "abandoned"] == [row.state for row in rows]
    assert [False, True, False, False] == [row.cut_off for row in rows]
    assert "lapse" == _events(tickets[3].number)[-1].kind
    with pytest.raises(Refusal, match="还没有在这个窗口开窗"):
        services.call_next(county=county, window="W1", by=clerk, role=CLERK, at=minute(481))


def test_one_clerk_one_window(county: str, account_of: AccountOf) -> None:
    """A window has one clerk, a clerk one window; opening twice is no fault."""
    make_hall(county)
    clerk = sit(account_of, county)
    again = services.open_window(county=county, window="W1", by=clerk, role=CLERK, at=minute(1))
    assert minute(0) == again.since
    with pytest.raises(Refusal, match="请先在那里关窗"):
        services.open_window(county=county, window="W2", by=clerk, role=CLERK, at=minute(1))
    other = account_of(Role.WINDOW_CLERK)
    with pytest.raises(Refusal, match="1号窗口已由"):
        services.open_window(county=county, window="W1", by=other, role=CLERK, at=minute(1))
    with pytest.raises(Refusal, match="今天没有启用"):
        services.open_window(county=county, window="W9", by=other, role=CLERK, at=minute(1))


def test_a_window_forgotten_open_is_over_the_next_day(county: str, account_of: AccountOf) -> None:
    """Nobody closed on Friday: on Monday nobody sits there; opening anew ends Friday's with Friday."""
    hall = make_hall(county)
    clerk = sit(account_of, county)
    monday = timedelta(days=3)
    take(county, at=minute(0) + monday)
    desk = {"county": county, "window": "W1", "by": clerk, "role": CLERK}
    with pytest.raises(Refusal, match="还没有在这个窗口开窗"):
        services.call_next(at=minute(1) + monday, **desk)
    services.open_window(at=minute(1) + monday, **desk)
    assert services.call_next(at=minute(2) + monday, **desk) is not None
    friday = StoredSitting.objects.get(day=DAY)
    assert DAY == timezone.localtime(friday.until).date()
    assert 29 * 60 == open_seconds(hall, DAY + monday, minute(30) + monday)


def test_closing_a_day_leaves_the_next_alone(county: str, account_of: AccountOf) -> None:
    """Friday is closed on Monday morning: Monday's windows stay open."""
    make_hall(county)
    take(county)
    monday = minute(0) + timedelta(days=3)
    clerk = sit(account_of, county, at=monday)
    assert 1 == services.close_day(county=county, hall=HALL, day=DAY, at=minute(600))
    assert [clerk] == [row.account for row in StoredSitting.objects.now(county, monday.date())]


def test_every_move_raises_the_version(county: str, account_of: AccountOf) -> None:
    """Screens ask for the version only: taking, opening, calling each raise it."""
    make_hall(county)
    version = lambda: version_of(county, HALL, DAY)  # noqa: E731  # one question asked thrice
    take(county)
    first = version()
    clerk = sit(account_of, county)
    second = version()
    services.call_next(county=county, window="W1", by=clerk, role=CLERK, at=minute(1))
    assert first < second < version()


def test_a_window_hears_only_of_what_it_shows(county: str, account_of: AccountOf) -> None:
    """W2 serves group A: tickets of B leave it in peace, one of A and one sent to it do not."""
    make_hall(county)
    first = sit(account_of, county)
    desk = {"county": county, "by": first, "role": CLERK}
    version = lambda: window_version(county, HALL, DAY, "W2")  # noqa: E731  # the same question
    heard = [version()]
    number = take(county, "B").number
    services.call_next(window="W1", at=minute(1), **desk)
    assert heard == [version()]
    services.transfer(number=number, window="W2", cause="另办", at=minute(2), **desk)
    heard.append(version())
    take(county, "A")
    heard.append(version())
    sit(account_of, county, "W2", at=minute(3))
    heard.append(version())
    assert heard == sorted(set(heard))


def test_another_county_does_not_see_it(county: str) -> None:
    """A ticket of one county cannot be moved from another."""
    make_hall(county)
    number = take(county).number
    with pytest.raises(Refusal, match="没有编号为"):
        services.give_up(county="999999", number=number, by="holder", role="holder", at=minute(1))


def test_a_visit_without_a_case_is_rated(county: str, account_of: AccountOf) -> None:
    """Finished, it is shown on the window's device and on the holder's page; with a case, the case is rated."""
    make_hall(county)
    clerk = sit(account_of, county)
    first, second = take(county), take(county)
    for row in (first, second):
        services.call_next(county=county, window="W1", by=clerk, role=CLERK, at=minute(1))
        services.serve(county=county, number=row.number, by=clerk, role=CLERK, at=minute(2))
        if row is second:
            services.link_case(
                county=county, number=row.number, case="C1", by=clerk, role=CLERK, at=minute(3)
            )
        services.finish(county=county, number=row.number, by=clerk, role=CLERK, at=minute(4))
    held = StoredInvitation.objects.get()
    assert (first.number, "W1", clerk.username) == (held.case, held.window, held.rated)
    first.refresh_from_db()
    assert rating_address(row=first, at=minute(5))
    assert not rating_address(row=second, at=minute(5))
