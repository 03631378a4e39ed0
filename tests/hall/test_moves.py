"""The tables of moves: well formed, and every state reachable and left as the field says."""

from __future__ import annotations

import pytest

from kaocheng.hall.appointments import AppointmentState
from kaocheng.hall.moves import check_move, moves, open_moves
from kaocheng.hall.posts import Role
from kaocheng.hall.tickets import ENDED, TicketState
from kaocheng.kernel.refusing import Refusal

OTHERS = {"device", "holder", "system"}
STATES = {
    "ticket_moves": {state.value for state in TicketState},
    "appointment_moves": {state.value for state in AppointmentState},
}


@pytest.mark.parametrize("table", sorted(STATES))
def test_the_tables_name_known_states_and_roles(table: str) -> None:
    """Every move leads from known states to a known one, and somebody known may make it."""
    known = {role.value for role in Role} | OTHERS
    for move in moves(table).values():
        assert set(move.origins) <= STATES[table] | {""}
        assert move.target in STATES[table] | {""}
        assert move.roles
        assert set(move.roles) <= known


def test_the_way_of_a_ticket() -> None:
    """取号→叫号→办理中→完成, 过号, 转窗, 弃号; nothing leads out of an ended ticket but a case linked."""
    table = moves("ticket_moves").values()
    ways = {(origin, m.key, m.target) for m in table for origin in m.origins}
    assert {
        ("", "take", "waiting"),
        ("waiting", "call", "called"),
        ("called", "serve", "serving"),
        ("serving", "finish", "finished"),
        ("called", "pass_over", "passed"),
        ("passed", "rejoin", "waiting"),
        ("serving", "transfer", "waiting"),
        ("waiting", "give_up", "abandoned"),
    } <= ways
    assert {"link_case"} == {key for origin, key, _ in ways if origin in {s.value for s in ENDED}}


def test_shortcuts_do_not_meet() -> None:
    """No two moves of the caller page have one key."""
    keys = [move.shortcut for move in moves("ticket_moves").values() if move.shortcut]
    assert len(set(keys)) == len(keys)


def test_a_move_out_of_turn_is_refused_in_words() -> None:
    """The refusal names the thing, what cannot be done and what to do."""
    with pytest.raises(Refusal, match="号票A001（完成）现在不能叫号") as refused:
        check_move("ticket_moves", "call", "finished", "号票A001（完成）", "window_clerk")
    assert "ticket_moves.state" == refused.value.code
    assert "刷新" in refused.value.remedy
    with pytest.raises(Refusal, match="您的岗位不能叫号"):
        check_move("ticket_moves", "call", "waiting", "号票A001（等候）", "finance_officer")


def test_what_is_open_to_whom() -> None:
    """The holder of a waiting ticket may give it up and nothing else."""
    assert ["give_up"] == [m.key for m in open_moves("ticket_moves", "waiting", "holder")]
