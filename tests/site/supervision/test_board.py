"""The board: figures with their formulas, charts, and what is late and why."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest
from django.utils import timezone

from kaocheng.hall.posts import Role
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.cases.querysets import CaseQuerySet
from kaocheng.site.supervision import figures, kinds
from kaocheng.site.supervision.figures import Period
from kaocheng.site.supervision.forms import PeriodForm
from kaocheng.site.supervision.proofs import PROOFS
from tests.catalogue.versions import HOUSING
from tests.site.cases.measures.year import work
from tests.site.cases.people import Desk
from tests.site.desk.conftest import Browser
from tests.site.hall.halls import make_hall

pytestmark = pytest.mark.django_db
MARCH = Period(date(2026, 3, 1), date(2026, 3, 31))


def _by_title(told: object) -> dict[str, object]:
    return {one.title: one.value for one in told}  # type: ignore[attr-defined]


def test_no_data_is_not_a_rate(desk: Desk) -> None:
    """Where nothing was closed there is no share in time, neither 0 nor 100."""
    seen = StoredCase.objects.all()
    told = _by_title(figures.of_period(seen, MARCH, figures.closed_by_day(seen, MARCH)))
    assert 0 == told["办结"]
    assert told["按时办结率"] is None
    assert told["全程网办率"] is None


def test_what_was_done_is_counted(desk: Desk) -> None:
    """One accepted and closed in time, one only registered."""
    row = desk.open("P002")
    for move, given in (("accept", {}), ("grant", {}), ("close", {})):
        desk.move(row, move, desk.clerk, **given)
    desk.open()
    seen = StoredCase.objects.all()
    closed = figures.closed_by_day(seen, MARCH)
    told = _by_title(figures.of_period(seen, MARCH, closed))
    assert (1, 1, 100.0) == (told["受理"], told["办结"], told["按时办结率"])
    labels, series = figures.by_day(seen, MARCH, closed)
    assert 31 == len(labels)
    assert (2, 1) == (sum(series["接件"]), sum(series["办结"]))
    assert 1 == _by_title(figures.at_hand(seen, date(2026, 3, 2)))["在办"]


@pytest.mark.parametrize("seed", range(4))
def test_a_department_counts_by_its_parts_what_their_cases_say(desk: Desk, seed: int) -> None:
    """Every figure of its board, on cases walked at random, is that of the same cases looked up by themselves."""
    make_hall(desk.county, at=desk.at)
    work(desk, Random(seed), 14)  # noqa: S311  # a walk that can be repeated
    manager = desk.again(Role.DEPARTMENT_MANAGER, HOUSING)
    own = StoredCase.objects.visible_to(manager)
    assert own.parted
    same = StoredCase.objects.of(desk.county).filter(pk__in=list(own.values_list("pk", flat=True)))
    spring, today = Period(date(2026, 3, 1), date(2026, 5, 31)), date(2026, 6, 10)
    assert _figures(same, spring, today) == _figures(own, spring, today)
    assert 0 < own.count() < StoredCase.objects.count()


def _figures(seen: CaseQuerySet, period: Period, today: date) -> list[object]:
    closed = figures.closed_by_day(seen, period)
    return [
        figures.at_hand(seen, today),
        figures.of_period(seen, period, closed),
        figures.by_day(seen, period, closed),
        figures.by_state(seen),
        list(kinds.told(seen, today)),
        [
            list(proof.whole(seen, period).order_by(*proof.order(seen)).values_list("number"))
            for proof in PROOFS.values()
        ],
    ]


def test_late_ones_name_what_holds_them(desk: Desk, browser: Browser) -> None:
    """Accepted in March and left: late, held by the step that has been open longest."""
    row = desk.open()
    desk.move(row, "accept", desk.clerk)
    desk.later(days=3)
    desk.move(row, "finish_task", desk.house, task="house", opinion="通过")
    shown = browser(desk.supervisor).get("/supervision/late/")
    (one, unit), *_ = shown.context["late"]
    assert (row.number, "消防意见") == (one.row.number, one.held_by)
    assert one.days > 100
    assert unit


def test_the_board_opens_for_those_who_watch(desk: Desk, browser: Browser) -> None:
    """With and without cases; a window clerk does not see it."""
    desk.open()
    supervisor = browser(desk.supervisor)
    assert 200 == supervisor.get("/supervision/").status_code
    assert (
        200
        == supervisor.get(
            "/supervision/", {"first": "2026-03-31", "last": "2026-03-01"}
        ).status_code
    )
    assert 403 == browser(desk.clerk).get("/supervision/").status_code


def test_every_link_of_the_board_leads_somewhere(desk: Desk, browser: Browser) -> None:
    """Every figure has its cases behind it, and the list holds as many as the figure says."""
    desk.at = timezone.localtime() - timedelta(minutes=30)
    row = desk.open("P002")
    for move in ("accept", "grant", "close"):
        desk.move(row, move, desk.clerk)
    desk.open()
    supervisor = browser(desk.supervisor)
    shown = supervisor.get("/supervision/")
    told = [*shown.context["now"], *shown.context["watched"], *shown.context["done"]]
    assert all(one.proof for one in told)
    for one in told:
        page = supervisor.get(one.proof)
        assert 200 == page.status_code
        if one.unit == "件":
            assert one.value == page.context["page"].counted, one.title
    assert 404 == supervisor.get("/supervision/figures/nothing/").status_code
    part = supervisor.get("/supervision/figures/online/", {"part": "1"})
    assert 0 == part.context["page"].counted


def test_a_period_is_bounded() -> None:
    """A wrong or too long period falls back; none means thirty days."""
    today = timezone.localdate()
    assert 30 == len(PeriodForm(None).period(today).days())
    long = {"first": today - timedelta(days=400), "last": today}
    assert len(PeriodForm(long).period(today).days()) <= figures.LONGEST
