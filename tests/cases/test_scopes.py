"""Whose case it is: a department with one step has that step and nothing more; who decides is not taken."""

from __future__ import annotations

import pytest

from kaocheng.cases.moving import evolve, open_moves
from kaocheng.cases.records import Case
from kaocheng.cases.states import State, TaskState
from kaocheng.hall.posts import Role
from kaocheng.kernel.remaking import remade
from tests.cases.examples import OFFER, VISIT, deferred, misregistered, offered, promised
from tests.cases.walking import (
    CHIEF,
    CLERK,
    FIRE_HEAD,
    FIREMAN,
    HOUSE,
    HOUSING_CHIEF,
    HOUSING_HEAD,
    SUPERVISOR,
    Walk,
)
from tests.catalogue.versions import BUREAU, FIRE, HOUSING, immediate, ordinary

TO_FIRE = {"unit": FIRE, "reason": "归他们"}
SPECIALS = ("现场勘验", "听证")


def _who_decides(walk: Walk) -> tuple[str, str]:
    return walk.case.unit, walk.case.decider[1]


def test_a_side_department_cannot_take_the_whole_case() -> None:
    """转办 without a step is for the lead and the decider; with a step it must be one's own."""
    walk = Walk().accepted()
    assert "case.scope" == walk.refused("transfer", HOUSE, unit=HOUSING, reason="拿来")
    assert "case.scope" == walk.refused("transfer", HOUSE, task="fire", **TO_FIRE)
    walk.to("transfer", HOUSE, task="house", **TO_FIRE)
    assert (BUREAU, BUREAU) == _who_decides(walk)


def test_the_window_transfers_before_acceptance_only() -> None:
    """Then the department does, or the supervisor with a reason; neither changes who decides."""
    Walk().to("transfer", CLERK, **TO_FIRE)
    walk = Walk().examined()
    assert State.DECIDING is walk.case.state
    assert "case.window_transfer" == walk.refused("transfer", CLERK, **TO_FIRE)
    assert "transfer" not in _offered_to(walk, CLERK)
    assert "case.field" == walk.refused("transfer", SUPERVISOR, unit=FIRE)
    walk.to("transfer", SUPERVISOR, **TO_FIRE)
    assert (FIRE, BUREAU) == _who_decides(walk)


def _offered_to(walk: Walk, who: tuple[object, str]) -> set[str]:
    return {
        move.key
        for move in open_moves(walk.case, who[1], who[0])  # type: ignore[arg-type]
        if walk.attempt_is_open(move.key, who)
    }


def test_who_decides_changes_when_the_other_accepts() -> None:
    """Offered by the head of the deciding department, accepted by the head of the other; nobody else."""
    walk = Walk().examined()
    for who in (HOUSING_CHIEF, FIRE_HEAD):
        assert "case.scope" == walk.refused("offer_decision", who, **OFFER)
    assert "case.role" == walk.refused("offer_decision", HOUSE, **OFFER)
    assert "case.field" == walk.refused("offer_decision", CHIEF, **{**OFFER, "authority": ""})
    walk.to("offer_decision", CHIEF, **OFFER)
    assert (BUREAU, BUREAU) == _who_decides(walk)
    assert "case.pending" == walk.refused("offer_decision", CHIEF, **OFFER)
    for who in (CHIEF, FIRE_HEAD):
        assert "case.scope" == walk.refused("take_decision", who)
    walk.to("take_decision", HOUSING_HEAD)
    assert (BUREAU, HOUSING) == _who_decides(walk)
    assert "case.scope" == walk.refused("grant", CHIEF, certificate="证1")
    walk.to("grant", HOUSING_CHIEF, certificate="证1")


@pytest.mark.parametrize("who", [HOUSING_HEAD, CHIEF])
def test_an_offer_may_be_declined_or_taken_back(who: tuple[object, str]) -> None:
    """By whom it is made to, and by whom it was made; then nothing waits any more."""
    walk = offered().to("decline_decision", who, reason="不属本局职权")  # type: ignore[arg-type]
    assert walk.case.pending is None
    assert "case.scope" == walk.refused("take_decision", HOUSING_HEAD)


def test_a_decided_case_waits_for_nobody_to_take_the_decision() -> None:
    """What was offered lapses with the decision."""
    walk = Walk().examined().to("offer_decision", CHIEF, **OFFER)
    assert walk.to("grant", CHIEF, certificate="证1").case.pending is None


def test_a_transfer_of_before_still_rebuilds_as_it_was() -> None:
    """Events that do not say who decides moved the decision with the case."""
    walk = Walk().accepted().to("transfer", CHIEF, **TO_FIRE)
    old = walk.events[-1]
    facts = {name: value for name, value in old.facts.items() if name != "decides"}
    before = _until(walk, -1)
    assert FIRE == evolve(before, remade(old, facts=facts)).decider[1]


def _until(walk: Walk, end: int) -> Case:
    case = None
    for event in walk.events[:end]:
        case = evolve(case, event)
    assert case is not None
    return case


def test_a_department_sends_back_its_own_result_only() -> None:
    """The lead and the decider any; nobody reopens what was built on his own by another department."""
    walk = Walk().examined()
    assert "case.scope" == walk.refused("send_back", HOUSE, tasks=["fire"], reason="再看")
    assert "case.scope" == walk.refused("send_back", HOUSE, tasks=["house", "fire"], reason="再看")
    walk.to("send_back", HOUSE, tasks=["house"], reason="漏看")
    assert TaskState.DONE is _task(walk, "fire").state
    walk = Walk().examined().to("send_back", CHIEF, tasks=["fire"], reason="漏看")
    assert TaskState.OPEN is _task(walk, "fire").state


