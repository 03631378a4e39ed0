"""Tables made from entries obey every equation (勾稽) by construction, and only they do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kaocheng.disclosure.articulation import relations
from kaocheng.disclosure.checking import check
from kaocheng.disclosure.judging import Decided, Valuation, decide
from kaocheng.disclosure.tables import tables
from kaocheng.editions.takes import Take
from kaocheng.kernel.documents import Document
from kaocheng.kernel.findings import Finding, Outcome
from kaocheng.kernel.numerals import show
from kaocheng.kernel.papers import Box, Sheet
from kaocheng.kernel.places import Place
from kaocheng.kernel.relations import Sum
from kaocheng.money.accounts import sheets
from kaocheng.money.articulation.equations import equations
from kaocheng.money.books import Books
from kaocheng.money.measures import totals
from kaocheng.money.records import AccountsYear
from tests.money.rich import rich
from tests.money.sheet_reading import document
from tests.strategies import accounts_years

EDITIONS = ("yunnan_2020", "sichuan_2023", "shanghai_2024")
# 教育收费 is not a source of the records; special funds are no table of the accounts
NEVER = {"ART012", "ART081"}
YEARS = accounts_years(st.sampled_from(EDITIONS))
SLOW = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


def _decided(read: Document) -> list[Decided]:
    said = list(relations(tables(read)))
    assert [] == [thing.message for thing in said if isinstance(thing, Finding)]
    return [decide(thing, Valuation()) for thing in said if isinstance(thing, Sum)]


def _broken(decided: Sequence[Decided]) -> list[str]:
    return [item.relation.says for item in decided if item.outcome is Outcome.FAILS]


def test_every_equation_of_final_accounts_is_put_to_the_test() -> None:
    """A year with something of everything: each equation is applied, and holds."""
    years = [rich(key, institution=has) for key in EDITIONS for has in (False, True)]
    decided = [item for year in years for item in _decided(document(sheets(year)))]
    applied = {item.relation.code for item in decided}
    budget = {item.code for item in equations() if "ART200" < item.code < "ART300"}
    assert [] == _broken(decided)
    assert NEVER == {item.code for item in equations()} - applied - budget


@SLOW
@given(YEARS, st.sampled_from(("plain", "last")))
def test_every_equation_holds(year: AccountsYear, rounding: str) -> None:
    """Any legal year, every edition, either rounding: no equation fails, no total is missing."""
    decided = _decided(document(sheets(year, rounding=rounding)))
    assert [] == _broken(decided)
    assert decided


@SLOW
@given(accounts_years(st.sampled_from([key for key in EDITIONS if key != "shanghai_2024"])))
def test_in_yuan_every_equation_holds_to_the_digit(year: AccountsYear) -> None:
    """No rule of rounding changes anything there."""
    decided = _decided(document(sheets(year, rounding="last")))
    inexact = [item.relation.says for item in decided if not item.exactly]
    assert [] == inexact


@settings(SLOW, max_examples=8)
@given(YEARS)
def test_the_checker_has_nothing_to_report(year: AccountsYear) -> None:
    """The tables alone, as a document, with every rule that applies to tables."""
    report = check(document(sheets(year, rounding="last")))
    assert [] == [(f.code, f.message) for f in report.findings if f.code.startswith("ART")]


@SLOW
@given(accounts_years(st.just("yunnan_2020")), st.data())
def test_one_cent_breaks_exactly_its_own_equations(year: AccountsYear, data: st.DataObject) -> None:
    """One cent moved in one cell: the equations that name the cell fail, and no other."""
    made = sheets(year)
    spots = [
        (number, row, column)
        for number, sheet in enumerate(made)
        for row, boxes in enumerate(sheet.body)
        for column, box in enumerate(boxes)
        if box.figure is not None and box.figure.unit.is_money
    ]
    spot = data.draw(st.sampled_from(spots))
    where = _place(document(made), made, spot)
    decided = _decided(document(_moved(made, spot)))
    named = [item for item in decided if _names(item, where)]
    equal = [item.relation.says for item in named if _is_equal(item)]
    others = [item for item in decided if not _names(item, where)]
    assert [] == _broken(others)
    assert [] != equal
    assert equal == [says for says in _broken(named) if says in equal]


def _is_equal(item: Decided) -> bool:
    return isinstance(item.relation, Sum) and item.relation.kind == "="


def _names(item: Decided, where: Place) -> bool:
    return any(figure.place == where for figure in item.relation.figures())


def _place(read: Document, made: Sequence[Sheet], spot: tuple[int, int, int]) -> Place:
    """Where the box of a sheet stands in the document."""
    number, row, column = spot
    grid = list(read.grids())[number]
    boxes = made[number].body[row]
    left = sum(box.column_span for box in boxes[:column])
    return grid.rows[len(made[number].head) + row][left].place


def _moved(made: Sequence[Sheet], spot: tuple[int, int, int]) -> list[Sheet]:
    """The sheets with one cent more in that cell."""
    number, row, column = spot
    rows = [list(boxes) for boxes in made[number].body]
    rows[row][column] = _more(rows[row][column])
    sheet = replace(made[number], body=tuple(tuple(boxes) for boxes in rows))
    return [*made[:number], sheet, *made[number + 1 :]]


def _more(box: Box) -> Box:
    assert box.figure is not None
    return replace(box, text=show(box.figure.value + Decimal("0.01"), 2))


@SLOW
@given(YEARS)
def test_identities_between_totals(year: AccountsYear) -> None:
    """K16, K19, K21: what no printed table can say holds between the totals."""
    found = totals(year)
    spent = found["本年支出合计"].value
    classes = [
        f.value for key, f in found.items() if key.startswith("经济分类支出|") and len(f.code) == 3
    ]
    projects = [f.value for key, f in found.items() if key.startswith("项目执行数|")]
    outside = [p.amount for p in year.payments if not p.source.endswith("财政拨款")]
    assert spent == sum(classes)
    assert found["项目支出"].value == sum(projects)
    assert Decimal(sum(outside)) / 100 == spent - found["财政拨款支出"].value
    assert found["收支总计"].value == spent + found["年末结转和结余"].value
    assert found["财政拨款收支总计"].value == (
        found["财政拨款支出"].value + found["年末财政拨款结转和结余"].value
    )


@SLOW
@given(YEARS)
def test_surplus_left_is_never_more_than_there_is(year: AccountsYear) -> None:
    """年末结余 is part of the balance, and 结转 the rest of it."""
    books = Books(year)
    left, kept, rest = (books.figure(Take(flow), "") for flow in ("年末", "年末结转", "年末结余"))
    assert left.value == kept.value + rest.value
    assert 0 <= rest.value <= books.figure(Take("年初结余"), "").value


@pytest.mark.parametrize("edition", EDITIONS)
def test_an_empty_year_keeps_its_tables(edition: str) -> None:
    """No entry at all: every table stands with its 合计 row and the statement that it is nil."""
    year = AccountsYear(2023, edition, "甲局", ())
    made = sheets(year)
    funds = [sheet for sheet in made if sheet.kind in {"government_fund", "state_capital"}]
    assert ["合计", "合计"] == [sheet.body[0][0].text for sheet in funds]
    assert all("甲局本年度没有" in sheet.note for sheet in funds)
    assert [] == [f.message for f in check(document(made)).findings]
