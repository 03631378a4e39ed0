"""What levels claim."""

from __future__ import annotations

from kaocheng.disclosure.plain.adding import additions
from kaocheng.disclosure.plain.outline import outlines
from kaocheng.disclosure.tables import tables
from tests.disclosure.grid_making import document


def claimed(*names: str) -> list[tuple[str, list[str], bool]]:
    """Every addition of the first reading."""
    body = "\n".join(f"{name}\t1.00" for name in names)
    (table,) = tables(document("某项情况表", "项目\t金额\n" + body))
    lines = next(outlines(table.rows))
    return [(a.whole.name, [p.name for p in a.parts], a.sure) for a in additions(lines)]


def test_a_total_takes_in_the_total_before_it() -> None:
    """收入总计 is 本年收入合计 and what comes between."""
    found = claimed("一、甲", "二、乙", "本年收入合计", "三、上年结转", "收入总计")
    assert [
        ("本年收入合计", ["甲", "乙"], True),
        ("收入总计", ["本年收入合计", "上年结转"], True),
    ] == found


def test_a_first_row_is_the_sum_of_all_below() -> None:
    """Of the outermost."""
    assert [("甲", ["丙"], True), ("合计", ["甲", "乙"], True)] == claimed(
        "合计", "一、甲", "1、丙", "二、乙"
    )


def test_parts_after_of_which_are_not_sure() -> None:
    """They may be a selection."""
    assert [("甲", ["乙"], False)] == claimed("一、甲", "其中：1、乙", "二、丙")
