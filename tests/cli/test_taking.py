"""A year is taken clean or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from kaocheng.cli.refusals import Refused
from kaocheng.cli.taking import accounts, both
from tests.cli.year_archives import archive
from tests.money.ledgers import small_year


def test_what_is_clean_is_taken(tmp_path: Path) -> None:
    """The accounts as they were stored; performance is asked for only by `both`."""
    path = archive(tmp_path / "2023.jsonl", small_year())
    assert small_year() == accounts(path)
    with pytest.raises(Refused, match="绩效登记表"):
        both(path)


def test_what_is_at_fault_is_not(tmp_path: Path) -> None:
    """The count of faults and the command that lists them."""
    with pytest.raises(Refused, match="处错误；请先用 kaocheng check-year"):
        accounts(tmp_path)
