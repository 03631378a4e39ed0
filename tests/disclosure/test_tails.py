"""Which sums a document itself says may miss by rounding."""

from __future__ import annotations

from pathlib import Path

import pytest

from kaocheng.disclosure.tails import Tails, declared, declares
from kaocheng.kernel.places import Place
from kaocheng.reading.opening import read

_TABLE = "单位：万元\n项目\t金额\n办公费\t3.00\n水费\t2.00\n"
_OTHER = "单位：万元\n项目\t金额\n印刷费\t3.00\n电费\t2.00\n"


@pytest.mark.parametrize(
    "text",
    [
        "因四舍五入，有的合计与所列各项之和有尾差。",
        "部分合计数与分项之和因四舍五入略有出入。",
        "由于四舍五入，分项相加不等于总数。",
        "受四舍五入影响，总数与各项相加可能存在差异。",
        "数字经四舍五入，各栏相加与合计不完全一致。",
        "由于计量单位换算，个别合计有尾数误差。",
    ],
)
def test_a_declaration_is_known_by_its_words(text: str) -> None:
    """Rounding and what comes of it in one sentence."""
    assert declares(text)


@pytest.mark.parametrize(
    "text",
    [
        "本文金额四舍五入到分。",
        "金额四舍五入到分。两年口径不一致。",
        "数字四舍五入，各项与合计无尾差。",
        "差异率四舍五入后保留两位小数。",
        "合计与各项有尾差。",
        "金额单位换算为万元。",
    ],
)
def test_rounding_alone_declares_nothing(text: str) -> None:
    """Nor does a difference that nobody calls rounding, or one that is denied."""
    assert not declares(text)


@pytest.mark.parametrize(
    ("text", "tails"),
    [
        (f"{_TABLE}注：因四舍五入，合计有尾差。\n文字\n{_OTHER}", Tails(tables=frozenset({1}))),
        (
            f"{_TABLE}注：本表列示本部门支出。本表因四舍五入有尾差。\n{_OTHER}",
            Tails(tables=frozenset({1})),
        ),
        (f"{_TABLE}文字\n{_OTHER}本表因四舍五入有尾差。\n", Tails(tables=frozenset({2}))),
        (f"{_TABLE}注：各表因四舍五入有尾差。\n{_OTHER}", Tails(everywhere=True)),
        (f"因四舍五入，文中合计与分项略有差异。\n{_TABLE}", Tails(everywhere=True)),
        (f"{_TABLE}注：金额四舍五入到分。\n{_OTHER}", Tails()),
    ],
)
def test_a_note_speaks_of_its_table(tmp_path: Path, text: str, tails: Tails) -> None:
    """One under a table of that table, any other of the whole document."""
    path = tmp_path / "a.txt"
    path.write_text(f"青禾县行政审批局2023年度部门决算\n{text}", "utf-8")
    assert tails == declared(read(path))


def test_what_is_covered() -> None:
    """The cells of a declared table; with a declaration for all, every place."""
    one = Tails(tables=frozenset({1}))
    assert one.cover(Place("a.txt", table=1, row=2, column=3))
    assert not one.cover(Place("a.txt", table=2))
    assert not one.cover(Place("a.txt", paragraph=1))
    assert Tails(everywhere=True).cover(Place("a.txt", paragraph=1))
