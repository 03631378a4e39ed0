"""Terms: every way a case can end has one, from data, counted from the end of the year."""

from __future__ import annotations

from datetime import date

import pytest

from kaocheng.cases.archive import retention
from kaocheng.cases.archive.retention import archive_number, term_of
from kaocheng.cases.states import OPEN, State, Verdict

ENDS = [str(state) for state in State if state not in OPEN]
OVER = {"已出件", "归档", "办结"}


@pytest.mark.parametrize("outcome", sorted({*map(str, Verdict), *ENDS} - OVER))
def test_every_end_has_a_term(outcome: str) -> None:
    """None is archived for a time nobody has said."""
    assert term_of(outcome, "01").name


def test_terms_run_from_the_end_of_the_year() -> None:
    """Thirty years, ten, or for ever."""
    assert date(2056, 12, 31) == term_of("准予", "01").until(date(2026, 3, 1))
    assert date(2036, 12, 31) == term_of("撤回", "01").until(date(2026, 3, 1))
    assert date(2036, 12, 31) == term_of("准予", "20").until(date(2026, 3, 1))
    assert term_of("撤销", "01").until(date(2026, 3, 1)) is None


def test_an_unknown_end_is_refused() -> None:
    """With a word on what to do."""
    with pytest.raises(LookupError, match="请先补上一条"):
        term_of("不见了", "01")


def test_a_number_after_the_standard() -> None:
    """DA/T 13: fonds, category, year, term, serial."""
    assert "X043-XK·2026-D30-00012" == archive_number("X043", 2026, term_of("准予", "01"), 12)


def test_the_table_names_its_basis() -> None:
    """The package says where its terms come from."""
    told = retention._table(str(retention._OWN))
    assert "国家档案局令第8号" in told["basis"]
    assert {term["key"] for term in told["term"]} == {"permanent", "long", "short"}
