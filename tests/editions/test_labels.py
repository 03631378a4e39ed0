"""Labels made comparable."""

from __future__ import annotations

import pytest

from kaocheng.editions.labels import bare, squeezed


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("二十二、灾害防治及应急管理支出", "灾害防治及应急管理支出"),
        ("（二）政府性基金", "政府性基金"),
        ("1. 一般公共预算资金", "一般公共预算资金"),
        ("(1) 公务用车购置费", "公务用车购置费"),
        ("其中：外事接待费", "外事接待费"),
        ("　本年收入合计", "本年收入合计"),
        ("1.5万元", "1.5万元"),
        ("一般公共服务支出", "一般公共服务支出"),
        ("三公经费", "三公经费"),
    ],
)
def test_numbering_is_taken_off(printed: str, expected: str) -> None:
    """But nothing that belongs to the name."""
    assert expected == bare(printed)


def test_brackets_and_quotes_are_made_alike() -> None:
    """Of either width."""
    assert squeezed("“三公”经费 (境)") == squeezed('"三公"经费（境）')
