"""Numbers with units are found in text, and units are brought to their base."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kaocheng.kernel.documents import passage
from kaocheng.kernel.places import Place
from kaocheng.performance.quantities import measure, quantities


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("万件", (Decimal(10_000), "件")),
        ("件", (Decimal(1), "件")),
        ("万元", (Decimal(10_000), "元")),
        ("元/套", (Decimal(1), "元/套")),
        ("万元/场", (Decimal(10_000), "元/场")),
        ("%", (Decimal("0.01"), "比")),
        ("平米", (Decimal(1), "平方米")),
        ("座（处）", (Decimal(1), "处")),
        ("万", (Decimal(10_000), "")),
    ],
)
def test_measure(name: str, expected: tuple[Decimal, str]) -> None:
    """The factor to the base unit and the base unit's word."""
    assert expected == measure(name)


def test_quantities_know_their_words_and_place() -> None:
    """Each number with its unit, the clause before it and its characters."""
    text = passage("受理办件1,100件，好评率99.5%；投入12.5万元", Place("a.txt", line=3))
    found = list(quantities(text))
    assert ["1,100件", "99.5%", "12.5万元"] == [q.text for q in found]
    assert [Decimal(1100), Decimal("99.5"), Decimal("12.5")] == [q.figure.value for q in found]
    assert ["受理办件", "好评率", "投入"] == [q.before for q in found]
    assert (4, 9) == (found[0].figure.place.start, found[0].figure.place.end)


def test_years_and_codes_are_no_counts() -> None:
    """A number without a unit, or inside a code, is not a quantity."""
    assert [] == [q.text for q in quantities(passage("文号A12件，代码0001", Place("a.txt")))]
