"""Passages know where their characters stand; grids give each cell once."""

from __future__ import annotations

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
from kaocheng.kernel.places import Place

LINES = (Stretch(0, Place("a.txt", line=1)), Stretch(5, Place("a.txt", line=2)))


def test_characters_of_a_passage_stand_on_their_own_lines() -> None:
    """Offsets stay those of the passage."""
    text = Passage("第一行啊第二行", LINES)
    assert (1, 2) == (text.at(0, 3).line, text.at(5, 7).line)
    assert (5, 7) == (text.at(5, 7).start, text.at(5, 7).end)
    assert Place("a.txt", line=1) == text.place


def test_stretches_rise_from_zero() -> None:
    """Anything else is a reader's fault."""
    assert ordered(LINES)
    assert not ordered(LINES[1:])
    assert not ordered((LINES[0], LINES[0]))


def test_a_merged_cell_is_given_once() -> None:
    """Its object stands at every position it covers."""
    place = Place("a.txt", table=1)
    wide = Cell(passage("合计", place), 0, 0, column_span=2)
    single = Cell(passage("1", place), 0, 2)
    grid = Grid(((wide, wide, single),), place)
    assert ["合计", "1"] == [cell.text for cell in grid.cells()]
    assert (1, 3) == (grid.height, grid.width)


def test_a_document_gives_its_blocks_by_kind() -> None:
    """Paragraphs and grids in reading order."""
    place = Place("a.txt")
    text = Paragraph(passage("甲", place))
    grid = Grid((), place)
    document = Document("a.txt", "txt", (text, grid))
    assert ([text], [grid]) == (list(document.paragraphs()), list(document.grids()))
    assert 0 == grid.width
