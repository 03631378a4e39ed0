"""Registering a case: under a version in force, through a channel it has, with what was handed in."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from kaocheng.cases.limits import read_task
from kaocheng.cases.states import Channel, State
from kaocheng.kernel.clocks import SHANGHAI, Budget
from kaocheng.kernel.refusing import Refusal
from tests.cases.examples import TASK
from tests.cases.walking import HOUSE, MONDAY, THE_LAW, Walk
from tests.catalogue.versions import BUREAU, immediate, ordinary


def test_what_is_known_at_the_beginning() -> None:
    """State, receipt, the days for answering, the budgets of the version, the post that decides."""
    case = Walk(window="W01", ticket="A012").case
    assert (State.REGISTERED, 1, "N1-01") == (case.state, case.serial, case.papers[0].number)
    assert (Budget(10), Budget(20)) == (case.promised_budget, case.legal_budget)
    assert ("chief_representative", BUREAU) == case.decider
    assert (MONDAY, "起算") == (case.intake[0].at, case.intake[0].turn)
    assert {"form", "identity", "plan", "deed"} == case.received


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"at": datetime(2025, 12, 1, tzinfo=SHANGHAI)}, "case.version"),
        ({"channel": Channel.MOBILE}, "case.channel"),
        ({"channel": Channel.AGENT}, "case.agent"),
        ({"channel": Channel.AGENT, "agent": "helper"}, "case.agent"),
        ({"channel": Channel.CROSS_REGION}, "case.region"),
        ({"situations": ("bought",)}, "case.situation"),
        ({"received": ("other",)}, "case.material"),
        ({"ticket": "510904199001010004"}, "case.personal"),
    ],
)
def test_what_cannot_be_registered(more: dict[str, Any], code: str) -> None:
    """Each with the code that names the reason."""
    with pytest.raises(Refusal) as refused:
        Walk(**more)
    assert code == refused.value.code
    assert refused.value.remedy


def test_an_agent_and_a_letter_are_kept() -> None:
    """帮办代办: who, and under which letter."""
    agent = Walk(channel=Channel.AGENT, agent="helper", letter="委托书1").case.agent
    assert agent is not None
    assert ("helper", "委托书1") == (agent.number, agent.letter)


def test_a_partner_region_is_kept() -> None:
    """跨域通办: what came from where, under which number there."""
    case = Walk(channel=Channel.CROSS_REGION, region="510903", reference="异地1").case
    (passed,) = case.hand_overs
    assert ("510903", "收到", "异地1") == (passed.region, passed.direction, passed.reference)
    assert "plan" in passed.materials


def test_an_item_without_a_statutory_limit_has_one_clock() -> None:
    """A certificate at the counter has only what is promised."""
    case = Walk(immediate()).case
    assert case.legal_budget is None
    assert case.immediate


def test_without_a_step_of_decision_the_body_decides() -> None:
    """The approver of the responsible department."""
    steps = tuple(step for step in ordinary().steps if step.key != "decide")
    assert ("approver", BUREAU) == Walk(ordinary(steps=steps)).case.decider


def test_steps_of_other_situations_are_no_tasks() -> None:
    """A step for leased places only: not there for an owned one, and the case comes to its decision without it."""
    version = ordinary()
    steps = tuple(replace(s, when=("rented",)) if s.key == "fire" else s for s in version.steps)
    walk = Walk(ordinary(steps=steps)).accepted()
    assert ["house"] == [task.key for task in walk.case.tasks]
    walk.to("finish_task", HOUSE, **TASK)
    assert State.DECIDING == walk.case.state
    leased = Walk(
        ordinary(steps=steps),
        situations=("rented",),
        received=("form", "identity", "plan", "lease"),
    )
    assert ["house", "fire"] == [task.key for task in leased.accepted().case.tasks]


def test_steps_of_a_case_deemed_accepted_count_from_receipt() -> None:
    """No step ends after the case does because nobody answered: its limit runs from the receipt, too."""
    walk = Walk().later(days=10).to("deem_accepted", THE_LAW)
    (house, _) = walk.case.tasks
    reading = read_task(house, walk.calendar, walk.at)
    assert reading is not None
    assert (MONDAY, walk.calendar.due(MONDAY.date(), 5)) == (house.entries[0].at, reading.due)
    assert house.opened_at is not None
    assert MONDAY < house.opened_at
