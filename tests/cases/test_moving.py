"""A case on its way: the outcomes of intake, who may decide, what counts, what is reopened."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from kaocheng.cases.limits import due_of, read_limit, read_task
from kaocheng.cases.moving import evolve, make_move, rebuild
from kaocheng.cases.records import Case
from kaocheng.cases.states import Channel, State, TaskState, Verdict
from kaocheng.kernel.clocks import SHANGHAI, ClockState
from kaocheng.kernel.refusing import Refusal
from tests.cases.examples import (
    VISIT,
    correcting,
    deferred_closed,
    posted,
    renewal,
    some_missing,
    told,
    unseen,
)
from tests.cases.walking import (
    APPLICANT,
    CHIEF,
    CLERK,
    FIREMAN,
    HOUSE,
    ISSUER,
    MONDAY,
    THE_LAW,
    Walk,
    original_of,
)
from tests.catalogue.versions import immediate, ordinary, renewing


@pytest.mark.parametrize(
    ("move", "given", "state"),
    [
        ("tell_not_needed", {"reason": "已取消"}, State.NOT_NEEDED),
        ("refuse_authority", {"reason": "不归本县", "right_body": "市局"}, State.NOT_ACCEPTED),
        ("fix_on_spot", {"received": ["form"], "reason": "改日期"}, State.REGISTERED),
        ("notify_supplement", {"missing": [("form", "缺章")], "within": 5}, State.SUPPLEMENTING),
        ("accept", {}, State.EXAMINING),
    ],
)
def test_the_five_outcomes_at_the_window(move: str, given: dict[str, object], state: State) -> None:
    """行政许可法第三十二条: each is a move of its own, and each stops the days for answering but the third."""
    walk = Walk().to(move, CLERK, **given)
    assert state == walk.case.state
    stopped = walk.case.intake[-1].turn == "止算"
    assert (move != "fix_on_spot") == stopped


def test_supplement_moves_the_start() -> None:
    """The promised limit begins with the acceptance after the papers came, not with the first receipt."""
    walk = told().later(days=4).to("supply", APPLICANT, received=["plan"]).to("accept", CLERK)
    assert date(2026, 3, 6) == walk.case.entries[0].at.date()
    assert date(2026, 3, 20) == due_of(walk.case, "承诺", walk.calendar, walk.at)


def test_half_a_supplement_is_not_enough() -> None:
    """The case waits until everything named in the one notice has come."""
    walk = Walk(received=("form", "deed"))
    walk.to("notify_supplement", CLERK, missing=[("plan", "缺"), ("identity", "缺")], within=10)
    assert State.SUPPLEMENTING == walk.to("supply", APPLICANT, received=["plan"]).case.state
    assert State.REGISTERED == walk.to("supply", CLERK, received=["identity"]).case.state


def test_a_paper_that_was_there_before_does_not_answer_the_notice() -> None:
    """What is wrong with a paper handed in is mended by handing it in again."""
    walk = Walk().to("notify_supplement", CLERK, missing=[("form", "缺章")], within=10)
    assert State.SUPPLEMENTING == walk.case.state
    walk.to("supply", APPLICANT, received=["form"])
    (form,) = (m for m in walk.case.materials if m.key == "form")
    assert (State.REGISTERED, 2) == (walk.case.state, form.round)


def test_silence_accepts_from_the_day_of_receipt() -> None:
    """Five working days without a word: on the sixth the law accepts, and both clocks run from the receipt."""
    walk = some_missing()
    walk.at = datetime(2026, 3, 9, 18, 0, tzinfo=SHANGHAI)
    assert "case.guard_running" == walk.refused("deem_accepted", THE_LAW)
    walk.later(days=1)
    assert "case.notice_late" == walk.refused(
        "notify_supplement", CLERK, missing=[("plan", "缺")], within=5
    )
    walk.to("deem_accepted", THE_LAW)
    assert (MONDAY, "law") == (walk.case.accepted_at, walk.case.accepted_by)
    assert date(2026, 3, 16) == due_of(walk.case, "承诺", walk.calendar, walk.at)
    assert date(2026, 3, 30) == due_of(walk.case, "法定", walk.calendar, walk.at)


def test_a_told_applicant_is_never_accepted_by_silence() -> None:
    """After the one notice the case waits for the applicant, then for the clerk, but not for the law."""
    walk = told().later(days=30)
    assert "case.state" == walk.refused("deem_accepted", THE_LAW)
    walk.to("supply", APPLICANT, received=["plan"]).later(days=30)
    assert "case.guard_running" == walk.refused("deem_accepted", THE_LAW)


def test_nobody_both_accepts_and_decides() -> None:
    """The acceptor is refused even when he holds the right post."""
    walk = (
        Walk()
        .to("accept", CHIEF[:1] + CLERK[1:])
        .to("finish_task", HOUSE, task="house", opinion="通过")
    )
    walk.to("finish_task", FIREMAN, task="fire", opinion="通过")
    assert "case.separation" == walk.refused("grant", CHIEF)


def test_a_case_done_at_once_may_be() -> None:
    """即办件: the clerk who accepts also decides, where the item says that he decides."""
    walk = Walk(immediate()).to("accept", CLERK)
    assert State.DECIDING == walk.case.state
    walk.to("grant", CLERK, certificate="证1").to("close", CLERK)
    assert State.CLOSED == walk.case.state


def test_the_decider_holds_the_role_and_the_department() -> None:
    """Neither another department's chief nor an approver of the right one decides what a chief decides."""
    walk = Walk().examined()
    stranger = (HOUSE[0], CHIEF[1])
    assert "case.scope" == walk.refused("grant", stranger)
    assert "case.scope" == walk.refused("grant", (CHIEF[0], HOUSE[1]))


