"""Labels are known in spite of blanks, brackets, numbering and line breaks."""

from __future__ import annotations

import pytest

from kaocheng.kernel.documents import Cell, passage
from kaocheng.kernel.places import Place
from kaocheng.performance.labels import columns, concepts, is_any_label, stem, vocabulary


def _cell(text: str) -> Cell:
    return Cell(passage(text, Place("a.txt")), 0, 0)


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("度量\n单位", "unit"),
        ("分值（90）", "weight"),
        ("预期指标值(包含数字及文字描述)", "target"),
        ("三级 指标", "name"),
    ],
)
def test_columns_of_indicators(text: str, concept: str) -> None:
    """One concept for each way of printing it."""
    assert concept in concepts(_cell(text), "indicator")


def test_first_column_counts() -> None:
    """A label printed twice stands for its first column."""
    row = (_cell("权重"), _cell("得分"), _cell("得分"))
    assert {"weight": 0, "score": 1} == columns(row, "indicator")


def test_stem_and_values() -> None:
    """Numbering and colons go; what is no label is none."""
    assert "项目年度目标完成情况" == stem("1.项目年度目标完成情况：")
    assert not is_any_label(_cell("示例大厅"))


def test_vocabulary_has_no_word_twice_in_a_group() -> None:
    """Within indicator and fund columns, a word means one thing."""
    for group in ("indicator", "fund"):
        words = [word for key in vocabulary()[group] for word in vocabulary()[group][key]]
        assert len(set(words)) == len(words)
