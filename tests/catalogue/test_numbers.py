"""An item's number fits into an address and a stream of events, whole."""

from __future__ import annotations

import pytest

from kaocheng.catalogue.numbers import NUMBER, is_number


@pytest.mark.parametrize("text", ["P001", "511Z07001006-511602000000-000", "a.b_c-9", "9" * 40])
def test_what_offices_use_is_taken(text: str) -> None:
    """Letters, digits, dot, hyphen, underscore."""
    assert is_number(text)
    assert NUMBER.search(text)


@pytest.mark.parametrize("text", ["", "P 001", "P/1", "事项1", "-1", "9" * 41, "P1\n", "X 1/2"])
def test_what_would_break_an_address_is_not(text: str) -> None:
    """Nor when only a part of it would do."""
    assert not is_number(text)
    assert not NUMBER.search(text)
