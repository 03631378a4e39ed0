"""Changing one figure of a document, and telling whether that was reported."""

import random
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.changing import KINDS, Spot, changed, changes, neighbours, passage_of, passages, spots
from bench.judging import Verdict, aims, verdict
from kaocheng.kernel.documents import (
    Cell,
    Document,
    Grid,
    Paragraph,
    Passage,
    Stretch,
    ordered,
    passage,
)
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.findings import Finding, Severity
from kaocheng.kernel.numerals import read_number
from kaocheng.kernel.places import Place
from kaocheng.kernel.reports import Profile, Report
from kaocheng.kernel.rulebook import Rule
from kaocheng.kernel.units import MONEY

_WHERE = Place("made-up.txt")
_RULE = Rule("SUM001", "合计", "合计", Severity.ERROR, Document, lambda _: (), Path(), "")


def _chance() -> random.Random:
    return random.Random(1)  # noqa: S311  # the same choices every time


def _cell(text: str, row: int, column: int, span: int = 1) -> Cell:
    place = replace(_WHERE, line=row + 3, table=1, row=row + 1, column=column + 1)
    return Cell(passage(text, place), row, column, column_span=span)


def _document() -> Document:
    first, second = replace(_WHERE, line=1), replace(_WHERE, line=2)
    text = "收入12.50万元，支出1,234.00元，占9.9%"
    sentence = Passage(text, (Stretch(0, first), Stretch(11, second)))
    wide = _cell("30", 1, 0, span=2)
    rows = ((_cell("10", 0, 0), _cell("20", 0, 1)), (wide, wide))
    return Document("made-up.txt", "txt", (Paragraph(sentence), Grid(rows, _WHERE)))


def _texts(document: Document) -> list[str]:
    return [spot.text for spot in spots(document)]


def _every(document: Document) -> Iterator[tuple[Spot, str, str]]:
    near = neighbours(spots(document))
    for spot in spots(document):
        for change in changes(spot, near.get(spot), _chance()):
            yield spot, change.kind, change.text


def test_numbers_are_found_in_sentences_and_cells_once() -> None:
    """A merged cell is one printed number, however many positions it covers."""
    assert ["12.50", "1,234.00", "9.9", "10", "20", "30"] == _texts(_document())


def test_exactly_one_number_differs() -> None:
    """Each change alters the number at its spot and leaves all others."""
    document = _document()
    before = _texts(document)
    near = neighbours(spots(document))
    for index, spot in enumerate(spots(document)):
        for change in changes(spot, near.get(spot), _chance()):
            after = _texts(changed(document, change))
            assert [*before[:index], change.text, *before[index + 1 :]] == after


def test_a_change_keeps_the_form_of_the_print() -> None:
    """Decimals and thousands separators stay as printed."""
    made = {(spot.text, kind): text for spot, kind, text in _every(_document())}
    assert "1,234.01" == made["1,234.00", "末位+1"]
    assert "12.45" == made["12.50", "末位-5"]
    assert "12,340.00" == made["1,234.00", "×10"]
    assert "9.9" == made["1,234.00", "邻数"]


def test_nothing_falls_below_zero_or_stays_the_same() -> None:
    """A zero has no smaller neighbour and is not ten times itself."""
    kinds = [change.kind for change in changes(Spot(0, None, None, 0, 1, "0"), None, _chance())]
    assert ["末位+1", "末位+2", "末位+5"] == kinds


def test_stretches_behind_a_longer_number_are_shifted() -> None:
    """What stood on the second line still stands there after the first line grew."""
    document = _document()
    spot = spots(document)[0]
    change = next(c for c in changes(spot, None, _chance()) if c.kind == "×10")
    after = passage_of(changed(document, change), spot)
    start = after.text.index("1,234.00")
    assert (2, "125.00") == (after.at(start, start + 8).line, after.text[2:8])
    assert 1 == after.at(2, 8).line


