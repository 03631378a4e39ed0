"""A county's published tables of 2020, made again from entries (已公布报表的重现)."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import pytest

from bench.corpus import documents
from kaocheng.disclosure.tables import Entry, Table, tables
from kaocheng.kernel.figures import Figure
from kaocheng.money.accounts import sheets
from kaocheng.money.measures import totals
from kaocheng.reading.opening import read
from tests.money.reconstructed import narrated, rebuilt
from tests.money.sheet_reading import read_back

Key = tuple[str, str, str, str]

PUBLISHED = Path(__file__).parent / "published" / "county_2020.csv"
REAL = [path for path in documents() if path.name.startswith("001_")]
NARRATED = [path for path in documents() if path.name.startswith("004_")]
WRONG = {
    # 款之和为 8,150,362.86，两级四处印成了 8,150,362.88
    **{
        ("general_public", code, "", column): "8,150,362.88"
        for code in ("201", "20103")
        for column in ("本年收入", "本年支出")
    },
    # 行政运行的合计等于其基本支出，项目支出两格却填了别行的数
    ("general_public", "2010301", "", "本年收入（项目支出）"): "4,555,444.00",
    ("general_public", "2010301", "", "项目支出"): "4,555,444.00",
}


@lru_cache(maxsize=None)
def _made() -> dict[Key, str]:
    return _cells(read_back(sheets(rebuilt("county_2020"))))


def _cells(found: Iterable[Table]) -> dict[Key, str]:
    """The printed text of each value cell by form, row, side and column; the filled one of two."""
    cells: dict[Key, str] = {}
    for table in found:
        for entry in table.entries.values():
            if table.kind and (text := entry.cell.text.strip()):
                cells.setdefault(_key(table, entry), text)
    return cells


def _key(table: Table, entry: Entry) -> Key:
    row = entry.row.code or ("合计" if entry.row.total else entry.row.name)
    return table.kind, row, entry.row.side, entry.column.name


def test_every_cell_is_made_again() -> None:
    """Every amount, count and "—" of the nine tables, and nothing where they have nothing."""
    with PUBLISHED.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))[1:]
    expected = {(kind, row, side, column): text for kind, row, side, column, text in rows}
    assert 233 == len(expected)
    assert expected == _made()


@pytest.mark.skipif(not REAL, reason="真实文件不在检出目录旁边，只与数字夹具比对。")
def test_only_the_wrong_cells_differ_from_the_document() -> None:
    """The document itself differs in the cells that are provably wrong, and in no other."""
    kinds = {kind for kind, *_ in _made()}
    printed = {key: text for key, text in _cells(tables(read(REAL[0]))).items() if key[0] in kinds}
    differing = {key: text for key, text in printed.items() if text != _made().get(key)}
    assert WRONG == differing
    assert set() == set(_made()) - set(printed)


@pytest.mark.skipif(not REAL, reason="真实文件不在检出目录旁边，只与数字夹具比对。")
def test_names_differ_only_where_the_document_is_wrong() -> None:
    """科目 names as printed there, but for 201 in one table; 30399 is not printed for 30311."""
    ours, theirs = (_names(found) for found in (read_back(sheets(rebuilt("county_2020"))),
                                                tables(read(REAL[0]))))  # fmt: skip
    differing = {key for key, name in ours.items() if theirs.get(key, name) != name}
    assert {("general_public", "201"), ("basic_by_economic", "30399")} == differing
    assert {("basic_by_economic", "30311")} == set(ours) - set(theirs)


def _names(found: Iterable[Table]) -> dict[tuple[str, str], str]:
    rows = [(table.kind, row) for table in found for row in table.rows if table.kind and row.code]
    return {(kind, row.code): row.subject.strip() for kind, row in reversed(rows)}


def test_every_total_of_a_narrative_is_made_again() -> None:
    """What a district's narrative of 2023 prints of its totals, from entries rebuilt from it."""
    year, printed = narrated("district_2023")
    found = totals(year)
    assert printed == {name: _spoken(found[name]) for name in printed}


def _spoken(figure: Figure) -> str:
    """In 万元 with closing zeros dropped, as that narrative has it."""
    if not figure.unit.is_money:
        return figure.text + figure.unit.name
    text = f"{figure.value / 10_000:.2f}"
    return text.rstrip("0").rstrip(".") + "万元"


@pytest.mark.skipif(not NARRATED, reason="真实文件不在检出目录旁边，只与数字夹具比对。")
def test_the_narrative_does_print_these() -> None:
    """Every text of the fixture stands in the document."""
    text = NARRATED[0].read_text("utf-8")
    _, printed = narrated("district_2023")
    assert [] == [words for words in printed.values() if words not in text]
