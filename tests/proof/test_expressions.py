"""Formulas are read once and calculated exactly, and nothing outside the grammar is."""

from __future__ import annotations

from fractions import Fraction

import pytest

from kaocheng.proof.expressions import NotAFormula, Source, calculate, parsed

SOURCES = (Source(Fraction(3), Fraction(30, 10)), Source(Fraction(7), Fraction(8)))


def _gives(text: str) -> Fraction | None:
    return calculate(text, SOURCES, lambda word: Fraction(len(word)))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("[1]+[2]", Fraction(10)),
        ("[1]-[2]", Fraction(-4)),
        ("|[1]-[2]|", Fraction(4)),
        ("|([1]-[2])/[2]|", Fraction(4, 7)),
        ("[1]/[2]", Fraction(3, 7)),
        ("([1]-[2])/[2]", Fraction(-4, 7)),
        ("Σ", Fraction(10)),
        ("1-printΣ", Fraction(-10)),
        ("print[2]*2-1.5", Fraction(29, 2)),
        ("max(0,min([1],[2]))", Fraction(3)),
        ("--[1]", Fraction(3)),
        ("8-2-1", Fraction(5)),
        ("记录条数+1", Fraction(5)),
    ],
)
def test_a_formula_gives_its_exact_value(text: str, value: Fraction) -> None:
    """Every form of the grammar, with the usual order of operations."""
    assert value == _gives(text)


@pytest.mark.parametrize("text", ["[1]/([1]-3)", "[3]", "[0]"])
def test_nothing_is_given_where_there_is_nothing(text: str) -> None:
    """Division by zero and a source there is not are no value, never zero."""
    assert _gives(text) is None


@pytest.mark.parametrize(
    "text",
    ["", "[1", "[1]+", "a+b", "__import__('os')", "(1", "|1", "min(1", "1 2", "(" * 60, "1" * 5000],
)
def test_anything_else_is_refused(text: str) -> None:
    """Words for people, code, and what has no end."""
    with pytest.raises(NotAFormula):
        parsed(text)
