"""Dealing with bad ratings (差评办理): opened with the rating, moved by the table, every step an event."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from django.db import transaction

from kaocheng.feedback.deadlines import is_overdue
from kaocheng.feedback.encoding import encode_allowed
from kaocheng.feedback.guards import Doer, Scene
from kaocheng.feedback.moves import moves
from kaocheng.feedback.moving import allowed, evolve, make_move, opened
from kaocheng.feedback.records import BadRating, ClockKey, Standing, TicketEvent, TicketState
from kaocheng.hall.posts import Role
from kaocheng.kernel.clocks import local_day
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.hands import Hand
from kaocheng.site.accounts.models import Account
from kaocheng.site.applicants.services import Person, read_person
from kaocheng.site.audit.models import StoredEvent
from kaocheng.site.feedback.models import StoredBadRating, StoredRating
from kaocheng.site.feedback.reach import HANDLERS
from kaocheng.site.feedback.services.acted import acted_on
from kaocheng.site.feedback.services.localvalues import rules_on
from kaocheng.site.feedback.services.standings import set_standing
from kaocheng.site.feedback.services.storing import SYSTEM, month_of, tell
from kaocheng.site.law.services import calendar_in_force

_KIND = "bad_rating."
_READING = {Role.INSPECTOR: "inspect"}
"""For what a contact is read: everybody who calls back does so for 回访, an inspector for 监察."""


def open_bad_rating(*, rating: StoredRating, at: datetime) -> StoredBadRating:
    """Open the ticket of a bad rating, inside the transaction that stores the rating."""
    rules = rules_on(rating.county, local_day(at))
    acted = acted_on(rating.county, rating.case)
    ticket = opened(
        BadRating(
            rating.number, rating.county, rating.case, at, allowed(rules), rating.named,
            unit=rating.unit, window=rating.window, rated=rating.rated, acted=acted,
        )
    )  # fmt: skip
    row = StoredBadRating(rating=rating, month=month_of(at), moved_at=at)
    row.take_over(ticket)
    row.save(force_insert=True)
    facts = {
        "named": ticket.named, "unit": ticket.unit, "window": ticket.window, "rated": ticket.rated,
        "case": ticket.case, "acted": list(acted), "allowed": encode_allowed(ticket.allowed),
    }  # fmt: skip
    tell(row.county, row.number, f"{_KIND}opened", Hand(SYSTEM, "", at), facts)
    return row


def handle_bad_rating(
    *,
    county: str,
    number: str,
    move: str,
    given: Mapping[str, str],
    by: Account,
    at: datetime,
    expected_serial: int | None = None,
) -> StoredBadRating:
    """Make one move on a bad rating; who was slower than another is told who was faster."""
    with transaction.atomic():
        row = _locked(county, number)
        if expected_serial is not None and expected_serial != row.serial:
            raise _raced(row)
        scene = scene_of(row, by, at)
        event = make_move(scene, move, given)
        if move == "hand_over":
            _check_receiver(row, event.get("receiver"))
        after = evolve(scene.ticket, event)
        _store(row, after, event, scene)
        if after.state is TicketState.STRUCK:
            set_standing(row.rating, Standing.STRUCK)
        hand = Hand(by, event.role, at)
        tell(county, number, f"{_KIND}{move}", hand, dict(event.given))
    return row


def scene_of(row: StoredBadRating, account: Account, at: datetime) -> Scene:
    """The scene of a move: the ticket as it is, who acts, the calendar in force."""
    doer = Doer(account.get_username(), account.roles, account.unit)
    ticket = replace(row.record(), acted=acted_on(row.county, row.case))
    return Scene(ticket, doer, at, calendar_in_force())


def steps_of(row: StoredBadRating) -> tuple[TicketEvent, ...]:
    """What was done to a ticket, from its events (办理经过)."""
    kinds = [f"{_KIND}{key}" for key in moves()]
    events = StoredEvent.objects.filter(
        county=row.county, stream=f"rating/{row.number}", kind__in=kinds
    ).order_by("serial")
    return tuple(
        TicketEvent(
            event.kind.removeprefix(_KIND),
            event.at,
            event.actor,
            event.role,
            tuple(event.told.items()),
        )
        for event in events
    )


def contact_of(*, row: StoredBadRating, account: Account, at: datetime) -> Person:
    """Who is to be called back: for the handler at the time of calling only, and the look is logged."""
    mine = account.get_username()
    if row.handler != mine or mine in (row.rated, *acted_on(row.county, row.case)):
        raise Refusal("feedback.contact", "只有负责回访的人可以查看评价人的联系方式。")
    if row.state != TicketState.CALLING or not row.named:
        raise Refusal("feedback.contact", "现在不在回访环节，不能查看联系方式。")
    held = account.roles & HANDLERS
    purpose = next((_READING[role] for role in held if role in _READING), "revisit")
    return read_person(
        account=account,
        county=row.county,
        number=row.rating.invitation.rater,
        purpose=purpose,
        at=at,
        case=row.case,
    )


def _store(row: StoredBadRating, after: BadRating, event: TicketEvent, scene: Scene) -> None:
    row.take_over(after)
    row.moved_by, row.moved_at = event.actor, event.at
    if after.state is TicketState.CLOSED:
        row.in_time = not is_overdue(after, ClockKey.RECTIFY, scene.calendar, scene.at)
    row.save()


def _locked(county: str, number: str) -> StoredBadRating:
    rows = StoredBadRating.objects.select_for_update(of=("self",)).of(county)
    row = rows.filter(number=number).first()
    if row is None:
        raise Refusal("feedback.none", f"没有编号为{number}的差评工单。", "请核对编号。")
    return row


def _check_receiver(row: StoredBadRating, username: str) -> None:
    """The receiver works here, may handle bad ratings, and reaches this department."""
    receiver = Account.objects.filter(county=row.county, username=username, is_active=True).first()
    if receiver is None or not receiver.roles & HANDLERS:
        raise Refusal(
            "feedback.receiver", "接办人不是部门管理员、大厅主管或监察。", "请从列表里选接办人。"
        )
    wide = receiver.roles & {Role.HALL_SUPERVISOR, Role.INSPECTOR}
    if not wide and receiver.unit != row.unit:
        raise Refusal("feedback.receiver", "接办人属于别的部门。", "请从列表里选接办人。")


def _raced(row: StoredBadRating) -> Refusal:
    account = Account.objects.filter(username=row.moved_by).first()
    name = account.display_name if account else "别人"
    return Refusal(
        "feedback.race",
        f"这条差评刚由{name}办理，现在是“{row.state}”，您的操作没有保存。",
        "请刷新后按最新情况办理。",
    )
