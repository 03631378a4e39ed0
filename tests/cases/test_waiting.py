"""What stops, extends or defers (特别程序、延期、容缺、承诺): clocks that wait, papers that follow."""

from __future__ import annotations

from datetime import date

from kaocheng.cases.limits import due_of, read_limit
from kaocheng.cases.states import State, TaskState
from kaocheng.catalogue.records import Limits
from kaocheng.kernel.clocks import Budget, ClockState, Span
from tests.cases.examples import (
    BUREAU_CHIEF,
    EXTENDED,
    VISIT,
    deferred,
    deferred_closed,
    extension_asked,
    promised,
)
from tests.cases.walking import (
    APPLICANT,
    CHIEF,
    CLERK,
    FIREMAN,
    HEAD,
    HOUSE,
    HOUSING_HEAD,
    ISSUER,
    SUPERVISOR,
    Walk,
)
from tests.catalogue.versions import ordinary, tolerant


def test_a_special_procedure_stops_the_promised_clock() -> None:
    """A visit of the place is left out of the promise, but not of the days the law gives."""
    walk = Walk().accepted().to("begin_special", HOUSE, **VISIT).later(days=2)
    walk.to("end_special", HOUSE, number="T1", result="与图相符")
    assert ["起算", "暂停", "恢复"] == [e.turn for e in walk.case.entries]
    assert ["起算"] == [e.turn for e in walk.case.legal]
    assert ("a", "b") == walk.case.specials[0].officers


def test_a_hearing_stops_both_clocks() -> None:
    """What 行政许可法第四十五条 names is not counted in the statutory limit either."""
    walk = Walk(ordinary(special=("听证",))).accepted()
    walk.to("begin_special", CHIEF, special="听证", within=15, reason="申请人要求")
    assert [TaskState.PAUSED] * 2 == [task.state for task in walk.case.tasks]
    assert "case.task_paused" == walk.refused("finish_task", HOUSE, task="house", opinion="通过")
    walk.later(days=7).to("end_special", CHIEF, number="T1", result="举行完毕")
    assert ["起算", "暂停", "恢复"] == [e.turn for e in walk.case.legal]
    assert [TaskState.OPEN] * 2 == [task.state for task in walk.case.tasks]


def test_a_hearing_is_not_announced_for_longer_than_the_law_gives() -> None:
    """Twenty working days, from law.figures."""
    walk = Walk(ordinary(special=("听证",))).accepted()
    hearing = {"special": "听证", "within": 21, "reason": "申请人要求"}
    assert "case.too_long" == walk.refused("begin_special", CHIEF, **hearing)


def test_two_procedures_at_once_pause_until_both_are_over() -> None:
    """The promised clock runs again when none is left."""
    walk = (
        Walk(ordinary(special=("现场勘验", "检测"))).accepted().to("begin_special", HOUSE, **VISIT)
    )
    walk.to("begin_special", FIREMAN, special="检测", within=5, officers=["c", "d"],
            task="fire", reason="设施")  # fmt: skip
    walk.later(days=1).to("end_special", HOUSE, number="T1", result="好")
    reading = read_limit(walk.case, "承诺", walk.calendar, walk.at)
    assert reading is not None
    assert ClockState.PAUSED == reading.state
    walk.to("end_special", FIREMAN, number="T2", result="好")
    reading = read_limit(walk.case, "承诺", walk.calendar, walk.at)
    assert reading is not None
    assert ClockState.RUNNING == reading.state


def test_an_extension_is_given_once_and_before_the_end() -> None:
    """It moves both last days by the same working days; a second and a late one are refused."""
    asked = dict(EXTENDED)
    walk = Walk().accepted()
    assert "case.late" == Walk().accepted().later(days=20).refused("ask_extension", CHIEF, **asked)
    walk.extended(**asked)
    assert date(2026, 3, 23) == due_of(walk.case, "承诺", walk.calendar, walk.at)
    assert date(2026, 4, 7) == due_of(walk.case, "法定", walk.calendar, walk.at)
    assert "case.extended" == walk.refused("ask_extension", CHIEF, **asked)


def test_an_extension_counts_only_once_its_approver_has_confirmed() -> None:
    """Asked for it changes no day, somebody else cannot confirm it, and refused or decided it is gone."""
    walk = extension_asked()
    assert (None, "head") == (walk.case.extension, walk.case.pending and walk.case.pending.official)
    assert date(2026, 3, 16) == due_of(walk.case, "承诺", walk.calendar, walk.at)
    assert "case.not_approver" == walk.refused("extend", BUREAU_CHIEF)
    assert "case.scope" == walk.refused("extend", HOUSING_HEAD)
    assert "case.pending" == walk.refused("ask_extension", CHIEF, **EXTENDED)
    assert "case.late" == extension_asked().later(days=20).refused("extend", HEAD)
    walk.to("refuse_extension", HEAD, reason="能按期办结")
    assert "case.not_asked" == walk.refused("extend", HEAD)
    assert walk.extended(**EXTENDED).case.pending is None