def test_without_a_letter_of_authority_nobody_signs() -> None:
    """The hook of the residency: `signs` False refuses the decision."""
    walk = Walk().examined()
    actor = CHIEF[0].__class__("chief", "D001", authorised=False)
    assert "case.authority" == walk.refused("grant", (actor, CHIEF[1]))


def test_parallel_tasks_open_together_and_the_last_one_closes() -> None:
    """Both departments work side by side; the case goes to the decision when the second is done."""
    walk = Walk().accepted()
    assert [TaskState.OPEN] * 2 == [task.state for task in walk.case.tasks]
    walk.to("finish_task", FIREMAN, task="fire", opinion="通过")
    assert State.EXAMINING == walk.case.state
    assert State.DECIDING == walk.to("finish_task", HOUSE, task="house", opinion="通过").case.state


def test_a_corrected_material_reopens_only_those_who_read_it() -> None:
    """The lease is read by the housing bureau alone: the fire brigade keeps its result and its clock."""
    walk = Walk().accepted().to("finish_task", FIREMAN, task="fire", opinion="通过")
    walk.to("finish_task", HOUSE, task="house", opinion="通过")
    fire, house = walk.case.task("fire"), walk.case.task("house")
    walk.to("request_correction", CHIEF, materials=["deed"], reason="权证过期")
    assert "case.correction_open" == walk.refused("grant", CHIEF)
    walk.to("answer_correction", APPLICANT, received=["deed"])
    assert fire == walk.case.task("fire")
    again = walk.case.task("house")
    assert house is not None
    assert again is not None
    assert (TaskState.OPEN, 2, "") == (again.state, again.round, again.opinion)
    assert ("house",) == walk.case.corrections[0].reopened
    assert State.EXAMINING == walk.case.state


def test_a_correction_does_not_stop_the_clock() -> None:
    """Only special procedures stop it; asking for a better paper does not."""
    walk = correcting().later(days=3)
    reading = read_limit(walk.case, "承诺", walk.calendar, walk.at)
    assert reading is not None
    assert (ClockState.RUNNING, 3) == (reading.state, reading.used)


def test_a_step_is_done_again_when_the_one_before_it_is() -> None:
    """A step that was built on a reopened result waits for the new one."""
    steps = ordinary().steps
    chain = (steps[0], steps[1], _after(steps[2], "house"), *steps[3:])
    walk = Walk(ordinary(steps=chain)).examined()
    walk.to("send_back", CHIEF, tasks=["house"], reason="漏看")
    assert [TaskState.OPEN, TaskState.WAITING] == [task.state for task in walk.case.tasks]
    walk.to("finish_task", HOUSE, task="house", opinion="通过")
    assert TaskState.OPEN == walk.case.tasks[1].state
    assert ["起算", "止算", "重新起算"] == [e.turn for e in walk.case.tasks[1].entries]


def _after(step: object, key: str) -> object:
    kept = {name: getattr(step, name) for name in step.__dataclass_fields__}
    return type(step)(**{**kept, "after": (key,)})


