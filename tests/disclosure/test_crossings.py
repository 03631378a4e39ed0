"""Divisions that cross one another."""

from __future__ import annotations

import pytest

from kaocheng.disclosure.crossings import crossing
from kaocheng.disclosure.lists.finding import listings
from tests.disclosure.texts import first_sentence


@pytest.mark.parametrize(
    ("text", "crosses"),
    [
        ("职工9人，其中党员4人、女职工6人。", True),
        ("职工9人，其中党员4人、业务骨干6人。", True),
        ("职工9人，其中男职工4人、女职工6人。", False),
        ("职工9人，其中行政4人、事业6人。", False),
        ("职工9人，其中工勤4人、借调6人。", True),
        ("办件9件，其中网上受理4件、办结8件。", True),
        ("办件9件，其中网上受理4件、窗口受理6件。", False),
        ("学校9所，其中中学4所、小学6所。", False),
    ],
)
def test_crossing(text: str, crosses: bool) -> None:
    """Two ways to divide may count the same people; one way counts each once."""
    (one,) = listings(first_sentence(text))
    assert crosses == crossing(one)
