"""Formulas whose numbers bear names and units."""

from __future__ import annotations

import pytest

from kaocheng.disclosure.formulas import formulas


def _worked(text: str) -> list[str]:
    return [f"{formula.value.normalize():f}" for formula in formulas(text)]


@pytest.mark.parametrize(
    ("text", "worked"),
    [
        ("支出率=实际支出450.00万元/下达500.00万元×100%=90%", ["90"]),
        ("及时率=按期签订38份÷应签40份×100%=95%", ["95"]),
        ("节约额=预算价1,000.00万元-中标价920.00万元=80.00万元", ["80"]),
        ("进度率=实际进度96%/既定进度100%×100%=96%", ["96"]),
        ("购置20台×5,000元/台=10万元", ["10"]),
        ("1.5万元-2,000元=1.3万元", ["1.3"]),
        ("20×5000=10万元", ["10"]),
        ("得分=5分-0.5分×2=4分", ["4"]),
        ("执行率=（累计支出+a进度96%）/既定进度100%×100%=96%", []),
        ("预算完成率=（预算完成数/预算数）×100%=（90/100）×100%=90%", ["90"]),
        ("2019年-2020年=1", []),
        ("单价×20台=12万元", []),
    ],
)
def test_worked_out(text: str, worked: list[str]) -> None:
    """In the unit of the result; nothing where a name stands for a number that is not printed."""
    assert worked == _worked(text)


def test_the_place_of_a_formula_with_words() -> None:
    """From its first number to the unit of its result."""
    text = "购置20台×5,000元=12万元，已付清"
    (formula,) = formulas(text)
    assert "20台×5,000元=12万元" == text[formula.start : formula.end]
    assert ("12万元", "万元") == (text[formula.result_start : formula.end], formula.unit)
