"""Moving a case on (办件流转): which moves are open, what a move gives, what an event makes of the case.

All of it is pure: the site stores what comes out (`site.cases.services`), and the events alone rebuild
the case.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from kaocheng.cases.attempts import Attempt
from kaocheng.cases.effects import EFFECTS
from kaocheng.cases.effects.confirming import still_pending
from kaocheng.cases.events import Actor, CaseEvent, Happening
from kaocheng.cases.fields import Given, read_fields
from kaocheng.cases.guards import GUARDS
from kaocheng.cases.ledgers import paper_number, turned
from kaocheng.cases.lists import channel_kinds
from kaocheng.cases.moves import BY_LAW, Move, moves, moves_from
from kaocheng.cases.opening import OPENING, opened
from kaocheng.cases.preparing import PREPARATIONS
from kaocheng.cases.records import Case, Contact, Paper
from kaocheng.cases.scopes import out_of_reach, outside, touched
from kaocheng.cases.states import OPEN, Channel, State
from kaocheng.cases.tasks import all_done, ended
from kaocheng.catalogue.records import ItemVersion
from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal
from kaocheng.kernel.remaking import remade
from kaocheng.kernel.workdays import WorkCalendar
from kaocheng.law.figures import Lookup, legal

_WORKING = (State.EXAMINING, State.DECIDING)


def open_moves(case: Case, role: str, by: Actor | None = None) -> tuple[Move, ...]:
    """The moves somebody in this role may try now (可办动作), in the order of the table."""
    return tuple(
        move
        for move in moves_from(case.state)
        if role in move.roles and (by is None or out_of_reach(case, move, role, by) is None)
    )


def make_move(
    case: Case,
    version: ItemVersion,
    move: str,
    given: Given,
    *,
    by: Actor,
    role: str,
    at: datetime,
    calendar: WorkCalendar,
    figures: Lookup = legal,
) -> tuple[CaseEvent, ...] | Refusal:
    """What happens when somebody makes this move: its events, or why it may not be. Changes nothing."""
    try:
        found = _found(case, move, role, at)
        attempt = Attempt(case, version, found, {}, by, str(role), at, calendar, figures)
        return (_event(attempt, given),)
    except Refusal as refused:
        return refused


def evolve(case: Case | None, event: Happening) -> Case:
    """The case after an event; None before the first one, which opens it."""
    if case is None or event.kind == OPENING:
        return opened(event)
    move = moves()[event.kind]
    to = State(event.facts["to"]) if "to" in event.facts else case.state
    moved = EFFECTS[move.key](case, event) if move.key in EFFECTS else case
    ends = case.state in _WORKING and to not in _WORKING
    return remade(
        moved,
        state=to,
        serial=case.serial + 1,
        moved_at=event.at,
        moved_by=event.actor,
        last_move=event.kind,
        papers=_papers(case, move, event),
        contacts=_contacts(case, move, event),
        ended_at=case.ended_at or (None if to in OPEN else event.at),
        revoked_at=event.at if to is State.REVOKED else case.revoked_at,
        pending=still_pending(moved.pending, to),
        **turned(case, move, event, to),
        **(_work_over(moved, event, move) if ends else {}),
    )


def rebuild(events: Iterable[Happening]) -> Case | None:
    """The case its events add up to, None for no events."""
    case: Case | None = None
    for event in events:
        case = evolve(case, event)
    return case


def _event(attempt: Attempt, given: Given) -> CaseEvent:
    case, move = attempt.case, attempt.move
    given_here = {k: v for k, v in given.items() if k != "channel"}
    facts = read_fields(move, given_here, attempt.today)
    _known(attempt, facts)
    for task in touched(case, move, facts):
        if refused := outside(case, move.scope, attempt.role, attempt.by, task):
            raise refused
    attempt = remade(attempt, facts=facts)
    for guard in move.guards:
        if refused := GUARDS[guard](attempt):
            raise refused
    if prepare := PREPARATIONS.get(move.key):
        facts |= prepare(attempt)
    if channel := _channel(attempt, given):
        facts["via"] = str(channel)
    event = CaseEvent(move.key, facts, attempt.by.number, attempt.role, attempt.at)
    return _settled(case, move, event)


def _found(case: Case, key: str, role: str, at: datetime) -> Move:
    """The move, if it begins in the state of the case, belongs to the role, and does not go back in time."""
    move = moves().get(key)
    if move is None:
        raise Refusal("case.move", f"没有“{key}”这个动作。", "请从页面上所列的动作中选择。")
    if case.state not in move.sources:
        able = "、".join(move.sources)
        raise Refusal(
            "case.state",
            f"办件 {case.number} 现在是“{case.state}”，不能“{move.title}”。",
            f"“{move.title}”只在{able}时可以办。请刷新后查看。",
        )
    if role not in move.roles:
        names = "、".join("依法自动" if r == BY_LAW else Role(r).title for r in move.roles)
        raise Refusal("case.role", f"“{move.title}”须由{names}办理。", "请由相应岗位的人员办理。")
    if case.moved_at is not None and at < case.moved_at:
        raise Refusal(
            "case.time",
            f"办件 {case.number} 的“{move.title}”早于上一步（{case.moved_at:%Y-%m-%d %H:%M:%S}）。",
            "请核对系统时间。",
        )
    return move


def _channel(attempt: Attempt, given: Given) -> Channel | None:
    """Through which channel the applicant is met at this step."""
    case, move = attempt.case, attempt.move
    if not move.contact:
        return None
    if given.get("mode") in _BY_MODE:
        return _BY_MODE[given["mode"]]
    if said := given.get("channel"):
        if said not in {str(kind) for kind in channel_kinds()}:
            raise Refusal("case.field", f"没有“{said}”这个渠道。", "请从渠道名单中选择。")
        return Channel(said)
    if attempt.role == Role.APPLICANT:
        return case.channel if channel_kinds()[case.channel].online else Channel.ONLINE
    handed = any(field.kind == "received" for field in move.fields)
    return Channel.WINDOW if handed else case.channel


_BY_MODE = {"现场": Channel.WINDOW, "邮寄": Channel.POST, "电子": Channel.ONLINE}


def _known(attempt: Attempt, facts: Mapping[str, Any]) -> None:
    """Refuse materials the item does not have and tasks the case does not have."""
    move = attempt.move
    materials = {m.key for m in attempt.version.materials}
    tasks = {t.key for t in attempt.case.tasks}
    for field in move.fields:
        if field.kind not in _NAMES or field.name not in facts:
            continue
        named = _NAMES[field.kind](facts[field.name])
        pool = tasks if field.kind in ("task", "tasks") else materials
        if strange := [key for key in named if key not in pool]:
            raise Refusal(
                "case.field",
                f"“{move.title}”的“{field.label}”里没有{'、'.join(strange)}。",
                "请从所列的项目中选择。",
            )


def _one(value: Any) -> list[str]:
    return [value]


def _several(value: Any) -> list[str]:
    return list(value)


def _of_rows(value: Any) -> list[str]:
    return [row["key"] for row in value]


def _of_pairs(value: Any) -> list[str]:
    return [key for key, _ in value]


_NAMES = {
    "task": _one,
    "tasks": _several,
    "material": _one,
    "materials": _several,
    "received": _of_rows,
    "missing": _of_pairs,
}
"""The keys of materials and tasks a field names."""


def _settled(case: Case, move: Move, event: CaseEvent) -> CaseEvent:
    """The event with the state it leads to, which for some moves only its effect tells, and its paper."""
    targets = move.states(case.state)
    to = targets[0]
    if len(targets) > 1:
        after = EFFECTS[move.key](case, event) if move.key in EFFECTS else case
        to = _target(case, after, move, event.facts)
    more = {"to": str(to)} if to != case.state else {}
    if paper := move.paper_at(to):
        more["paper"] = paper
    return remade(event, facts={**event.facts, **more})


def _target(case: Case, after: Case, move: Move, facts: Mapping[str, Any]) -> State:
    if move.key == "supply":
        done = after.supplement is None or after.supplement.answered_at is not None
        return State.REGISTERED if done else State.SUPPLEMENTING
    if move.key == "check_promise":
        return case.state if facts["kept"] else State.REVOKED
    if move.key == "lapse_owed":
        return State.RETURNED if case.outcome is None else State.REVOKED
    if case.outcome is not None:
        return case.state
    return State.DECIDING if all_done(after) else State.EXAMINING


def _work_over(case: Case, event: Happening, move: Move) -> dict[str, Any]:
    """What changes when the examination is over: open tasks and special procedures end with it."""
    over = tuple(
        s if s.ended_at else remade(s, ended_at=event.at, result=move.title) for s in case.specials
    )
    return {"tasks": ended(case.tasks, event.at, move.title), "specials": over}


def _papers(case: Case, move: Move, event: Happening) -> tuple[Paper, ...]:
    kind = event.facts.get("paper")
    if not kind:
        return case.papers
    return (*case.papers, Paper(kind, paper_number(case), event.at, move.key))


def _contacts(case: Case, move: Move, event: Happening) -> tuple[Contact, ...]:
    via = event.facts.get("via")
    return (*case.contacts, Contact(move.key, Channel(via), event.at)) if via else case.contacts
