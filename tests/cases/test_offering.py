"""What is offered: only what the case does not rule out before anything is filled in."""

from __future__ import annotations

from kaocheng.cases.guards import GUARDS
from kaocheng.cases.moves import moves
from kaocheng.cases.offering import OF_THE_CASE, SUBJECTS


def test_the_names_are_those_of_guards_and_moves() -> None:
    """A guard or move that is renamed is renamed here too."""
    assert set(GUARDS) >= OF_THE_CASE
    assert set(moves()) >= set(SUBJECTS)


def test_a_guard_asked_beforehand_does_not_look_at_what_is_filled_in() -> None:
    """None of them names the facts of the attempt in its code."""
    looked = {name for name in OF_THE_CASE if "facts" in GUARDS[name].__code__.co_names}
    assert {"still_owing"} >= looked
