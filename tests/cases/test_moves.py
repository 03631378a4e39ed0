"""The table of moves says nothing that is not so: words known, states reached, no dead ends, bases named."""

from __future__ import annotations

import pytest

from kaocheng.cases.effects import EFFECTS
from kaocheng.cases.fields import READERS
from kaocheng.cases.guards import GUARDS
from kaocheng.cases.moves import BY_LAW, Move, moves, moves_from
from kaocheng.cases.moving import open_moves
from kaocheng.cases.papers.kinds import PaperKind
from kaocheng.cases.preparing import PREPARATIONS
from kaocheng.cases.scopes import SCOPES
from kaocheng.cases.states import OPEN, State
from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal
from tests.cases.examples import PASSES, REFUSED
from tests.cases.walking import APPLICANT, CLERK, STRANGER, Walk

ALL = tuple(moves().values())


@pytest.mark.parametrize("move", ALL, ids=lambda move: move.key)
def test_every_word_of_a_move_is_known(move: Move) -> None:
    """Guards, scopes, kinds of fields, roles and papers are those there are."""
    assert [] == [name for name in move.guards if name not in GUARDS]
    assert move.scope in SCOPES
    assert [] == [f.name for f in move.fields if f.kind not in READERS]
    assert [] == [role for role in move.roles if role != BY_LAW and role not in set(Role)]
    assert move.paper == "" or move.paper in set(PaperKind)
    assert move.title


@pytest.mark.parametrize("move", ALL, ids=lambda move: move.key)
def test_every_move_names_its_basis(move: Move) -> None:
    """A basis is a document, not a feeling."""
    assert any(mark in move.basis for mark in ("《", "国发", "国办", "GB/T")), move.basis


def test_no_guard_effect_or_preparation_is_left_over() -> None:
    """Whatever stands in the code is named in the table."""
    assert set(GUARDS) == {name for move in ALL for name in move.guards}
    assert set() == set(EFFECTS) - set(moves())
    assert set() == set(PREPARATIONS) - set(moves())


def test_every_state_is_reached() -> None:
    """From 登记 some sequence of moves leads to each state."""
    reached, todo = {State.REGISTERED}, [State.REGISTERED]
    while todo:
        state = todo.pop()
        new = {to for move in moves_from(state) for to in move.states(state)} - reached
        reached |= new
        todo.extend(new)
    assert set(State) == reached


def test_no_state_is_a_dead_end() -> None:
    """From each state the archive can be reached."""
    ways = {state: {to for m in moves_from(state) for to in m.states(state)} for state in State}
    home = {State.ARCHIVED}
    while more := {s for s, to in ways.items() if s not in home and to & home}:
        home |= more
    assert set(State) == home


def test_an_open_case_always_waits_for_somebody_here() -> None:
    """In every open state there is a move for somebody of the staff."""
    assert [] == [
        state
        for state in OPEN
        if not any(set(m.roles) - {Role.APPLICANT, BY_LAW} for m in moves_from(state))
    ]


@pytest.mark.parametrize("key", [move.key for move in ALL])
def test_each_move_has_an_example_that_passes(key: str) -> None:
    """The example begins where the move may begin, and ends in one of its states."""
    example = PASSES[key]
    walk = example.make()
    before = walk.case.state
    walk.to(key, example.who, **example.given)
    assert walk.case.state in moves()[key].states(before)


@pytest.mark.parametrize("key", [move.key for move in ALL])
def test_each_move_has_an_example_that_is_refused(key: str) -> None:
    """With the code that names the reason, and nothing changed."""
    example = REFUSED[key]
    walk = example.make()
    assert example.code == walk.refused(key, example.who, **example.given)


def test_open_moves_are_those_of_the_role_and_the_person() -> None:
    """A stranger sees none of the moves of an applicant."""
    case = Walk().case
    keys = {move.key for move in open_moves(case, Role.APPLICANT, APPLICANT[0])}
    assert {"receive", "withdraw", "urge", "entrust"} == keys
    assert () == open_moves(case, Role.APPLICANT, STRANGER[0])
    assert "accept" in {move.key for move in open_moves(case, Role.WINDOW_CLERK, CLERK[0])}


def test_a_move_that_is_not_in_the_table_is_refused() -> None:
    """A forged key says that there is no such move."""
    assert "case.move" == Walk().refused("bless", CLERK)


def test_a_role_that_may_not_is_refused_with_those_that_may() -> None:
    """The sentence names the posts."""
    said = Walk().attempt("accept", APPLICANT)
    assert isinstance(said, Refusal)
    assert "窗口受理" in said.message
