"""What a move makes of a bad rating (差评工单流转): pure functions over the table in moves.toml.

`make_move` checks and gives an event; `evolve` gives the ticket after an event. The row of a store
is nothing but the opening and its events.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from kaocheng.feedback.guards import Scene, why_not
from kaocheng.feedback.localrules import LocalRules
from kaocheng.feedback.moves import Move, MoveField, moves
from kaocheng.feedback.records import Allowed, BadRating, ClockKey, Ledger, TicketEvent
from kaocheng.feedback.ticking import started, ticked
from kaocheng.feedback.words import refuse_personal
from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal


@dataclass(frozen=True, slots=True)
class Offer:
    """A move that state and role allow (可办步骤); `why_not` names what still stands against it."""

    move: Move
    why_not: str = ""


def allowed(rules: LocalRules) -> Allowed:
    """The limits a ticket opened under these rules keeps (工单时限)."""
    return Allowed(
        verify_days=rules.count("verify_days"),
        rectify_days=rules.count("rectify_days"),
        review_days=rules.count("review_days"),
        appeal_days=rules.count("appeal_days"),
        extend_days=rules.count("extend_days"),
        call_attempts=rules.count("call_attempts"),
        appeal_pauses=rules.flag("appeal_pauses"),
    )


def opened(ticket: BadRating) -> BadRating:
    """The ticket with its clocks of 核实 and 整改反馈 started at its opening."""
    ledgers = tuple(
        Ledger(clock, started(ticket.opened_at, "差评工单生成"))
        for clock in (ClockKey.VERIFY, ClockKey.RECTIFY)
    )
    return replace(ticket, ledgers=ledgers)


def open_moves(scene: Scene) -> tuple[Offer, ...]:
    """The moves this person's roles know in this state, each with what stands against it."""
    return tuple(
        Offer(move, why_not(scene, move.guards))
        for move in moves().values()
        if scene.ticket.state in move.sources and move.roles & scene.doer.roles
    )


def make_move(scene: Scene, key: str, given: Mapping[str, str]) -> TicketEvent:
    """The event of a move; raises Refusal when it may not be made or something is not filled in."""
    move = moves().get(key)
    if move is None:
        raise Refusal("feedback.move", "没有这个办理步骤。", "请刷新页面重新选择。")
    role = _role(move, scene)
    if reason := why_not(scene, move.guards):
        raise Refusal("feedback.guard", f"不能“{move.title}”：{reason}")
    filled = tuple((field.name, _filled(field, given, scene)) for field in move.fields)
    return TicketEvent(key, scene.at, scene.doer.account, role, filled)


def evolve(ticket: BadRating, event: TicketEvent) -> BadRating:
    """The ticket after an event; any event of the table, whoever made it."""
    move = moves()[event.move]
    state = move.leads_to(ticket.state, ticket.before_review)
    changed = _changed(ticket, event)
    return replace(
        changed,
        state=state,
        serial=ticket.serial + 1,
        closed_at=event.at if state.ended else None,
        ledgers=ticked(ticket, move, event),
    )


def rebuilt(ticket: BadRating, events: Iterable[TicketEvent]) -> BadRating:
    """The ticket as its opening and its events make it."""
    for event in events:
        ticket = evolve(ticket, event)
    return ticket


def _role(move: Move, scene: Scene) -> str:
    state = scene.ticket.state
    if state not in move.sources:
        raise Refusal(
            "feedback.state",
            f"这条差评现在是“{state}”，不能“{move.title}”。",
            "可能别人刚办过，请刷新后再看。",
        )
    for role in Role:
        if role in move.roles & scene.doer.roles:
            return role.value
    needed = "、".join(role.title for role in Role if role in move.roles)
    raise Refusal("feedback.role", f"“{move.title}”由{needed}办理。")


def _filled(field: MoveField, given: Mapping[str, str], scene: Scene) -> str:
    value = refuse_personal(given.get(field.name, ""), field.label)
    if not value:
        raise Refusal("feedback.field", f"请填写“{field.label}”。")
    _check(field, value, scene)
    return value


def _check(field: MoveField, value: str, scene: Scene) -> None:
    """Whether the value is of the field's kind; any text is a text."""
    if field.kind == "choice" and value not in field.choices:
        raise Refusal("feedback.field", f"“{field.label}”没有这个选项。", "请从列出的选项里选。")
    if field.kind == "count":
        _check_days(field, value, scene.ticket.allowed.extend_days)
    if field.kind == "account" and scene.ticket.concerns(value):
        raise Refusal("feedback.rated", "不能转给被评价人或办过这件的人。", "请换一位接办人。")
    if field.kind == "account" and value == scene.ticket.handler:
        raise Refusal("feedback.field", "接办人就是现在的负责人。", "请换一位接办人。")


def _check_days(field: MoveField, value: str, most: int) -> None:
    number = int(value) if value.isascii() and value.isdigit() and len(value) < 6 else 0
    if not 1 <= number <= most:
        raise Refusal("feedback.field", f"“{field.label}”要写1到{most}之间的整数。")


def _changed(ticket: BadRating, event: TicketEvent) -> BadRating:  # noqa: PLR0911 one line a move
    """What a move changes besides state and clocks."""
    match event.move:
        case "claim":
            return replace(ticket, handler=event.actor)
        case "hand_over":
            return replace(ticket, handler=event.get("receiver"))
        case "call_agreed" | "call_refused":
            refused = ticket.refused + (event.move == "call_refused")
            return replace(ticket, reached=ticket.reached + 1, refused=refused)
        case "call_missed":
            return replace(ticket, missed=ticket.missed + 1)
        case "ask_extension":
            return replace(ticket, asked_days=int(event.get("days")), asker=event.actor)
        case "extend" | "refuse_extension":
            return replace(ticket, asked_days=None, extended=event.move == "extend")
        case "appeal":
            return replace(ticket, appealed=True, appellant=event.actor, before_review=ticket.state)
        case "uphold":
            return replace(ticket, before_review=None)
    return ticket
