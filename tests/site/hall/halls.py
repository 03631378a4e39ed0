"""A small hall for tests: one floor, three windows, two groups, open on weekdays."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from kaocheng.hall.appointments import SlotPlan
from kaocheng.hall.hours import Span
from kaocheng.hall.posts import Role
from kaocheng.site.accounts.models import Account
from kaocheng.site.hall import services
from kaocheng.site.hall.models import StoredHall, StoredTicket

NINE = datetime(2026, 11, 20, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
DAY = NINE.date()
HALL = "D1"
MANAGER = {"by": "manager", "role": Role.HALL_SUPERVISOR.value}
CLERK = Role.WINDOW_CLERK.value
OPEN = (Span(time(9), time(12)), Span(time(14), time(17)))


def minute(minutes: float) -> datetime:
    """So many minutes after nine o'clock on a Friday."""
    return NINE + timedelta(minutes=minutes)


def make_hall(
    county: str, *, number: str = HALL, at: datetime = NINE, windows: int = 3
) -> StoredHall:
    """A hall with windows W1 (all groups), W2 (A), W3 (B), further ones for all groups.

    Group A 综合事务 holds the items S1 and S2, group B 社会保险 the item S3 and may be booked, three people an
    hour. The windows have been in use since 2026-01-01.
    """
    given = {"county": county, "at": at, **MANAGER}
    services.save_hall(number=number, name="示范县政务服务中心", address="示范路1号", **given)
    services.set_week(hall=number, week=[OPEN] * 5 + [(), ()], **given)
    floor = services.save_floor(hall=number, number="1F", name="一楼", **given)
    zone = services.save_zone(
        hall=number, floor=floor.number, number="A", name="综合服务区", **given
    )
    group = {"hall": number, "minutes": 10, **given}
    services.save_group(letter="A", name="综合事务", items=["S1", "S2"], **group)
    services.save_group(letter="B", name="社会保险", items=["S3"], **group)
    plan = SlotPlan("B", time(9), time(17), 60, 3)
    services.set_plans(hall=number, letter="B", plans=[plan], **given)
    for n in range(1, windows + 1):
        services.save_window(
            number=_window(number, n),
            zone=zone,
            name=f"{n}号窗口",
            kind="joint" if n == 3 else "universal",
            items=["S3"] if n == 3 else [],
            groups={2: "A", 3: "B"}.get(n, "AB"),
            since=date(2026, 1, 1),
            **given,
        )
    return StoredHall.objects.get(county=county, number=number)


def take(county: str, group: str = "A", *, at: datetime = NINE, **given: str) -> StoredTicket:
    """A ticket from the kiosk."""
    return services.take_ticket(
        county=county, hall=HALL, group=group, by="device:K1", at=at, **given
    )


def sit(
    account_of: Callable[..., Account], county: str, window: str = "W1", at: datetime = NINE
) -> Account:
    """A clerk who has opened a window."""
    account = account_of(Role.WINDOW_CLERK, window=window)
    services.open_window(county=county, window=window, by=account, role=CLERK, at=at)
    return account


def _window(hall: str, n: int) -> str:
    return f"W{n}" if hall == HALL else f"{hall}-W{n}"