def test_joint_handling_is_extended_by_the_government() -> None:
    """Forty-five days and more: fifteen, approved by the head of the government."""
    walk = Walk(ordinary(limits=Limits(Budget(45), Budget(30)))).accepted()
    asked = {**EXTENDED, "extra": 15, "reason": "联合办理"}
    assert "case.approver" == walk.refused("ask_extension", CHIEF, **asked)
    given = {name: value for name, value in asked.items() if name != "official"}
    walk.to("ask_extension", CHIEF, **{**given, "approver": "本级人民政府负责人"})
    assert "case.own_approval" == walk.refused("extend", CHIEF, approval="示政批〔2026〕1号")
    assert "case.approval_number" == walk.refused("extend", HEAD)
    walk.to("extend", HEAD, approval="示政批〔2026〕1号")
    assert walk.case.extension is not None


def test_what_is_owed_is_owed_by_somebody_until_a_day() -> None:
    """容缺: the drawing, by the applicant, with the days and the consequence of the list."""
    (owed,) = deferred().case.owed
    assert ("drawing", "A1", Budget(10)) == (owed.material, owed.by, owed.budget)
    assert "终止" in owed.consequence


def test_nothing_is_issued_while_something_is_owed() -> None:
    """The decision is marked 容缺通过; the opinion may go out, the result may not until it is paid."""
    walk = deferred_closed()
    assert walk.case.outcome is not None
    assert walk.case.outcome.deferred
    walk.to("issue_opinion", HOUSE, remark="基本符合", task="review")
    assert "case.owing" == walk.refused("deliver", ISSUER, mode="现场", receiver="本人")
    walk.to("pay_owed", APPLICANT, received=["drawing"]).to(
        "deliver", ISSUER, mode="现场", receiver="本人"
    )
    assert State.DELIVERED == walk.case.state


def test_a_paid_material_reopens_the_step_that_reads_it() -> None:
    """While nothing is decided, who judged without the drawing judges again with it."""
    walk = deferred().to("finish_task", HOUSE, task="review", opinion="通过")
    walk.to("pay_owed", APPLICANT, received=["drawing"])
    assert (State.EXAMINING, 2) == (walk.case.state, walk.case.tasks[0].round)


def test_what_is_not_paid_in_time_ends_the_case() -> None:
    """Before a decision the case is returned, after it the decision is revoked."""
    assert (
        State.RETURNED
        == deferred().later(days=30).to("lapse_owed", CHIEF, reason="逾期").case.state
    )
    assert (
        State.REVOKED
        == deferred_closed().later(days=30).to("lapse_owed", CHIEF, reason="逾期").case.state
    )


def test_only_what_the_list_defers_may_follow() -> None:
    """The application form is not 可容缺."""
    walk = Walk(tolerant(), received=("pledge",))
    assert "case.not_deferrable" == walk.refused("accept", CLERK, deferred=["form", "drawing"])


def test_a_broken_promise_revokes_and_is_recorded() -> None:
    """The check finds it untrue: the decision is revoked, the credit entry stands in the case."""
    walk = promised().to("check_promise", CHIEF, kept=False, credit="失信1", reason="不实")
    (promise,) = walk.case.promises
    assert (State.REVOKED, False, "失信1") == (walk.case.state, promise.kept, promise.credit)


def test_a_promise_needs_an_item_that_takes_one() -> None:
    """And a text; a kept one leaves everything as it was."""
    short = Walk(ordinary(), received=("form", "identity", "deed"))
    assert "case.no_promise" == short.refused("accept", CLERK, promised=["plan"], promise="属实")
    walk = Walk(tolerant(), received=("form", "drawing"))
    assert "case.promise_text" == walk.refused("accept", CLERK, promised=["pledge"])
    assert (
        State.DECIDED == promised().to("check_promise", CHIEF, kept=True, reason="属实").case.state
    )


def test_the_bound_of_an_extension_holds_in_every_unit() -> None:
    """A promise in natural days: ten working days are about fourteen of them, and not ninety."""
    days = Budget(15, Span.DAY)
    walk = Walk(ordinary(limits=Limits(Budget(20), days))).accepted()
    for extra, code in ((90, "case.too_long"), (15, "case.too_long")):
        given = {**EXTENDED, "extra": [extra, "自然日"]}
        assert code == walk.refused("ask_extension", CHIEF, **given)
    walk.extended(**{**EXTENDED, "extra": [14, "自然日"]})


def test_an_applicant_urges_once_a_day_through_whatever_channel() -> None:
    """The second one of a day is refused by the core and not offered; staff are free; the next day counts anew."""
    walk = Walk().accepted().to("urge", APPLICANT, reason="请快些")
    assert "case.urged" == walk.refused("urge", APPLICANT, reason="再催")
    walk.to("urge", SUPERVISOR, reason="临近期限").to("urge", SUPERVISOR, reason="临近期限")
    walk.later(days=1).to("urge", APPLICANT, reason="请快些")
    assert 4 == len(walk.case.urgings)


def test_putting_right_on_the_spot_is_done_at_the_window() -> None:
    """Whatever channel an applicant comes through, 当场更正 is the clerk's step."""
    given = {"received": ["form"], "reason": "日期写错"}
    assert "case.role" == Walk().refused("fix_on_spot", APPLICANT, **given)
    Walk().to("fix_on_spot", CLERK, **given)
