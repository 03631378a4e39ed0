"""Heads of tables (表头): equal neighbours merged, short paths hung down."""

from __future__ import annotations

from kaocheng.money.filling.slots import titles


def _shape(paths: list[tuple[str, ...]], ordinals: list[str]) -> list[list[tuple[str, int, int]]]:
    rows = titles(paths, ordinals)
    return [[(box.text, box.row_span, box.column_span) for box in row] for row in rows]


def test_spans() -> None:
    """A heading over two columns, one that hangs down, and the row 栏次."""
    paths = [("项目",), ("本年支出", "合计"), ("本年支出", "基本支出")]
    assert [
        [("项目", 2, 1), ("本年支出", 1, 2)],
        [("合计", 1, 1), ("基本支出", 1, 1)],
        [("栏次", 1, 1), ("1", 1, 1), ("2", 1, 1)],
    ] == _shape(paths, ["栏次", "1", "2"])


def test_alike_words_under_different_heads_stay_apart() -> None:
    """预算数 under one heading is not merged with 预算数 under the next."""
    paths = [("合计", "预算数"), ("公务接待费", "预算数")]
    assert [
        [("合计", 1, 1), ("公务接待费", 1, 1)],
        [("预算数", 1, 1), ("预算数", 1, 1)],
    ] == _shape(paths, [])
