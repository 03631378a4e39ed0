"""An item's way: only along the table, only by those who may, and a filler never reviews himself."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaocheng.catalogue.moving import Item, Move, Mover, make_move, moves, open_moves
from kaocheng.catalogue.states import State
from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal

MANAGER = Mover("m", "catalogue_manager")
OWN = Mover("d", "department_manager", "D001")
GIVEN = {"unit": "D001", "note": "理由", "valid_from": "2026-01-01", "last_day": "2026-12-31"}
items = st.builds(
    Item,
    st.just("P001"),
    st.sampled_from(State),
    st.sampled_from(["", "D001", "D002"]),
    st.sampled_from(["", "m", "d"]),
    st.booleans(),
)
movers = st.builds(
    Mover,
    st.sampled_from(["m", "d", "x"]),
    st.sampled_from([str(role) for role in Role]),
    st.sampled_from(["", "D001", "D002"]),
)


def walked(*keys: str) -> Item:
    """A new item after these moves, each made by whoever may."""
    item = Item("P001")
    for key in keys:
        by = MANAGER if MANAGER.role in moves()[key].roles else OWN
        item = make_move(item, key, by, GIVEN)
        item = replace(item, published=item.published or key == "publish")
    return item


def test_the_whole_way() -> None:
    """待指派→已认领→填报中→待审→发布→停用."""
    states = [
        walked(*keys).state
        for keys in _beginnings("assign", "fill", "submit", "publish", "withdraw")
    ]
    assert ["待指派", "已认领", "填报中", "待审", "发布", "停用"] == states


def test_a_published_item_is_revised_beside_what_applies() -> None:
    """And giving the revision up leads back to 发布."""
    published = walked("claim", "fill", "submit", "publish")
    revised = make_move(published, "revise", OWN, {})
    assert State.FILLING is revised.state
    assert State.PUBLISHED is make_move(revised, "abandon", OWN, {}).state
    with pytest.raises(Refusal, match="有已发布的版本"):
        make_move(revised, "drop", OWN, {})


@pytest.mark.parametrize(
    ("move", "by", "code"),
    [
        ("publish", MANAGER, "item.filler"),
        ("publish", replace(MANAGER, account="x", role="department_manager"), "item.role"),
        ("send_back", OWN, "item.role"),
        ("submit", OWN, "item.state"),
    ],
)
def test_who_may_not_is_refused(move: str, by: Mover, code: str) -> None:
    """The filler, another role, the wrong state: each with its own reason."""
    item = replace(walked("claim", "fill", "submit"), filler="m")
    with pytest.raises(Refusal) as refused:
        make_move(item, move, by, GIVEN)
    assert code == refused.value.code


def test_another_department_does_not_fill() -> None:
    """Only the one that claimed the item; the catalogue manager may stop a draft anywhere."""
    with pytest.raises(Refusal, match="不是本部门"):
        make_move(walked("claim"), "fill", Mover("e", "department_manager", "D002"), {})
    assert State.CLAIMED is make_move(walked("claim", "fill"), "drop", MANAGER, {}).state


def test_what_must_be_given_is_asked_for() -> None:
    """By its Chinese name."""
    with pytest.raises(Refusal, match="没有写明生效日期"):
        make_move(walked("claim", "fill", "submit"), "publish", MANAGER, {"valid_from": " "})


def test_nobody_claims_without_a_department() -> None:
    """A department manager whose account lacks one is told."""
    with pytest.raises(Refusal, match="没有所属部门"):
        make_move(Item("P001"), "claim", Mover("e", "department_manager"), {})


@given(items, movers)
def test_open_moves_are_exactly_those_that_can_be_made(item: Item, by: Mover) -> None:
    """A button that is shown works, and one that is not shown is refused."""
    shown = {move.key for move in open_moves(item, by)}
    for key, move in moves().items():
        if key in shown:
            after = make_move(item, key, by, GIVEN)
            assert (move.target, item.serial + 1) == (after.state, after.serial)
            assert after.unit or after.state is State.UNASSIGNED or not item.unit
        else:
            with pytest.raises(Refusal):
                make_move(item, key, by, GIVEN)


@given(items, movers)
def test_no_filler_ever_publishes(item: Item, by: Mover) -> None:
    """Four eyes, whatever the roles."""
    assert not [m for m in open_moves(item, by) if m.key == "publish" and by.account == item.filler]


def test_the_table_is_whole() -> None:
    """Every state can be reached and left; roles exist; every move says what it is."""
    table: list[Move] = list(moves().values())
    assert set(State) - {State.UNASSIGNED} <= {move.target for move in table}
    assert set(State) == {state for move in table for state in move.sources}
    assert {role for move in table for role in move.roles} <= {str(role) for role in Role}
    assert all(move.title and move.about for move in table)


def _beginnings(*keys: str) -> list[tuple[str, ...]]:
    return [keys[:length] for length in range(len(keys) + 1)]
