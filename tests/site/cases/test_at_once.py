"""Several people at once on one store: numbers never collide, one of two wins, no step is lost or doubled."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connections

from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.audit.models import StoredEvent
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.cases.services import fire_silent_acceptances, make_move, rebuilt_case
from tests.catalogue.versions import FIRE, HOUSING
from tests.site.cases.people import Desk

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*works: Callable[[], Any]) -> list[Any]:
    """Begin all of these together, each on a connection of its own; what each gave or was refused with."""
    ready = Barrier(len(works))

    def run(work: Callable[[], Any]) -> Any:
        try:
            ready.wait()
            return work()
        except Refusal as refused:
            return refused
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(works)) as pool:
        return list(pool.map(run, works))


def test_numbers_never_collide(desk: Desk) -> None:
    """Eight windows open cases at the same moment, three each."""

    def three() -> list[str]:
        return [desk.open().number for _ in range(3)]

    numbers = [number for found in at_once(*[three] * 8) for number in found]
    assert 24 == len(set(numbers)) == StoredCase.objects.count()


def test_of_two_who_decide_the_same_task_one_wins(desk: Desk) -> None:
    """The other is told who was faster; one opinion and one event stand."""
    row = desk.open()
    desk.move(row, "accept", desk.clerk)
    other = desk.again(Role.APPROVER, HOUSING)
    said = at_once(
        lambda: desk.move(row, "finish_task", desk.house, task="house", opinion="通过"),
        lambda: desk.move(
            row, "finish_task", other, task="house", opinion="不通过", remark="通道宽度不够"
        ),
    )
    (refused,) = (one for one in said if isinstance(one, Refusal))
    task = StoredCase.objects.get(pk=row.pk).tasks.get(key="house")
    winner = desk.house if task.done_by == desk.house.username else other
    assert winner.display_name in str(refused)
    done = StoredEvent.objects.filter(stream=f"case/{row.number}", kind="finish_task")
    assert [winner.username] == list(done.values_list("actor", flat=True))


def test_two_departments_at_once_both_win(desk: Desk) -> None:
    """Side by side means side by side: neither opinion is lost, and the case goes to the decision."""
    row = desk.open()
    desk.move(row, "accept", desk.clerk)
    said = at_once(
        lambda: desk.move(row, "finish_task", desk.house, task="house", opinion="通过"),
        lambda: desk.move(row, "finish_task", desk.fireman, task="fire", opinion="通过"),
    )
    assert [] == [one for one in said if isinstance(one, Refusal)]
    kept = StoredCase.objects.get(pk=row.pk)
    assert "待决定" == kept.state
    assert {HOUSING, FIRE} <= set(kept.tasks.filter(state="已办").values_list("unit", flat=True))
    assert kept.record() == rebuilt_case(county=desk.county, number=row.number)


def test_the_law_fires_once(desk: Desk) -> None:
    """Two processes fire at the same moment: each case is accepted once."""
    for _ in range(4):
        desk.open(received=["form"])
    desk.later(days=10)
    said = at_once(
        *[lambda: fire_silent_acceptances(county=desk.county, at=desk.at) for _ in range(2)]
    )
    numbers = [number for found in said for number in found]
    assert 4 == len(numbers) == len(set(numbers))
    assert 4 == StoredEvent.objects.filter(kind="deem_accepted").count()


def test_many_hands_on_one_case_lose_nothing(desk: Desk) -> None:
    """Ten urge at once: what was acknowledged is there, once, and the events are the case."""
    row = desk.open()
    desk.move(row, "accept", desk.clerk)
    at = desk.at

    def urge() -> StoredCase:
        return make_move(
            county=desk.county, number=row.number, move="urge", given={"reason": "快"},
            by=desk.supervisor, role=Role.HALL_SUPERVISOR, at=at,
        )  # fmt: skip

    said = at_once(*[urge] * 10)
    kept = StoredCase.objects.get(pk=row.pk)
    assert [] == [one for one in said if isinstance(one, Refusal)]
    assert 10 == len(kept.record().urgings)
    assert kept.record() == rebuilt_case(county=desk.county, number=row.number)
