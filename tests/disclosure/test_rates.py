"""Named rates: which is which, and what they are made of."""

from __future__ import annotations

import pytest

from kaocheng.disclosure.rates import rate_of, rates
from tests.disclosure.texts import first_sentence


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("全年办结率为98%。", "办结率"),
        ("预算执行率达98%。", "执行率"),
        ("按期办结率98%。", None),
        ("网上办结率98%。", None),
        ("占总支出的98%。", None),
    ],
)
def test_a_rate_is_known_by_the_end_of_its_name(text: str, name: str | None) -> None:
    """A narrower one is another rate; a share is none."""
    rate = rate_of(first_sentence(text).mentions[-1])
    assert name == (rate.says.split(" = ")[0] if rate else None)


def test_every_rate_says_what_it_divides() -> None:
    """And is declared once."""
    assert all(rate.over and rate.under and "÷" in rate.says for rate in rates())
    names = [rate.name for rate in rates()]
    assert len(set(names)) == len(names)