def test_a_result_another_department_built_upon_is_the_leads_to_send_back() -> None:
    """The fire brigade has read what the housing bureau found."""
    steps = tuple(
        remade(step, after=("house",)) if step.key == "fire" else step for step in ordinary().steps
    )
    walk = Walk(ordinary(steps=steps)).examined()
    assert "case.scope" == walk.refused("send_back", HOUSE, tasks=["house"], reason="漏看")
    walk.to("send_back", CHIEF, tasks=["house"], reason="漏看")


def _task(walk: Walk, key: str):  # type: ignore[no-untyped-def]
    found = walk.case.task(key)
    assert found is not None
    return found


def test_a_special_procedure_is_ended_by_whose_it_is() -> None:
    """The department of its step; for the whole case the lead, which nobody else stops the clock for."""
    walk = Walk(ordinary(special=SPECIALS)).accepted().to("begin_special", HOUSE, **VISIT)
    for who in (FIREMAN, CHIEF):
        assert "case.scope" == walk.refused("end_special", who, number="T1", result="好")
    assert "end_special" not in _offered_to(walk, FIREMAN)
    walk.to("end_special", HOUSE, number="T1", result="好")
    hearing = {"special": "听证", "within": 15, "reason": "申请人要求"}
    assert "case.scope" == walk.refused("begin_special", FIREMAN, **hearing)
    walk.to("begin_special", CHIEF, **hearing)
    assert "case.scope" == walk.refused("end_special", FIREMAN, number="T2", result="好")
    walk.to("end_special", CHIEF, number="T2", result="好")


def test_what_concerns_the_whole_case_is_not_a_side_departments() -> None:
    """Ending it for a paper that did not come, a correction or a preview without a step, the check of a promise."""
    walk = deferred()
    assert "case.scope" == walk.refused("issue_opinion", HOUSE, remark="基本符合")
    assert "case.scope" == walk.refused(
        "request_correction", HOUSE, materials=["form"], reason="错"
    )
    walk.later(days=30)
    assert "case.scope" == walk.refused("lapse_owed", HOUSE, reason="逾期")
    assert "case.scope" == promised().refused("check_promise", HOUSE, kept=True, reason="属实")


def test_an_item_without_special_procedures_has_none() -> None:
    """An empty list is a list: nothing stops the promised clock, and it is not offered."""
    walk = Walk(ordinary(special=(), kind="20")).accepted()
    assert "case.special" == walk.refused("begin_special", HOUSE, **VISIT)
    assert "begin_special" not in _offered_to(walk, HOUSE)


def test_a_hearing_may_be_had_of_any_permit() -> None:
    """行政许可法第四十六条、第四十七条 give it to people whatever the list of the item says."""
    walk = Walk(ordinary(special=())).accepted()
    assert "case.special" == walk.refused("begin_special", HOUSE, **VISIT)
    walk.to("begin_special", CHIEF, special="听证", within=15, reason="申请人要求")
    assert walk.case.running


@pytest.mark.parametrize("within", [[200, "月"], [11, "工作日"], [1, "月"]])
def test_a_special_procedure_is_told_within_the_local_maximum(within: list[object]) -> None:
    """Ten working days for a visit, whatever the unit; the local figure is the place's to change."""
    walk = Walk().accepted()
    assert "case.too_long" == walk.refused("begin_special", HOUSE, **{**VISIT, "within": within})
    walk.to("begin_special", HOUSE, **{**VISIT, "within": [10, "工作日"]})


def test_a_wrong_registration_is_sent_back_by_two() -> None:
    """Who says so does not confirm; it says why, and the window's days run on."""
    assert "case.field" == Walk().refused(
        "return_case", CLERK, ground="登记有误", reason="写错了事项"
    )
    walk = misregistered()
    assert "case.own_confirmation" == walk.refused("confirm_return", CLERK, remark="核对属实")
    assert State.REGISTERED is walk.case.state
    walk.to("confirm_return", SUPERVISOR, remark="核对属实")
    assert State.RETURNED is walk.case.state
    assert ("登记有误", "登记成了别的事项") == tuple(
        walk.events[-1].facts[name] for name in ("ground", "reason")
    )


def test_nothing_is_sent_back_while_papers_are_missing() -> None:
    """行政许可法第三十二条: they are named at once; afterwards it may be, with words."""
    walk = Walk(received=("form", "identity", "deed"))
    returned = {"ground": "申请人要求取回材料", "reason": "申请人来取"}
    assert "case.incomplete" == walk.refused("return_case", CLERK, **returned)
    assert "return_case" not in _offered_to(walk, CLERK)
    walk.to("notify_supplement", CLERK, missing=[("plan", "缺")], within=10)
    assert "case.field" == walk.refused("return_case", CLERK, ground="申请人要求取回材料")
    walk.to("return_case", CLERK, **returned)
    Walk(immediate()).to("return_case", CLERK, **returned)


def test_a_role_is_named_in_the_table() -> None:
    """The department manager may offer and accept a decision, and touches nothing else of it."""
    case = offered().case
    moves = {move.key for move in open_moves(case, Role.DEPARTMENT_MANAGER, HOUSING_HEAD[0])}
    assert {"take_decision", "decline_decision", "transfer", "urge"} == moves
