"""Damaged PDF files give a document or a sentence, never anything else."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_paper import Paper

from kaocheng.kernel.documents import Document, Grid, Paragraph, Unreadable, ordered
from kaocheng.reading.pdf import read_pdf


@lru_cache(maxsize=None)
def sample() -> bytes:
    """A small file, not compressed so that changes reach the content."""
    with TemporaryDirectory() as folder:
        paper = Paper(Path(folder) / "a.pdf", pageCompression=0)
        for page in range(2):
            paper.write(72, 60, f"第{page}部分 支出情况说明")
            paper.table(
                [72, 172, 272, 372],
                [100, 120, 140],
                [["科目", "合计", "支出"], ["甲", "12.50", ""]],
            )
            paper.turn()
        return paper.done().read_bytes()


def outcome(data: bytes) -> Document | str:
    """What comes of these bytes."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.pdf"
        path.write_bytes(data)
        try:
            return read_pdf(path)
        except Unreadable as unreadable:
            return str(unreadable)


def sound(result: Document | str) -> bool:
    """Whether a document keeps its promises, or a refusal is a whole sentence."""
    if isinstance(result, str):
        return result.startswith("“a.pdf”") and result.endswith("。")
    for block in result.blocks:
        if isinstance(block, Paragraph) and not ordered(block.content.stretches):
            return False
        if isinstance(block, Grid) and any(len(row) != block.width for row in block.rows):
            return False
    return True


@settings(max_examples=80, deadline=None, derandomize=True)
@given(st.lists(st.tuples(st.floats(0, 0.9999), st.integers(0, 255)), min_size=1, max_size=30))
def test_changed_bytes(changes: list[tuple[float, int]]) -> None:
    """Any bytes changed anywhere."""
    data = bytearray(sample())
    for share, value in changes:
        data[int(share * len(data))] = value
    assert sound(outcome(bytes(data)))


@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.floats(0, 1))
def test_cut_anywhere(share: float) -> None:
    """Cut off at any place."""
    assert sound(outcome(sample()[: int(share * len(sample()))]))


@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.floats(0, 1), st.floats(0, 1), st.binary(max_size=200))
def test_pieces_lost_or_foreign(start: float, end: float, inserted: bytes) -> None:
    """A piece replaced by foreign bytes."""
    data = sample()
    low, high = sorted((int(start * len(data)), int(end * len(data))))
    assert sound(outcome(data[:low] + inserted + data[high:]))


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(st.tuples(*[st.integers(-400, 1200)] * 4), max_size=40), st.text(max_size=60))
def test_any_lines_and_any_text(lines: list[tuple[int, int, int, int]], text: str) -> None:
    """Whatever is drawn, the grids are rectangles and the passages ordered."""
    with TemporaryDirectory() as folder:
        paper = Paper(Path(folder) / "a.pdf")
        for number, (x, y, a, b) in enumerate(lines):
            paper.rule(x, y, *((a, y) if number % 2 else (x, b)))
            paper.write(a, b, text[number % 7 :], 4 + number)
        path = paper.done()
        try:
            result: Document | str = read_pdf(path)
        except Unreadable as unreadable:
            result = str(unreadable)
        assert sound(result)
