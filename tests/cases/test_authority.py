"""Who may: letters of authority for each power, acceptance apart from examination, whose step it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kaocheng.cases.events import Actor, CaseEvent
from kaocheng.cases.moving import evolve
from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal
from tests.cases.examples import EXTENDED, REFUSAL, TASK, some_missing
from tests.cases.walking import CHIEF, CLERK, HOUSE, Walk, Who
from tests.catalogue.versions import HOUSING

LEFT_OUT = {
    "accept": (Walk, CLERK, {}),
    "notify_supplement": (some_missing, CLERK, {"missing": [("plan", "缺")], "within": 10}),
    "refuse_authority": (Walk, CLERK, {"reason": "属市级权限", "right_body": "市局"}),
    "finish_task": (lambda: Walk().accepted(), HOUSE, TASK),
    "grant": (lambda: Walk().examined(), CHIEF, {}),
    "deny": (lambda: Walk().examined(), CHIEF, REFUSAL),
}
"""Moves that ask for a power of a letter: 受理, 审核, 签发."""


def _as(who: Who, *, authorised: bool | None) -> Who:
    return replace(who[0], authorised=authorised), who[1]


@pytest.mark.parametrize("move", LEFT_OUT)
def test_who_is_left_out_of_the_letters_is_refused(move: str) -> None:
    """False refuses; True and a department without letters do not."""
    make, who, given = LEFT_OUT[move]
    assert "case.authority" == make().refused(move, _as(who, authorised=False), **given)
    for authorised in (True, None):
        make().to(move, _as(who, authorised=authorised), **given)


def test_a_chief_is_not_sent_to_the_chief() -> None:
    """Who is 首席代表 already is told to have a letter made; others are sent to who has one."""
    said = Walk().examined().attempt("grant", _as(CHIEF, authorised=False))
    assert isinstance(said, Refusal)
    assert "首席代表" not in said.remedy
    assert "授权书" in said.remedy
    said = Walk().accepted().attempt("finish_task", _as(HOUSE, authorised=False), **TASK)
    assert isinstance(said, Refusal)
    assert "持有审核授权" in said.remedy


def test_who_accepts_does_not_examine() -> None:
    """审查与受理分离: the acceptor is refused at the step as well, in any post."""
    walk = Walk().to("accept", (HOUSE[0], CLERK[1]))
    assert "case.separation" == walk.refused("finish_task", HOUSE, **TASK)
    walk.to("finish_task", (Actor("other", HOUSING), Role.APPROVER), **TASK)


def test_a_claimed_step_is_done_by_who_claimed_it() -> None:
    """A colleague is refused until he claims it himself; the chief of the department may step in."""
    colleague = (Actor("colleague", HOUSING), Role.APPROVER)
    walk = Walk().accepted().to("claim_task", HOUSE, task="house")
    said = walk.attempt("finish_task", colleague, **TASK)
    assert isinstance(said, Refusal)
    assert ("case.others_task", True) == (said.code, "house" in said.message)
    walk.to("claim_task", colleague, task="house").to("finish_task", colleague, **TASK)
    walk = Walk().accepted().to("claim_task", HOUSE, task="house")
    walk.to("finish_task", (Actor("head", HOUSING), Role.CHIEF_REPRESENTATIVE), **TASK)


def test_an_extension_is_approved_by_somebody_else() -> None:
    """Neither by name nor by account the one who asks; approver and number are kept and needed."""
    chief = (replace(CHIEF[0], name="首席甲"), CHIEF[1])
    for own in ("首席甲（局长）", "chief 局长"):
        given = {**EXTENDED, "signatory": own}
        assert "case.own_approval" == Walk().accepted().refused("ask_extension", chief, **given)
    given = {**EXTENDED, "official": "chief"}
    assert "case.own_approval" == Walk().accepted().refused("ask_extension", chief, **given)
    given = {name: value for name, value in EXTENDED.items() if name != "official"}
    assert "case.approver_unnamed" == Walk().accepted().refused("ask_extension", chief, **given)
    case = Walk().accepted().extended(**EXTENDED).case
    assert case.legal[-1].approver == "本行政机关负责人（局长甲）"
    granted = case.extension
    assert granted is not None
    assert ("head", "局长甲", "示延批〔2026〕1号") == (
        granted.official, granted.signatory, granted.approval
    )  # fmt: skip


def test_an_extension_of_old_is_still_read() -> None:
    """Events from before approvers were chosen hold only words."""
    event = CaseEvent(
        "extend",
        {name: value for name, value in EXTENDED.items() if name != "official"}
        | {"approval": "示延批〔2026〕1号", "extra": [5, "工作日"]},
        "chief", "chief_representative", Walk().accepted().at,
    )  # fmt: skip
    granted = evolve(Walk().accepted().case, event).extension
    assert granted is not None
    assert ("", "局长甲") == (granted.official, granted.signatory)
