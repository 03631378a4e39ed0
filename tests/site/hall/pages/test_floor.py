"""The floor and its figures: what is shown agrees with the tickets."""

from __future__ import annotations

import pytest

from kaocheng.hall.posts import Role
from kaocheng.site.hall import services
from kaocheng.site.hall.floors import floor_of, open_seconds
from kaocheng.site.hall.models import StoredHall, StoredTicket
from tests.site.conftest import AccountOf, ClientOf
from tests.site.hall.conftest import Clock
from tests.site.hall.halls import CLERK, DAY, MANAGER, NINE, make_hall, minute, sit, take

pytestmark = pytest.mark.django_db


def _served(county: str, account_of: AccountOf) -> StoredTicket:
    desk = {"county": county, "by": sit(account_of, county), "role": CLERK}
    row = take(county)
    services.call_next(window="W1", at=minute(4), **desk)
    services.serve(number=row.number, at=minute(5), **desk)
    services.finish(number=row.number, at=minute(20), **desk)
    take(county, at=minute(15))
    return row


def test_loads_and_the_longest_wait(county: str, account_of: AccountOf) -> None:
    """W1 is free with one to call and one done, W2 and W3 are closed; the longest wait is fifteen minutes."""
    hall = make_hall(county)
    _served(county, account_of)
    view = floor_of(hall, minute(30))
    states = {load.window.number: (load.state, load.waiting, load.done) for load in view.loads}
    assert {"W1": ("空闲", 1, 1), "W2": ("未开窗", 1, 0), "W3": ("未开窗", 0, 0)} == states
    assert (15, 1) == (view.longest, view.at_work)


def test_window_time_leaves_pauses_out(county: str, account_of: AccountOf) -> None:
    """Open at nine, ten minutes paused, now ten: fifty minutes; one ticket makes 1.2 an hour."""
    hall = make_hall(county)
    clerk = sit(account_of, county)
    desk = {"county": county, "window": "W1", "by": clerk, "role": CLERK}
    services.pause_window(cause="送件", at=minute(20), **desk)
    services.resume_window(at=minute(30), **desk)
    assert 50 * 60 == open_seconds(hall, DAY, minute(60))


def test_who_sits_against_the_shifts_is_shown(county: str, account_of: AccountOf) -> None:
    """The shift names another, or nobody came."""
    hall = make_hall(county)
    planned = account_of(Role.WINDOW_CLERK)
    for window in ("W1", "W2"):
        start, end = (0, 60) if window == "W1" else (60, 120)
        services.add_shift(
            county=county, account=planned, window=window, starts_at=minute(start),
            ends_at=minute(end), post=CLERK, at=NINE, **MANAGER,
        )  # fmt: skip
    sit(account_of, county)
    told = {load.window.number: load.against_plan for load in floor_of(hall, minute(5)).loads}
    assert {"W1": f"排班是{planned.display_name}", "W2": "", "W3": ""} == told
    later = {load.window.number: load.against_plan for load in floor_of(hall, minute(65)).loads}
    assert f"排班{planned.display_name}，未开窗" == later["W2"]


def test_the_pages_show_it(
    county: str, account_of: AccountOf, client_of: ClientOf, clock: Clock
) -> None:
    """Live floor, figures with formula, the tickets behind a figure, one ticket's time line."""
    make_hall(county)
    row = _served(county, account_of)
    clock.set(30)
    boss = client_of(Role.HALL_SUPERVISOR)
    assert "1号窗口" in boss.get("/hall/floor/").content.decode()
    figures = boss.get("/hall/figures/").content.decode()
    assert "5.0分钟" in figures
    assert "窗口开窗时间之和" in figures
    proof = boss.get("/hall/figures/mean_wait/").content.decode()
    assert row.number in proof
    line = boss.get(f"/hall/tickets/{row.number}/").content.decode()
    assert all(word in line for word in ("取号", "叫号", "开始办理", "办结", "15分00秒"))


def test_the_floor_is_polled_cheaply(county: str, client_of: ClientOf, clock: Clock) -> None:
    """304 within the minute while nothing moves."""
    make_hall(county)
    boss = client_of(Role.HALL_SUPERVISOR)
    tag = boss.get("/hall/floor/live/")["ETag"]
    assert 304 == boss.get("/hall/floor/live/", headers={"If-None-Match": tag}).status_code
    clock.set(1)
    assert 200 == boss.get("/hall/floor/live/", headers={"If-None-Match": tag}).status_code


def test_days_without_tickets_are_not_zero(county: str, client_of: ClientOf, clock: Clock) -> None:
    """A dash for what cannot be measured; nonsense for a day is today; another county's hall is 404."""
    make_hall(county)
    boss = client_of(Role.HALL_SUPERVISOR)
    assert "——" in boss.get("/hall/figures/?day=2026-11-01").content.decode()
    assert "2026年11月20日" in boss.get("/hall/figures/?day=2026-99-99").content.decode()
    paths = ["/hall/figures/?hall=D9", "/hall/figures/nothing/", "/hall/tickets/x/"]
    assert [404] * 3 == [boss.get(path).status_code for path in paths]
    assert "没有号票" in boss.get("/hall/figures/p90_wait/?day=2026-11-01").content.decode()


def test_another_county_has_a_floor_of_its_own(
    county: str, client_of: ClientOf, clock: Clock
) -> None:
    """A supervisor of another county sees no hall of ours and none of its tickets."""
    make_hall(county)
    number = take(county).number
    stranger = client_of(Role.HALL_SUPERVISOR, county="999999")
    assert "还没有登记大厅" in stranger.get("/hall/floor/").content.decode()
    assert 404 == stranger.get(f"/hall/tickets/{number}/").status_code
    assert 404 == stranger.get("/hall/setup/D1/hours/").status_code
    assert "还没有登记大厅" in stranger.get("/hall/setup/").content.decode()
    assert StoredHall.objects.filter(county=county).exists()
