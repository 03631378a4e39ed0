"""Sheets and their figures (报表与数字): each amount follows from its formula, live sums are true."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import chain

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kaocheng.editions.loading import edition
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.lineage import AMOUNTS, COUNT, PEOPLE, POSTS
from kaocheng.kernel.numerals import read_number
from kaocheng.kernel.papers import Box, Sheet
from kaocheng.money.accounts import sheets
from kaocheng.money.measures import totals
from kaocheng.money.naming import entry_number
from kaocheng.money.records import AccountsYear
from kaocheng.proof.expressions import Source, calculate
from tests.money.reconstructed import rebuilt
from tests.strategies import accounts_years

EDITIONS = ("yunnan_2020", "sichuan_2023", "shanghai_2024")
SLOW = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


class Recount:
    """Works a figure out again from the entries alone, by its formula and sources."""

    def __init__(self, year: AccountsYear) -> None:
        entries = chain(year.income, year.payments, year.budget, year.adjustments, year.carried)
        registers = chain(year.receptions, year.trips)
        self._entries = {entry_number(entry): entry for entry in chain(entries, registers)}
        self._known: dict[int, Fraction] = {}

    def exact(self, figure: Figure) -> Fraction:
        """The figure in base units."""
        if id(figure) not in self._known:
            sources = [Source(self.exact(s), Fraction(s.base)) for s in figure.sources]
            found = calculate(figure.formula, sources, lambda word: self._word(word, figure))
            assert found is not None
            self._known[id(figure)] = found
        return self._known[id(figure)]

    def _word(self, word: str, figure: Figure) -> Fraction:
        found = [self._entries[number] for number in figure.records]
        worth = {
            AMOUNTS: lambda entry: Fraction(entry.amount, 100),
            COUNT: lambda _: Fraction(1),
            PEOPLE: lambda entry: Fraction(entry.people),
            POSTS: lambda entry: Fraction(entry.posts),
        }[word]
        return sum(map(worth, found), Fraction(0))


def _rounded(value: Fraction, figure: Figure) -> Decimal:
    scaled = value / Fraction(figure.unit.factor) * 10**figure.decimals
    return Decimal(int(scaled + Fraction(1, 2) * (1 if scaled >= 0 else -1))).scaleb(
        -figure.decimals
    )


@SLOW
@given(accounts_years(st.sampled_from(EDITIONS)), st.sampled_from(("plain", "last")))
def test_every_figure_follows_from_its_entries(year: AccountsYear, rounding: str) -> None:
    """Each printed amount, and each named total, is what its formula gives from the entries."""
    numbers = [entry_number(entry) for entry in year.carried]
    if len(set(numbers)) < len(numbers):
        return
    recount = Recount(year)
    printed = [box.figure for sheet in sheets(year, rounding=rounding) for box in _filled(sheet)]
    for figure in chain(printed, totals(year).values()):
        assert figure.value == _rounded(recount.exact(figure), figure), figure.name


@pytest.mark.parametrize("key", EDITIONS)
@pytest.mark.parametrize("rounding", ["plain", "last"])
def test_what_is_printed_is_the_figure(key: str, rounding: str) -> None:
    """The text of a cell is the print of its figure, and each cell has a figure of its own."""
    figures = []
    for sheet in sheets(replace(rebuilt("county_2020"), edition=key), rounding=rounding):
        for box in _filled(sheet):
            number = read_number(box.text)
            assert number is not None
            assert (box.figure.text, box.figure.value) == (box.text, number.value)
            figures.append(box.figure)
    assert len(figures) == len({id(figure) for figure in figures})


@pytest.mark.parametrize("key", EDITIONS)
def test_an_amount_without_figure_is_never_printed(key: str) -> None:
    """Only labels, codes, running numbers and "—" stand in cells that carry no figure."""
    for sheet in sheets(replace(rebuilt("county_2020"), edition=key)):
        bare = [box.text for row in sheet.body for box in row if box.figure is None]
        assert [] == [text for text in bare if "." in text and read_number(text) is not None]


@pytest.mark.parametrize("key", EDITIONS)
@pytest.mark.parametrize("rounding", ["plain", "last"])
def test_live_sums_give_what_is_printed(key: str, rounding: str) -> None:
    """Each sum names cells of the body whose printed amounts add up to the printed whole."""
    found = 0
    for sheet in sheets(replace(rebuilt("county_2020"), edition=key), rounding=rounding):
        amounts = dict(_amounts(sheet))
        for whole, parts in sheet.sums:
            assert amounts[whole] == sum(amounts[part] for part in parts)
            found += 1
    assert 200 < found


def _filled(sheet: Sheet) -> Iterator[Box]:
    return (box for row in sheet.body for box in row if box.figure is not None)


def _amounts(sheet: Sheet) -> Iterator[tuple[tuple[int, int], Decimal]]:
    for row, boxes in enumerate(sheet.body):
        column = 0
        for box in boxes:
            number = read_number(box.text)
            yield (row, column), number.value if number else Decimal(0)
            column += box.column_span


@pytest.mark.parametrize("key", EDITIONS)
def test_the_edition_has_all_its_tables(key: str) -> None:
    """In the edition's order, with its titles, every row as wide as the widths say."""
    made = sheets(replace(rebuilt("county_2020"), edition=key))
    assert edition(key).sets["部门决算公开"] == tuple(sheet.kind for sheet in made)
    for sheet in made:
        assert edition(key).forms[sheet.kind].name == sheet.title
        assert {len(sheet.widths)} == {sum(box.column_span for box in row) for row in sheet.body}


def test_conventions_of_nil() -> None:
    """Blank where nothing was spent, "—" where nothing can stand, 0.00 where the form prints it."""
    yunnan = {sheet.kind: sheet for sheet in sheets(rebuilt("county_2020"))}
    shanghai = sheets(replace(rebuilt("county_2020"), edition="shanghai_2024"))
    texts = {box.text for row in yunnan["three_public"].body for box in row}
    basic = next(sheet for sheet in shanghai if sheet.kind == "basic_by_economic")
    assert {"", "—", "2,920.00"} <= texts
    assert "0.00" not in texts
    assert "0.00" in {box.text for box in _filled(basic)}


def test_a_class_outside_the_form_gets_a_row() -> None:
    """Spending under a 类 that the form does not list is not lost."""
    year = rebuilt("county_2020")
    payments = tuple(
        replace(p, function="2330101") if p.function == "2210203" else p for p in year.payments
    )
    table = sheets(replace(year, payments=payments))[0]
    labels = [box.text for row in table.body for box in row]
    assert any("债务发行费用支出" in label for label in labels)