def test_a_renewal_not_decided_is_renewed() -> None:
    """行政许可法第五十条: asked thirty working days before the end, not decided at the end."""
    walk = renewal().later(days=100).to("deem_renewed", THE_LAW)
    assert walk.case.outcome is not None
    assert (State.DECIDED, Verdict.RENEWED) == (walk.case.state, walk.case.outcome.verdict)
    assert [TaskState.ENDED] * 2 == [task.state for task in walk.case.tasks]


def test_silence_renews_nothing_while_the_last_day_is_only_stated() -> None:
    """Nobody has seen the old permit: past the stated day nothing is certain until somebody has compared it."""
    walk = unseen(100)
    assert "case.renewal_unchecked" == walk.refused("deem_renewed", THE_LAW)
    walk.to("check_permit", CHIEF, original="证0001", original_until="2026-05-31")
    walk.to("deem_renewed", THE_LAW)
    assert Verdict.RENEWED is walk.case.outcome.verdict


def test_the_last_day_is_the_one_on_the_original() -> None:
    """Stated too early: compared, the permit still holds, and silence has not renewed it yet."""
    walk = unseen(100)
    walk.to("check_permit", CLERK, original="证0001", original_until="2026-12-31")
    assert date(2026, 12, 31) == walk.case.expires_on
    assert "case.renewal" == walk.refused("deem_renewed", THE_LAW)


def test_a_permit_over_before_the_application_is_not_renewed() -> None:
    """What the original says, and another number than the one registered."""
    walk = unseen(1)
    late = {"original": "证0001", "original_until": "2026-02-28"}
    assert "case.original" == walk.refused("check_permit", CLERK, **late)
    other = {"original": "证0002", "original_until": "2026-05-31"}
    assert "case.original" == walk.refused("check_permit", CLERK, **other)


def test_an_acceptance_of_before_the_day_was_asked_for_stands() -> None:
    """Its event has the number alone; the clerk had compared both then."""
    walk = Walk(renewing(), renewal_of="证0001", expires_on=date(2026, 5, 31))
    (event,) = walk.attempt("accept", CLERK, **original_of(walk.case))[:1]
    facts = {k: v for k, v in event.facts.items() if k != "original_until"}
    case = evolve(walk.case, replace(event, facts=facts))
    assert ("证0001", date(2026, 5, 31)) == (case.renewal_seen, case.expires_on)


def test_a_late_renewal_is_not_renewed_by_silence() -> None:
    """Who asked less than thirty working days before the end waits for the decision."""
    walk = (
        Walk(renewing(), renewal_of="证1", expires_on=date(2026, 3, 31)).accepted().later(days=60)
    )
    assert "case.renewal" == walk.refused("deem_renewed", THE_LAW)


def test_what_is_posted_is_served_when_it_is_signed_for() -> None:
    """The ten days for serving run until then; only then the case goes to the archive."""
    walk = posted()
    reading = read_limit(walk.case, "送达", walk.calendar, walk.at)
    assert reading is not None
    assert ClockState.RUNNING == reading.state
    walk.later(days=2).to("confirm_service", APPLICANT, served_on="2026-03-04")
    walk.to("archive", ISSUER, archive="2026-1")
    assert State.ARCHIVED == walk.case.state


def test_posting_needs_a_waybill() -> None:
    """Without a number nobody finds the parcel."""
    assert "case.waybill" == Walk().closed().refused("deliver", ISSUER, mode="邮寄")


def test_a_withdrawn_case_stops_everything() -> None:
    """Both clocks, the open steps and the special procedure end with it."""
    walk = (
        Walk()
        .accepted()
        .to("begin_special", HOUSE, **VISIT)
        .to("withdraw", APPLICANT, reason="不办")
    )
    reading = read_limit(walk.case, "承诺", walk.calendar, walk.at)
    assert reading is not None
    assert (State.WITHDRAWN, ClockState.STOPPED) == (walk.case.state, reading.state)
    assert () == walk.case.running
    assert {TaskState.ENDED} == {task.state for task in walk.case.tasks}


def test_a_transferred_case_is_the_other_departments() -> None:
    """Its unit and its open steps move, never who decides; what is done stays where it was done."""
    walk = Walk().accepted().to("transfer", CHIEF, unit="D009", reason="职责调整")
    assert ("D009", "D001") == (walk.case.unit, walk.case.decider[1])
    walk = Walk().accepted().to("transfer", HOUSE, unit="D009", task="house", reason="归他们")
    task = walk.case.task("house")
    assert task is not None
    assert ("D009", "D001") == (task.unit, walk.case.unit)


