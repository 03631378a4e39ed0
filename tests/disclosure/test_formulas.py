"""Written-out formulas are worked out exactly; text is never evaluated as code."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaocheng.disclosure.formulas import Formula, comes_out, formulas, operands, work_out

WHOLE = st.integers(1, 10**6)


@pytest.mark.parametrize(
    ("left", "value"),
    [
        ("1+2×3", "7"),
        ("（1+2）×3", "9"),
        ("(7/8)×100%", "0.875"),
        ("1,200.50－0.50", "1200"),
        ("10÷4", "2.5"),
        ("8-3-2", "3"),
        ("50%+50％", "1"),
    ],
)
def test_values(left: str, value: str) -> None:
    """Products before sums, from left to right, full-width signs."""
    assert Decimal(value) == work_out(left)


@pytest.mark.parametrize(
    "left", ["", "12", "1/0", "(1+2", "1+", "a+b", "__import__", "1+2)", "1..2+3", "((1+2)"]
)
def test_what_is_no_expression(left: str) -> None:
    """None, never a fault."""
    assert work_out(left) is None


@given(WHOLE, WHOLE, WHOLE)
def test_like_arithmetic(a: int, b: int, c: int) -> None:
    """Sum, product and quotient of any numbers."""
    assert Decimal(a) + Decimal(b) * c == work_out(f"{a}+{b}×{c}")
    assert (Decimal(a) + b) / c == work_out(f"({a}+{b})÷{c}")
    assert Decimal(a) - b - c == work_out(f"{a}-{b}-{c}")


@given(st.text(alphabet="0123456789.,+-×÷/*()（）%= 元。", max_size=30))
def test_any_text_is_searched_without_a_fault(text: str) -> None:
    """And what is found stands where it says."""
    for found in formulas(text):
        assert text[found.start : found.end].endswith(text[found.result_start : found.end])


def test_results_in_percent_are_per_hundred() -> None:
    """（7/8）×100%=87.5% agrees with itself."""
    (found,) = formulas("完成率=（7/8）×100%=87.5%。")
    assert (Decimal("87.5"), Decimal("87.5")) == (found.value, found.stated.value)
    assert "（7/8）×100%" == found.left


def test_a_formula_keeps_its_place() -> None:
    """Offsets of the left side, of the result and of the end."""
    text = "总得分为18+27+45=89分"
    (found,) = formulas(text)
    assert ("18+27+45=89", "89") == (
        text[found.start : found.end],
        text[found.result_start : found.end],
    )


def test_a_formula_may_stand_in_brackets_as_a_whole() -> None:
    """（518÷520×100%=99.62%）: the bracket that opens before it belongs to the sentence."""
    (found,) = formulas("办结率99.62%（518÷520×100%=99.62%）。")
    assert Decimal("99.62") == found.value.quantize(Decimal("0.01"))


def _formula(text: str) -> Formula:
    (found,) = formulas(text)
    return found


def test_operands_are_what_a_formula_works_with() -> None:
    """Not the shares, not the hundred that makes a percentage; at their places in the text."""
    text = "完成率＝ （136.73+253.21-46.84）/389.94×100%=87.99%"
    found = operands(_formula(text))
    assert ["136.73", "253.21", "46.84", "389.94"] == [text[o.start : o.end] for o in found]
    assert ["10"] == [str(o.number.value) for o in operands(_formula("该项得分=10×95%=9.5分"))]


def test_whether_a_formula_comes_out() -> None:
    """As it is printed, or with another number for one of its operands."""
    formula = _formula("（31.38/253.21）×100%=5.28%")
    first, _ = operands(formula)
    assert not comes_out(formula)
    assert comes_out(formula, first, Decimal("13.38"))
    assert not comes_out(formula, first, Decimal("31.83"))
    assert comes_out(_formula("（7/8）×100%=87.5%"))
