"""Side by side: which branch the case waits for, which opinion was late, what all of them say together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kaocheng.cases.joint import conclusion, late_opinions, slowest
from tests.cases.walking import CHIEF, FIREMAN, HOUSE, Walk
from tests.catalogue.versions import ordinary


def _acceptance() -> Walk:
    """A joint acceptance of two departments (联合验收)."""
    version = ordinary()
    steps = tuple(replace(s, name=f"{s.name}（验收）") for s in version.steps)
    return Walk(ordinary(steps=steps)).accepted()


def test_the_branch_with_the_least_time_left_is_the_slowest() -> None:
    """Five days against six; when it is done, the other; when both are, the last one done."""
    walk = Walk().accepted()
    at = (walk.calendar, walk.at)
    first = slowest(walk.case, *at)
    assert first is not None
    assert "house" == first.task.key
    walk.to("finish_task", HOUSE, task="house", opinion="通过")
    second = slowest(walk.case, *at)
    assert second is not None
    assert "fire" == second.task.key
    walk.to("finish_task", FIREMAN, task="fire", opinion="通过")
    last = slowest(walk.case, *at)
    assert last is not None
    assert "fire" == last.task.key


def test_nothing_has_begun() -> None:
    """Before the acceptance there is no branch."""
    walk = Walk()
    assert slowest(walk.case, walk.calendar, walk.at) is None
    assert "" == conclusion(walk.case)


def test_a_late_opinion_is_told() -> None:
    """The one that came after its own five days, though the case is in time."""
    walk = Walk().accepted().to("finish_task", FIREMAN, task="fire", opinion="通过")
    walk.later(days=8).to("finish_task", HOUSE, task="house", opinion="通过")
    late = late_opinions(walk.case, walk.calendar, walk.at)
    assert ["house"] == [branch.task.key for branch in late]


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("合格", "合格", "合格"),
        ("合格", "整改", "整改"),
        ("整改", "不合格", "不合格"),
    ],
)
def test_one_conclusion_of_all_opinions(first: str, second: str, said: str) -> None:
    """The gravest decides."""
    walk = _acceptance().to("finish_task", HOUSE, task="house", opinion=first, remark="通道须清理")
    assert "" == conclusion(walk.case)
    walk.to("finish_task", FIREMAN, task="fire", opinion=second, remark="门须外开")
    assert said == conclusion(walk.case)
    if said != "合格":
        assert "case.opinions" == walk.refused("grant", CHIEF)


def test_a_joint_acceptance_has_its_own_words() -> None:
    """通过 is not one of them."""
    walk = _acceptance()
    assert "case.opinion" == walk.refused("finish_task", HOUSE, task="house", opinion="通过")
