"""The glossary explains exactly what occurs."""

from __future__ import annotations

import re

from kaocheng.disclosure.compose.gathering import gathered
from kaocheng.disclosure.compose.glossary import entries, explained
from kaocheng.disclosure.glossary import foreign
from kaocheng.editions.codes import dictionary
from kaocheng.money.books import Books
from tests.disclosure.compose.years import ANJU, built


def _entries(*, items: bool = True) -> list[str]:
    year = built(ANJU)
    return list(entries(gathered(year, Books(year)), items=items))


def test_exactly_the_items_that_occur() -> None:
    """Eleven 项 were paid from, of the general budget and the fund."""
    items = [entry for entry in _entries() if "（项）" in entry]
    assert len(items) == len({line.function for line in ANJU.lines}) == 11
    assert [entry for entry in _entries(items=False) if "（项）" in entry] == []


def test_terms_only_where_they_are_used() -> None:
    """No 事业收入, no entry on it."""
    assert not any(entry.startswith("事业收入") for entry in _entries())


def test_no_explanation_belongs_to_another() -> None:
    """No phrase stands in an explanation that the checker takes for another 科目's."""
    for code, names in dictionary().items():
        if re.fullmatch(r"2\d{6}", code):
            assert foreign(names[0].name, explained(code, names[0].name)) == ""
