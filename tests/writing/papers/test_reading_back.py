"""What was written is read back: every figure's text, equal and in order, in each format."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kaocheng.kernel.documents import Document, Grid, Paragraph, Picture
from kaocheng.kernel.papers import Chart, Paper, Part, Prose, Sheet
from kaocheng.reading.opening import read
from kaocheng.writing.papers import write_docx, write_html, write_pdf, write_xlsx
from tests.writing.papers.papers_fixture import large, paper

WRITERS: dict[str, Callable[[Paper, Path], None]] = {
    "docx": write_docx,
    "xlsx": write_xlsx,
    "pdf": write_pdf,
    "html": write_html,
}


def said(document: Document) -> str:
    """All words of a document in reading order, pieces apart."""
    return "\0".join(_pieces(document))


def _pieces(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Grid):
            yield from (cell.text for cell in block.cells())
        elif isinstance(block, Picture):
            yield block.description
        elif isinstance(block, Paragraph) and block.role not in ("header", "footer"):
            yield block.text


def texts(part: Part) -> list[str]:
    """The figures of a part outside charts as printed."""
    if isinstance(part, Prose):
        return [run.text for run in part.runs if run.figure]
    if isinstance(part, Sheet):
        return [box.text for row in part.body for box in row if box.figure]
    return []


def lost(words: str, wanted: list[str]) -> list[str]:
    """Those wanted texts that do not come one after the other."""
    at, missing = 0, []
    for text in wanted:
        found = words.find(text, at)
        if found < 0:
            missing.append(text)
        else:
            at = found + len(text)
    return missing


@pytest.mark.parametrize("made", [paper, large], ids=["small", "large"])
@pytest.mark.parametrize("kind", ["docx", "pdf", "html"])
def test_every_figure_is_read_back_in_order(
    kind: str, made: Callable[[], Paper], tmp_path: Path
) -> None:
    """The figures of text and tables, in reading order."""
    path = tmp_path / f"paper.{kind}"
    WRITERS[kind](made(), path)
    wanted = [text for part in made().parts for text in texts(part)]
    assert [] == lost(said(read(path)), wanted)


@pytest.mark.parametrize("made", [paper, large], ids=["small", "large"])
def test_every_figure_of_a_table_is_read_back_from_the_workbook(
    made: Callable[[], Paper], tmp_path: Path
) -> None:
    """Numbers under their number formats print as the paper prints them; charts stand last."""
    path = tmp_path / "paper.xlsx"
    write_xlsx(made(), path)
    tables = [part for part in made().parts if isinstance(part, Sheet)]
    charts = [part for part in made().parts if isinstance(part, Chart)]
    wanted = [text for part in tables for text in texts(part)]
    wanted += [figure.text for chart in charts for _, figure in chart.series]
    assert [] == lost(said(read(path)), wanted)


@pytest.mark.parametrize("kind", ["docx", "pdf", "html"])
def test_the_figures_of_a_chart_are_read_back(kind: str, tmp_path: Path) -> None:
    """As words of the picture in the pdf, as its description elsewhere; their order is its own."""
    path = tmp_path / f"paper.{kind}"
    charts = tuple(part for part in paper().parts if isinstance(part, Chart))
    WRITERS[kind](Paper("图", "", 2023, "", charts), path)
    words = said(read(path))
    wanted = {figure.text for chart in charts for _, figure in chart.series}
    assert set() == {text for text in wanted if text not in words}


@pytest.mark.parametrize("kind", WRITERS)
def test_two_runs_give_the_same_bytes(kind: str, tmp_path: Path) -> None:
    """No clock and no chance in any format."""
    first, second = tmp_path / f"1.{kind}", tmp_path / f"2.{kind}"
    WRITERS[kind](paper(), first)
    WRITERS[kind](paper(), second)
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("kind", ["docx", "html", "pdf"])
def test_grids_keep_their_shape(kind: str, tmp_path: Path) -> None:
    """Each printed table comes back as one grid of as many rows and columns."""
    path = tmp_path / f"paper.{kind}"
    WRITERS[kind](paper(), path)
    tables = [part for part in paper().parts if isinstance(part, Sheet)]
    expected = [(len(t.head) + len(t.body), len(t.widths)) for t in tables]
    assert expected == [(grid.height, grid.width) for grid in read(path).grids()]
