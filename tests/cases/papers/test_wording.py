"""Words of official papers: days, numbers, slots."""

from __future__ import annotations

from datetime import date

import pytest

from kaocheng.cases.papers.wording import (
    UnknownSlot,
    asked,
    days_between,
    document_number,
    filled,
    said,
)
from kaocheng.kernel.clocks import Budget, Span


def test_days_in_a_row_repeat_nothing() -> None:
    """The month once where it is the same."""
    assert "9月2日" == days_between(date(2026, 9, 2), date(2026, 9, 2))
    assert "9月2日至4日" == days_between(date(2026, 9, 2), date(2026, 9, 4))
    assert "9月28日至10月8日" == days_between(date(2026, 9, 28), date(2026, 10, 8))


def test_a_document_number_has_its_year_in_brackets() -> None:
    """六角括号, no 第, no zeros."""
    assert "示审批许受〔2026〕7号" == document_number("示审批", "许受", 2026, 7)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, ""), (False, ""), ((), ""), (True, "是"), (0, "0"), ("文", "文"),
        (date(2026, 1, 2), "2026年1月2日"), (Budget(3), "3个工作日"), (Budget(2, Span.HOUR), "2小时"),
        (("甲", "乙"), "甲、乙"),
    ],
)  # fmt: skip
def test_values_in_words(value: object, words: str) -> None:
    """Nothing is said of what is not known."""
    assert words == said(value)


def test_an_unknown_slot_is_an_error() -> None:
    """A paper with a bracket in it never leaves the house."""
    assert "甲乙" == filled("{a}{b}", {"a": "甲", "b": "乙"})
    assert {"a", "b"} == asked("{a}，{b}")
    with pytest.raises(UnknownSlot, match="没有内容可填"):
        filled("{c}", {})
