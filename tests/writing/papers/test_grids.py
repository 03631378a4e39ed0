"""Grids: spans keep each box in its columns."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kaocheng.kernel.papers import Box
from kaocheng.writing.papers.grids import align, anchored, spots
from tests.writing.papers.papers_fixture import SPENT


def test_boxes_step_round_what_hangs_from_above() -> None:
    """A box over two rows pushes the boxes of the second row aside."""
    rows = ((Box("甲", row_span=2), Box("乙", column_span=2)), (Box("丙"), Box("丁")))
    grid = [[(s.column, s.box.text, s.goes_on) for s in row] for row in spots(rows)]
    first = [(0, "甲", False), (1, "乙", False)]
    assert [first, [(0, "甲", True), (1, "丙", False), (2, "丁", False)]] == grid


@given(st.lists(st.lists(st.integers(1, 3), min_size=1, max_size=5), max_size=5))
def test_each_box_stands_once_and_none_overlaps(widths: list[list[int]]) -> None:
    """Whatever the spans over columns."""
    rows = [[Box("", column_span=wide) for wide in row] for row in widths]
    taken = [
        (spot.row, column) for spot in anchored(rows) for column in range(spot.column, spot.end)
    ]
    assert sum(map(sum, widths)) == len(taken) == len(set(taken))


def test_figures_stand_at_the_right_and_heads_in_the_middle() -> None:
    """Whatever the box asks for."""
    boxes = (Box("1", SPENT), Box("头", header=True), Box("文"), Box("文", align="centre"))
    assert ["right", "centre", "left", "centre"] == [align(box) for box in boxes]
