"""Materials sent back after acceptance (退回更正材料): told on paper, answered, and nobody's clock stops."""

from __future__ import annotations

from dataclasses import replace

from kaocheng.cases.limits import due_of
from kaocheng.cases.states import State, TaskState
from tests.cases.examples import correcting
from tests.cases.walking import APPLICANT, CHIEF, FIREMAN, HOUSE, Walk
from tests.catalogue.versions import ordinary

DEED = {"materials": ["deed"], "reason": "权证过期"}


def test_it_is_told_on_paper_and_waits_for_the_applicant() -> None:
    """材料更正通知书, with who asked; the case names what it waits for until it has come."""
    walk = correcting()
    (asked,) = walk.case.correcting
    assert ("plan",) == asked.waits_for
    assert (walk.case.papers[-1].number, "fireman") == (asked.paper, asked.by)
    assert "material_correction" == walk.case.papers[-1].kind
    walk.to("answer_correction", APPLICANT, received=["plan"])
    assert () == walk.case.correcting


def test_both_limits_stay_where_they_were() -> None:
    """行政许可法第四十五条 does not name it: neither day moves."""
    walk = Walk().accepted()
    before = [due_of(walk.case, clock, walk.calendar, walk.at) for clock in ("承诺", "法定")]
    walk.to("request_correction", HOUSE, task="house", **DEED).later(days=3)
    walk.to("answer_correction", APPLICANT, received=["deed"])
    assert before == [
        due_of(walk.case, clock, walk.calendar, walk.at) for clock in ("承诺", "法定")
    ]
    assert ["起算"] == [entry.turn for entry in walk.case.entries]


def test_a_step_that_names_no_materials_is_not_done_again() -> None:
    """What it said stands; whoever decides may still send it back."""
    steps = tuple(replace(s, reads=()) if s.key == "fire" else s for s in ordinary().steps)
    walk = Walk(ordinary(steps=steps)).examined()
    walk.to("request_correction", CHIEF, **DEED).to(
        "answer_correction", APPLICANT, received=["deed"]
    )
    house, fire = walk.case.task("house"), walk.case.task("fire")
    assert house is not None
    assert fire is not None
    assert (TaskState.OPEN, TaskState.DONE, 1) == (house.state, fire.state, fire.round)
    assert State.EXAMINING == walk.case.state


def test_the_same_material_is_not_asked_for_twice_at_once() -> None:
    """One request at a time for one paper."""
    assert "case.asked_already" == correcting().refused(
        "request_correction", FIREMAN, materials=["plan"], reason="仍不清", task="fire"
    )


def test_who_never_answers_does_not_block_the_case() -> None:
    """The step may not pass without the paper, but it may fail with its reason."""
    walk = correcting()
    given = {"task": "fire", "remark": "平面图一直没有更正"}
    assert "case.correction_open" == walk.refused("finish_task", FIREMAN, opinion="通过", **given)
    walk.to("finish_task", FIREMAN, opinion="不通过", **given)
    assert State.DECIDING == walk.case.state