def test_a_number_broken_over_two_lines_keeps_both_places() -> None:
    """The second line begins inside the new number, never behind it."""
    places = (Stretch(0, replace(_WHERE, line=1)), Stretch(4, replace(_WHERE, line=2)))
    document = Document("made-up.txt", "txt", (Paragraph(Passage("共123456元", places)),))
    spot = spots(document)[0]
    change = next(c for c in changes(spot, "7", _chance()) if c.kind == "邻数")
    after = passage_of(changed(document, change), spot)
    assert ("共7元", True) == (after.text, ordered(after.stretches))


@given(st.lists(st.integers(1, 30), max_size=5), st.integers(0, 10**9), st.integers(0, 10**9))
def test_stretches_stay_ordered(starts: list[int], number: int, neighbour: int) -> None:
    """Whatever the lengths, stretches begin at 0 and rise."""
    text = f"收入合计{number}万元，支出合计若干"
    stretches = tuple(Stretch(at, _WHERE) for at in sorted({0, *starts}))
    document = Document("made-up.txt", "txt", (Paragraph(Passage(text, stretches)),))
    spot = spots(document)[0]
    for change in changes(spot, str(neighbour), _chance()):
        assert ordered(passage_of(changed(document, change), spot).stretches)


def test_a_merged_cell_stays_one_object() -> None:
    """Covered positions go on holding the same object as their anchor."""
    document = _document()
    spot = spots(document)[-1]
    change = changes(spot, None, _chance())[0]
    grid = next(changed(document, change).grids())
    assert grid.rows[1][0] is grid.rows[1][1]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_happens(kind: str) -> None:
    """No kind of change is named and never made."""
    assert any(kind == made for _, made, _ in _every(_document()))


def _figure(text: str, place: Place) -> Figure:
    return Figure(text, Decimal(text.replace(",", "")), MONEY["元"], 0, text, place)


def _report(document: Document) -> Report:
    """A stand-in checker: says that the last cell is not the sum of the two above it."""
    cells = [content for _, row, _, content in passages(document) if row is not None]
    values = [read_number(content.text).value for content in cells]  # type: ignore[union-attr]
    figures = tuple(_figure(c.text, c.at(0, len(c.text))) for c in cells)
    total = values[0] + values[1]
    findings = () if total == values[2] else (_finding(figures, total),)
    profile = Profile("部门决算公开")
    return Report(document, profile, findings, (), (), figures, figures[:1], {_RULE.code: _RULE})


def _finding(figures: tuple[Figure, ...], total: Decimal) -> Finding:
    *parts, stated = figures
    related = tuple(figure.place for figure in parts)
    return Finding(
        "SUM001", stated.place, stated.text, stated.text, str(total), "", related=related
    )


def _verdict_on(index: int) -> Verdict:
    document = _document()
    change = changes(spots(document)[index], None, _chance())[0]
    new = changed(document, change)
    return verdict(new, change, _report(document), _report(new))


def test_a_report_at_the_changed_cell_is_told_from_one_that_only_names_it() -> None:
    """The total is reported in place, a part of it as a participant, a sentence not at all."""
    verdicts = [_verdict_on(index) for index in (5, 3, 0)]
    assert [Verdict.HERE, Verdict.PARTY, Verdict.MISSED] == verdicts


def test_a_note_in_place_is_counted_apart() -> None:
    """A finding of severity 提示 at the place is not an error there."""
    document = _document()
    change = changes(spots(document)[5], None, _chance())[0]
    new = changed(document, change)
    mild = replace(_RULE, severity=Severity.NOTE)
    after = replace(_report(new), rules={_RULE.code: mild})
    assert Verdict.NOTED == verdict(new, change, _report(document), after)


def test_only_figures_the_checker_read_are_aimed_at() -> None:
    """Numbers nobody read are left out; free figures are known as such."""
    document = _document()
    found = aims(document, spots(document), _report(document))
    assert [("10", False), ("20", True), ("30", True)] == [(a.spot.text, a.bound) for a in found]
    assert {"表中单元格"} == {aim.region for aim in found}
