"""Papers of events: every move that issues one gets it, in words that hold together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from kaocheng.cases.moves import moves
from kaocheng.cases.papers.composing import compose
from kaocheng.cases.papers.contents import contents_of
from kaocheng.cases.papers.contents.deciding import joint_opinion
from kaocheng.cases.papers.contents.materials import handed
from kaocheng.cases.papers.forms import form
from kaocheng.cases.papers.records import (
    Acceptance,
    Content,
    Correction,
    Extension,
    MaterialCorrection,
    NotAccepted,
    Promise,
    Rectification,
    Revocation,
    ServiceReceipt,
    SpecialProcedure,
    Tolerance,
    Tracking,
)
from kaocheng.cases.papers.telling import Told, matter_of
from tests.cases.examples import PASSES, REFUSAL, VISIT, correcting, deferred_closed, promised, told
from tests.cases.papers.samples import ISSUE, OFFICE
from tests.cases.papers.test_composing import words
from tests.cases.walking import CHIEF, CLERK, FIREMAN, HOUSE, Walk
from tests.catalogue.versions import tolerant

WITH_PAPER = sorted(move.key for move in moves().values() if move.paper)


def last(walk: Walk) -> Told:
    """The last event of a walk."""
    return Told(
        walk.case,
        walk.version,
        walk.events[-1],
        walk.calendar,
        units={"D009": "卫生健康局"},
        issued=(("准予行政许可决定书", "示审批许准〔2026〕1号"),),
    )


def after(move: str) -> Told:
    """A case after a move of the table of examples."""
    example = PASSES[move]
    return last(example.make().to(move, example.who, **example.given))


def said(told: Told, content: Content, *, permit: bool) -> str:
    """The paper in words."""
    matter = replace(matter_of(told.case, told.version, Tracking("C0DE")), permit=permit)
    return words(compose(form(content.kind), matter, content, OFFICE, ISSUE))


@pytest.mark.parametrize("permit", [True, False])
@pytest.mark.parametrize("move", WITH_PAPER)
def test_every_move_with_a_paper_gets_it(move: str, *, permit: bool) -> None:
    """Whole sentences, no gaps, no doubled stops."""
    told = after(move)
    found = contents_of(told)
    assert found
    assert told.facts["paper"] == found[0].kind
    for content in found:
        text = said(told, content, permit=permit)
        assert [] == [
            bad for bad in ("{", "None", "。。", "，。", "因，", "因、", "“”") if bad in text
        ]


def test_opening_gives_a_receipt() -> None:
    """With all that was handed in, and until when an answer must come."""
    walk = Walk()
    (receipt,) = contents_of(last(walk))
    assert {"form", "identity", "plan", "deed"} == set(walk.case.received)
    assert 4 == len(receipt.materials)
    assert date(2026, 3, 9) == receipt.answer_by


def test_a_move_without_a_paper_gives_none() -> None:
    """Most moves do not."""
    assert () == contents_of(last(Walk().accepted().to("urge", CHIEF, reason="快到期")))


def test_an_acceptance_has_its_day_and_sum() -> None:
    """The day of the promised limit is the last day of the sum."""
    (content,) = contents_of(last(Walk().accepted()))
    assert isinstance(content, Acceptance)
    assert content.due == content.reckoning[-1].last
    assert content.budget.amount == content.reckoning[-1].total
    assert not content.silent


def test_silence_accepts_from_the_day_the_papers_came() -> None:
    """行政许可法 §32."""
    (content,) = contents_of(after("deem_accepted"))
    assert isinstance(content, Acceptance)
    assert content.silent
    assert date(2026, 3, 2) == content.accepted


def test_deferred_materials_bring_their_own_paper() -> None:
    """容缺: what is owed until when, beside the acceptance."""
    walk = Walk(tolerant(), received=("form", "pledge")).to("accept", CLERK, deferred=["drawing"])
    acceptance, tolerance = contents_of(last(walk))
    assert isinstance(acceptance, Acceptance)
    assert isinstance(tolerance, Tolerance)
    drawing = next(m for m in walk.version.materials if m.key == "drawing")
    until = walk.calendar.due(date(2026, 3, 2), drawing.deferrable_days or 0)
    assert [(drawing.name, until)] == [(one.name, one.until) for one in tolerance.owed]


def test_a_promise_brings_its_own_paper() -> None:
    """告知承诺: what it stands for, how it is checked, what a breach costs."""
    walk = promised()
    accepted = replace(last(walk), event=walk.events[1])
    _, promise = contents_of(accepted)
    assert isinstance(promise, Promise)
    assert ("所填内容属实",) == promise.promises
    assert promise.requirements


def test_a_correction_names_standard_and_basis_of_the_list() -> None:
    """From the version the case is pinned to."""
    (content,) = contents_of(last(told()))
    assert isinstance(content, Correction)
    (lack,) = content.lacks
    plan = next(m for m in Walk().version.materials if m.key == "plan")
    assert (plan.name, "没有交", plan.standard, plan.basis) == (
        lack.name, lack.problem, lack.standard, lack.basis,
    )  # fmt: skip
    assert date(2026, 3, 16) == content.until


@pytest.mark.parametrize(
    ("move", "needless", "authority"),
    [
        ("tell_not_needed", True, ""),
        ("refuse_authority", False, "市行政审批局"),
        ("refuse_incomplete", False, ""),
    ],
)
def test_the_three_grounds_of_not_accepting(move: str, authority: str, *, needless: bool) -> None:
    """Each says what the law says of it."""
    (content,) = contents_of(after(move))
    assert isinstance(content, NotAccepted)
    assert (needless, authority) == (content.needless, content.authority)


def test_the_day_told_with_a_special_procedure_comes_true() -> None:
    """If it ends when the applicant was told it would, the case is due on the day the paper named."""
    walk = Walk().accepted().to("begin_special", HOUSE, **VISIT)
    (content,) = contents_of(last(walk))
    assert isinstance(content, SpecialProcedure)
    assert not content.excluded
    end = walk.at + timedelta(days=3)
    walk.later(days=3).to("end_special", HOUSE, number="T1", result="相符")
    assert end.date() == date(2026, 3, 5)
    assert content.due == last(walk).due()


def test_an_extension_names_both_days() -> None:
    """Before and after, the difference being what was added."""
    found = after("extend")
    (content,) = contents_of(found)
    assert isinstance(content, Extension)
    assert found.calendar.due(content.before, content.extra.amount) == content.due


def test_a_service_receipt_lists_what_was_issued() -> None:
    """The decision by its 文号, the certificate by its own."""
    (content,) = contents_of(after("deliver"))
    assert isinstance(content, ServiceReceipt)
    assert "示审批许准〔2026〕1号" in {paper.number for paper in content.papers}


def test_a_material_handed_in_again_says_so() -> None:
    """The second round is named on the receipt."""
    found = after("answer_correction")
    (row,) = handed(found.case, found.version, ("plan",))
    assert "第2次提交" == row.note


def test_a_joint_opinion_waits_for_all() -> None:
    """One 整改 makes the whole 整改; one that has not spoken makes none."""
    walk = Walk().accepted()
    assert joint_opinion(last(walk), "示范工程", "住建局") is None
    walk.to("finish_task", HOUSE, task="house", opinion="通过")
    walk.to("finish_task", FIREMAN, task="fire", opinion="通过")
    tasks = tuple(replace(task, opinions="联合验收", opinion="合格") for task in walk.case.tasks)
    mended = (replace(tasks[0], opinion="整改", remark="补足绿地"), *tasks[1:])
    both = [replace(last(walk), case=replace(walk.case, tasks=done)) for done in (tasks, mended)]
    found = [joint_opinion(one, "示范工程", "住建局") for one in both]
    assert ["合格", "整改"] == [one.conclusion for one in found if one]
    assert ("补足绿地",) == found[1].remedies
    walk.case = both[0].case
    walk.to("grant", CHIEF)
    assert ["approval", "joint_opinion"] == [one.kind for one in contents_of(last(walk))]


@pytest.mark.parametrize(
    ("walk", "said"),
    [
        (
            lambda: promised().to(
                "check_promise", CHIEF, kept=False, credit="失信1", reason="场所不符"
            ),
            "承诺不实",
        ),
        (
            lambda: deferred_closed().later(days=30).to("lapse_owed", CHIEF, reason="催过三次"),
            "逾期未补齐容缺材料",
        ),
        (lambda: Walk().closed().to("revoke", CHIEF, **REFUSAL), "场所不符合第三项条件"),
    ],
)
def test_every_way_of_revoking_gives_the_decision_a_paper(
    walk: Callable[[], Walk], said: str
) -> None:
    """撤销: the ground, the decision it revokes, the licence that goes with it."""
    (content,) = contents_of(last(walk()))
    assert isinstance(content, Revocation)
    assert said in content.reasons[0]
    assert "示审批许准〔2026〕1号" == content.decision


def test_a_kept_promise_gives_no_paper() -> None:
    """Only the broken one revokes."""
    assert () == contents_of(last(promised().to("check_promise", CHIEF, kept=True, reason="属实")))


def test_a_rectified_decision_says_before_and_after() -> None:
    """更正: a paper of its own."""
    (content,) = contents_of(after("rectify"))
    assert isinstance(content, Rectification)
    assert ("证0001", "证0002") == (content.before, content.after)


def test_a_rectified_day_is_written_as_papers_write_days() -> None:
    """年月日, before and after, also where an event of before holds a bare date."""
    walk = Walk().examined().to("grant", CHIEF, certificate="证1", valid_until="2031-12-31")
    given = {"subject": "有效期至", "before": "2031-12-31", "reason": "录错"}
    walk.to("rectify", CHIEF, until="2031-12-30", **given)
    (content,) = contents_of(last(walk))
    assert isinstance(content, Rectification)
    assert ("2031年12月31日", "2031年12月30日") == (content.before, content.after)


def test_a_material_correction_says_what_is_wrong_and_that_time_runs() -> None:
    """材料更正通知书: each material with the reason, the step that asked, the day that stays."""
    found = last(correcting())
    (content,) = contents_of(found)
    assert isinstance(content, MaterialCorrection)
    assert ["尺寸不清"] == [lack.problem for lack in content.lacks]
    assert ("消防意见", found.due()) == (content.step, content.due)


def test_the_remedies_that_were_typed_are_printed() -> None:
    """不予, 不予受理 and 撤销: beside those of the law."""
    for move in ("deny", "refuse_incomplete", "revoke"):
        found = after(move)
        (content,) = contents_of(found)
        assert found.facts["remedies"] in said(found, content, permit=True)


def test_a_refusal_after_the_notice_names_the_materials() -> None:
    """不予受理: those of the notice that are still wrong."""
    (content,) = contents_of(after("refuse_incomplete"))
    assert "“场所平面图”经补正仍不齐全" in content.reason
