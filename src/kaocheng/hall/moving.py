"""Moving a ticket (号票变动): what a move gives, as an event, or a refusal that says why not."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from kaocheng.hall.moves import check_move
from kaocheng.hall.rules import QueueRules
from kaocheng.hall.tickets import Ticket, TicketEvent
from kaocheng.kernel.refusing import Refusal

TABLE = "ticket_moves"


def make_move(
    ticket: Ticket | None,
    move: str,
    given: Mapping[str, Any],
    *,
    by: str,
    role: str,
    at: datetime,
    rules: QueueRules,
) -> TicketEvent:
    """The event a move gives (变动事件); the ticket itself follows by `tickets.evolve`.

    An event never lies before the last one: of two people at two clocks the later to write is later.
    """
    state = "" if ticket is None else ticket.state.value
    row = check_move(TABLE, move, state, "号票" if ticket is None else ticket.said(), role)
    if missing := [name for name in row.needs if name not in given]:
        raise Refusal(
            "ticket_moves.facts", f"{row.title}缺少{'、'.join(missing)}。", "请补全后再办。"
        )
    if ticket is not None:
        _guard(ticket, move, given, rules)
        at = max(at, ticket.since)
    return TicketEvent(move, at, by, role, dict(given))


def _guard(ticket: Ticket, move: str, given: Mapping[str, Any], rules: QueueRules) -> None:
    if move == "pass_over" and ticket.calls < rules.calls_before_pass:
        raise Refusal(
            "ticket.calls",
            f"{ticket.label}号只叫了{ticket.calls}次，叫满{rules.calls_before_pass}次才能过号。",
            "请先重呼。",
        )
    if move == "rejoin" and ticket.rejoins >= rules.rejoins:
        raise Refusal(
            "ticket.rejoins",
            f"{ticket.label}号已经过号重排{ticket.rejoins}次，不能再重排。",
            "请重新取号。",
        )
    if move == "call" and ticket.reserved not in ("", given["window"]):
        raise Refusal(
            "ticket.reserved",
            f"{ticket.label}号已转到{ticket.reserved}窗口等候。",
            "请由该窗口叫号，或由大厅主管解除指定。",
        )
    if move == "transfer" and ticket.window and given["window"] == ticket.window:
        raise Refusal("ticket.same_window", "不能转给本窗口。", "请另选窗口或业务类别。")
    if move == "link_case" and given["case"] in ticket.cases:
        raise Refusal(
            "ticket.case", f"办件{given['case']}已经关联到{ticket.label}号。", "不必重复关联。"
        )