def test_channels_are_kept_step_by_step() -> None:
    """Applied for online, papers brought to the window, posted: each step with its own channel."""
    walk = Walk(channel=Channel.ONLINE, received=("form", "identity", "deed"))
    walk.to("receive", CLERK, received=["plan"]).to("accept", CLERK)
    for who, task in ((HOUSE, "house"), (FIREMAN, "fire")):
        walk.to("finish_task", who, task=task, opinion="通过")
    walk.to("grant", CHIEF, certificate="证1").to("close", CLERK).to(
        "deliver", ISSUER, mode="邮寄", waybill="S1"
    )
    assert [
        ("open", Channel.ONLINE),
        ("receive", Channel.WINDOW),
        ("accept", Channel.ONLINE),
        ("deliver", Channel.POST),
    ] == [(c.step, c.channel) for c in walk.case.contacts]


def test_an_unknown_channel_is_refused() -> None:
    """The words are those of the list."""
    assert "case.field" == Walk().refused("accept", CLERK, channel="飞鸽")


def test_a_step_never_goes_back_in_time() -> None:
    """A move dated before the last one is refused."""
    walk = Walk().accepted()
    walk.later(hours=-3)
    assert "case.time" == walk.refused("urge", CHIEF, reason="快")


def test_the_task_clock_is_its_own() -> None:
    """The housing bureau has five days although the case has ten."""
    walk = Walk().accepted()
    task = walk.case.task("house")
    assert task is not None
    reading = read_task(task, walk.calendar, walk.at)
    assert reading is not None
    assert date(2026, 3, 9) == reading.due


def test_a_corrected_decision_leaves_what_it_said() -> None:
    """更正: before and after stand in the case, the licence number is the new one."""
    walk = Walk().granted()
    walk.to(
        "rectify", CHIEF, subject="证照或批文编号", before="证0001", after="证0002", reason="录错"
    )
    (change,) = walk.case.changes
    assert walk.case.outcome is not None
    assert ("证0001", "证0002") == (change.before, walk.case.outcome.certificate)


def test_events_alone_rebuild_the_case() -> None:
    """The whole way, folded from its events, is the very same record."""
    walk = deferred_closed().to("pay_owed", APPLICANT, received=["drawing"])
    walk.to("deliver", ISSUER, mode="现场", receiver="本人").to("archive", ISSUER, archive="1")
    assert walk.case == rebuild(walk.events)
    assert len(walk.events) == walk.case.serial


def test_no_events_are_no_case() -> None:
    """And nothing is made of nothing."""
    assert rebuild([]) is None


def test_a_refused_move_changes_nothing() -> None:
    """`make_move` is pure: the same attempt twice gives the same answer."""
    walk = Walk()
    before: Case = walk.case
    said = [
        make_move(walk.case, walk.version, "grant", {}, by=CHIEF[0], role=CHIEF[1], at=walk.at, calendar=walk.calendar)
        for _ in range(2)
    ]  # fmt: skip
    assert all(isinstance(one, Refusal) for one in said)
    assert before == walk.case


def test_a_result_handed_over_says_to_whom() -> None:
    """The receipt of service needs it; what is posted or sent is signed for elsewhere."""
    assert "case.receiver" == Walk().closed().refused("deliver", ISSUER, mode="现场")
    assert Walk().closed().to("deliver", ISSUER, mode="电子").case.delivery


@pytest.mark.parametrize(("typed", "cents"), [("12", 1200), ("12.5", 1250), ("0.05", 5)])
def test_postage_is_typed_in_yuan_and_kept_exactly(typed: str, cents: int) -> None:
    """In 分."""
    walk = Walk().closed().to("deliver", ISSUER, mode="邮寄", waybill="S1", cost=typed)
    assert walk.case.delivery
    assert walk.case.delivery.cost == cents


@pytest.mark.parametrize("typed", ["-1", "1.234", "十二", "1e3", "９"])
def test_what_is_no_money_is_told(typed: str) -> None:
    """With an example of what is."""
    given = {"mode": "邮寄", "waybill": "S1", "cost": typed}
    assert "case.field" == Walk().closed().refused("deliver", ISSUER, **given)
