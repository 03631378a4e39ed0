"""A bad rating is claimed, verified, mended, called back and closed; never by the person rated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from kaocheng.feedback.deadlines import deadline
from kaocheng.feedback.guards import Doer
from kaocheng.feedback.moves import moves
from kaocheng.feedback.moving import evolve, make_move, open_moves
from kaocheng.feedback.records import BadRating, ClockKey, TicketState
from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal
from tests.feedback.making import (
    CALENDAR,
    CHIEF,
    CLERK,
    FILLED_IN,
    INSPECTOR,
    MANAGER,
    MONDAY,
    OTHER_MANAGER,
    SECOND_INSPECTOR,
    SUPERVISOR,
    bad_rating,
    scene,
)

WORDS = {**FILLED_IN, "receiver": "supervisor"}


def go(
    ticket: BadRating,
    key: str,
    doer: Doer = MANAGER,
    at: datetime = MONDAY,
    **given: str,
) -> BadRating:
    """The ticket after one move with made-up words."""
    return evolve(ticket, make_move(scene(ticket, doer, at), key, {**WORDS, **given}))


def run(ticket: BadRating, *keys: str) -> BadRating:
    """The ticket after moves of the department manager."""
    for key in keys:
        ticket = go(ticket, key)
    return ticket


def refusal(
    ticket: BadRating, key: str, doer: Doer, at: datetime = MONDAY, given: Mapping[str, str] = WORDS
) -> str:
    """Why the move is refused."""
    with pytest.raises(Refusal) as refused:
        make_move(scene(ticket, doer, at), key, given)
    return refused.value.message


def test_mended_at_once_called_back_and_closed() -> None:
    """情况清楚、诉求合理，立行立改."""
    ticket = run(bad_rating(), "claim", "mend_at_once", "call_agreed")
    assert (TicketState.CLOSED, "manager", 1) == (ticket.state, ticket.handler, ticket.reached)
    assert MONDAY == ticket.closed_at


def test_mended_by_term_and_called_twice() -> None:
    """Not content at the first call: back to mending, called again."""
    ticket = run(bad_rating(), "claim", "mend_by_term", "mended", "call_refused")
    assert (TicketState.RECTIFYING, 1) == (ticket.state, ticket.refused)
    ticket = run(ticket, "mended", "call_agreed")
    assert (TicketState.CLOSED, 2) == (ticket.state, ticket.reached)


def test_a_named_rating_is_not_closed_without_a_call() -> None:
    """实名差评回访率100%: no way around the call, anonymous or unreached."""
    ticket = run(bad_rating(), "claim", "explain")
    assert "实名差评必须回访" in refusal(ticket, "close_anonymous", MANAGER)
    assert "至少联系3次" in refusal(ticket, "close_unreached", MANAGER)
    ticket = run(ticket, "call_missed", "call_missed", "call_missed", "close_unreached")
    assert (TicketState.CLOSED, 0, 3) == (ticket.state, ticket.reached, ticket.missed)


def test_who_was_reached_is_not_closed_as_unreached() -> None:
    """A call that was refused is no missed call."""
    ticket = run(bad_rating(), "claim", "explain", "call_refused", "mended")
    ticket = run(ticket, "call_missed", "call_missed", "call_missed")
    assert "已经联系上" in refusal(ticket, "close_unreached", MANAGER)


def test_an_anonymous_rating_needs_no_call() -> None:
    """There is nobody to call; the result is written down."""
    ticket = run(bad_rating(named=False), "claim", "mend_at_once")
    assert "没有实名" in refusal(ticket, "call_agreed", MANAGER)
    assert TicketState.CLOSED is run(ticket, "close_anonymous").state


def test_a_lasting_disagreement_is_closed_by_another() -> None:
    """Not by the handler; by the supervisor or the inspector, after a refused call."""
    ticket = run(bad_rating(), "claim", "explain")
    assert "不认可" in refusal(ticket, "close_disagreed", SUPERVISOR)
    ticket = run(ticket, "call_refused")
    assert TicketState.CLOSED is go(ticket, "close_disagreed", SUPERVISOR).state


@pytest.mark.parametrize("key", moves())
def test_the_person_rated_does_nothing(key: str) -> None:
    """Whatever roles that person holds besides."""
    move = moves()[key]
    ticket = replace(bad_rating(), state=move.sources[0], handler=CLERK.account)
    allmighty = Doer(CLERK.account, frozenset(Role), "D01")
    assert "被评价人" in refusal(ticket, key, allmighty)


@pytest.mark.parametrize("doer", [CLERK, OTHER_MANAGER])
def test_others_do_not_claim(doer: Doer) -> None:
    """Neither a clerk nor the manager of another department."""
    assert refusal(bad_rating(), "claim", doer)


def test_only_the_handler_goes_on() -> None:
    """Another manager of the same department must be handed the ticket first."""
    ticket = run(bad_rating(), "claim")
    assert "负责人" in refusal(ticket, "mend_at_once", SUPERVISOR)
    handed = go(ticket, "hand_over", receiver="supervisor")
    assert TicketState.CALLING is go(handed, "mend_at_once", SUPERVISOR).state


def test_nobody_hands_over_to_the_person_rated() -> None:
    """Nor to the present handler."""
    ticket = run(bad_rating(), "claim")
    for receiver, why in (("clerk", "被评价人"), ("manager", "现在的负责人")):
        assert why in refusal(ticket, "hand_over", MANAGER, given={**WORDS, "receiver": receiver})


def test_an_extension_is_asked_and_given_before_expiry() -> None:
    """By another, once; the due date moves."""
    ticket = run(bad_rating(), "claim", "mend_by_term", "ask_extension")
    assert "等待审批" in refusal(ticket, "ask_extension", MANAGER)
    extended = go(ticket, "extend", SUPERVISOR)
    before, after = (
        deadline(one, ClockKey.RECTIFY, CALENDAR, MONDAY) for one in (ticket, extended)
    )
    assert before is not None
    assert after is not None
    assert (5, 8) == (before.reading.total, after.reading.total)
    assert "已经延期过" in refusal(extended, "ask_extension", MANAGER)


def test_nobody_grants_an_extension_of_his_own() -> None:
    """A supervisor who handles a ticket asks another."""
    ticket = go(bad_rating(), "claim", SUPERVISOR)
    ticket = go(ticket, "ask_extension", SUPERVISOR)
    assert "负责人不能自己决定" in refusal(ticket, "extend", SUPERVISOR)
    handed = go(ticket, "hand_over", SUPERVISOR, receiver="manager")
    assert "自己提出" in refusal(handed, "extend", SUPERVISOR)
    assert go(handed, "extend", INSPECTOR).extended


def test_a_refused_extension_may_be_asked_again() -> None:
    """It was not used up."""
    ticket = run(bad_rating(), "claim", "ask_extension")
    ticket = go(ticket, "refuse_extension", INSPECTOR)
    assert (None, False) == (ticket.asked_days, ticket.extended)
    assert 3 == go(ticket, "ask_extension").asked_days


def test_no_extension_after_expiry() -> None:
    """Neither asked nor given once the limit is past."""
    ticket = run(bad_rating(), "claim", "mend_by_term", "ask_extension")
    late = MONDAY + timedelta(days=14)
    assert "期满前" in refusal(ticket, "extend", SUPERVISOR, late)
    fresh = run(bad_rating(), "claim")
    assert "期满前" in refusal(fresh, "ask_extension", MANAGER, late)


@pytest.mark.parametrize("days", ["0", "11", "-1", "三", "1.5", "٣", "999999999999"])
def test_an_extension_has_a_sensible_length(days: str) -> None:
    """Between one and the days of the local rule."""
    ticket = run(bad_rating(), "claim")
    assert "1到10" in refusal(ticket, "ask_extension", MANAGER, given={**WORDS, "days": days})


def test_an_appeal_is_decided_by_an_inspector() -> None:
    """Upheld: back to where it was, the clock goes on; struck: ended, with the reason kept."""
    ticket = go(run(bad_rating(), "claim"), "appeal", CHIEF)
    assert (TicketState.REVIEW, "chief") == (ticket.state, ticket.appellant)
    assert TicketState.VERIFYING is go(ticket, "uphold", INSPECTOR).state
    assert TicketState.STRUCK is go(ticket, "strike", INSPECTOR).state


def test_an_appeal_pauses_the_clock_and_starts_its_own() -> None:
    """The department loses no day while the inspector looks, and the inspector has a limit too."""
    ticket = go(bad_rating(), "appeal", CHIEF)
    later = MONDAY + timedelta(days=3)
    upheld = go(ticket, "uphold", INSPECTOR, later)
    assert (5, 2) == tuple(
        _remaining(ticket, clock, later) for clock in (ClockKey.RECTIFY, ClockKey.REVIEW)
    )
    next_day = _remaining(upheld, ClockKey.RECTIFY, later + timedelta(days=5))
    assert 5 - 3 == next_day  # Thursday the day of resuming, Monday, Tuesday; Friday is off


def _remaining(ticket: BadRating, clock: ClockKey, at: datetime) -> int:
    found = deadline(ticket, clock, CALENDAR, at)
    assert found is not None
    return found.reading.remaining


def test_an_appeal_is_made_once_and_in_time() -> None:
    """By the department of the person rated, within the days of the local rule."""
    assert "被评价的部门" in refusal(bad_rating(), "appeal", OTHER_MANAGER)
    assert "申诉期" in refusal(bad_rating(), "appeal", CHIEF, MONDAY + timedelta(days=7))
    again = go(go(bad_rating(), "appeal", CHIEF), "uphold", INSPECTOR)
    assert "申诉过一次" in refusal(again, "appeal", CHIEF)


def test_an_appellant_does_not_review() -> None:
    """Even one who is inspector and representative at once."""
    both = Doer("both", frozenset({Role.INSPECTOR, Role.CHIEF_REPRESENTATIVE}), "D01")
    ticket = go(bad_rating(), "appeal", both)
    assert "自己的申诉" in refusal(ticket, "uphold", both)
    assert TicketState.STRUCK is go(ticket, "strike", SECOND_INSPECTOR).state


@pytest.mark.parametrize("field", ["finding", "measures"])
def test_every_field_must_be_filled(field: str) -> None:
    """A blank is named by its label."""
    ticket = run(bad_rating(), "claim")
    assert "请填写" in refusal(ticket, "mend_at_once", MANAGER, given={**WORDS, field: "  "})


def test_personal_data_is_kept_out_of_the_record() -> None:
    """A telephone number in the finding is refused."""
    ticket = run(bad_rating(), "claim")
    words = {**WORDS, "finding": "致电138" + "00000000"}
    assert "手机号" in refusal(ticket, "mend_at_once", MANAGER, given=words)


def test_a_choice_is_one_of_the_choices() -> None:
    """A forged way of calling is refused."""
    ticket = run(bad_rating(), "claim", "explain")
    assert "没有这个选项" in refusal(ticket, "call_agreed", MANAGER, given={**WORDS, "way": "信鸽"})


def test_a_forged_move_is_refused() -> None:
    """An unknown key, and a known one from the wrong state, with what to do."""
    assert "没有这个办理步骤" in refusal(bad_rating(), "approve_all", MANAGER)
    assert "现在是“待核实”" in refusal(bad_rating(), "call_agreed", MANAGER)


def test_offers_say_what_stands_against_them() -> None:
    """A page shows what may be done and why the rest may not."""
    ticket = run(bad_rating(), "claim")
    offers = {offer.move.key: offer.why_not for offer in open_moves(scene(ticket, SUPERVISOR))}
    assert "" == offers["urge"]
    assert "只有负责人可以办理这一步。" == offers["mend_at_once"]
    assert "mended" not in offers
