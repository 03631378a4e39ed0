"""Shares whose two amounts stand elsewhere in the document."""

from __future__ import annotations

import pytest

from kaocheng.disclosure.sentences import Mention
from kaocheng.disclosure.shares.totals import of_totals
from tests.disclosure.texts import taken

TOLD = "一、支出情况\n本年支出合计240.00万元。\n二、拨款\n一般公共预算财政拨款支出210.00万元。\n三、结构\n"
SHARES = [
    ("一般公共预算财政拨款支出占本年支出合计的87.50%。", True),
    ("2023年度一般公共预算财政拨款支出占本年支出合计的比重为87.50%。", True),
    ("差旅费占本年支出合计的3.10%。", False),
    ("一般公共预算财政拨款支出占全县支出的1.10%。", False),
    ("其中用于民生的一般公共预算财政拨款支出占本年支出合计的60.00%。", False),
    ("本年支出合计占一般公共预算财政拨款支出的114.29%。", False),
]


def _share(text: str) -> tuple[object, Mention]:
    statement = taken(TOLD + text + "\n")
    return statement, statement.sentences[-1].mentions[-1]


@pytest.mark.parametrize(("text", "found"), SHARES)
def test_only_exact_names_of_totals(text: str, found: bool) -> None:
    """A part of a total, or a total the document does not print, is not guessed at."""
    statement, share = _share(text)
    assert found == (of_totals("RAT001", statement, share) is not None)  # type: ignore[arg-type]


def test_a_total_with_two_values_is_no_base() -> None:
    """Which of them is meant cannot be told."""
    statement = taken(TOLD.replace("二、", "本年支出合计260.00万元。\n二、") + SHARES[0][0] + "\n")
    assert of_totals("RAT001", statement, statement.sentences[-1].mentions[-1]) is None
