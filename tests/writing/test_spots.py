"""From a place to the words that stand there."""

from __future__ import annotations

from dataclasses import replace

from kaocheng.kernel.places import Place
from kaocheng.kernel.reports import Report
from kaocheng.writing.labels import cell_label, table_titles
from kaocheng.writing.spots import Spot, Spots


def test_exact_places(report: Report) -> None:
    """A cell, characters, a table and the whole document are each found as what they are."""
    spots = Spots(report.document)
    found = [spots.find(finding.place, finding.quote) for finding in report.findings]
    assert Spot() == found[0]
    assert "10.43%" == spots.text(found[1])[slice(*(found[1].span or ()))]
    assert (6, 3) == found[3].cell
    assert Spot(14) == found[5]


def test_nearest_place(report: Report) -> None:
    """A place nobody knows leads to its table, then to its page, then to the document."""
    spots = Spots(report.document)
    cell = replace(report.findings[3].place, row=99, column=9)
    assert (12, None) == (spots.find(cell).block, spots.find(cell).cell)
    assert 12 <= (spots.find(Place("x", page=5)).block or 0)
    assert Spot() == spots.find(Place("x", page=77))


def test_quote_mends_a_shifted_span(report: Report) -> None:
    """Where the offsets do not give the quote, the quote is looked for in the paragraph."""
    place = report.findings[1].place.between(0, 3)
    assert (56, 62) == Spots(report.document).find(place, "10.43%").span


def test_labels(report: Report) -> None:
    """Titles stand above a table or in its first merged row; cells are named by row and head."""
    titles = table_titles(report.document)
    assert {12: "收入支出决算总表", 14: "“三公”经费支出决算表"} == titles
    grid = next(report.document.grids())
    assert "本年支出合计 · 支出/决算数" == cell_label(grid, (6, 3))
