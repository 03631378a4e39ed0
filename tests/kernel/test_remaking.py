"""A record made anew is what `dataclasses.replace` makes of it."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, dataclass, replace
from typing import Any

import pytest

from kaocheng.kernel.remaking import remade


@dataclass(frozen=True, slots=True)
class _Place:
    town: str
    number: int = 1
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Checked:
    number: int
    other: int

    def __post_init__(self) -> None:
        if self.number < 0:
            raise ValueError


@dataclass(frozen=True)
class _WithoutSlots:
    number: int
    other: int


@pytest.mark.parametrize(
    "changes", [{}, {"number": 2}, {"town": "乙", "notes": ("x",)}, {"notes": (), "number": 0}]
)
def test_a_record_made_anew_is_the_replaced_one(changes: dict[str, Any]) -> None:
    """Whichever fields are changed; the one it was made from stays as it is."""
    place = _Place("甲", notes=("a", "b"))
    found = remade(place, **changes)
    assert replace(place, **changes) == found
    assert hash(replace(place, **changes)) == hash(found)
    assert _Place("甲", 1, ("a", "b")) == place


def test_what_was_made_is_frozen() -> None:
    """As any other."""
    with pytest.raises(FrozenInstanceError):
        remade(_Place("甲"), number=3).number = 4  # type: ignore[misc]


def test_a_field_it_does_not_have_is_refused() -> None:
    """As `replace` refuses it."""
    with pytest.raises(TypeError, match="street"):
        remade(_Place("甲"), street="x")


@dataclass(frozen=True, slots=True)
class _Single:
    number: int


@pytest.mark.parametrize("record", [_Checked(1, 2), _WithoutSlots(1, 2), _Single(1)])
def test_what_has_to_be_made_by_itself_is_refused(record: object) -> None:
    """A record that checks itself would not be checked; one without slots or of one field gains nothing."""
    with pytest.raises(TypeError, match="by itself"):
        remade(record, number=-1)
