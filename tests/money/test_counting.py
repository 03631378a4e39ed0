"""Counts from the other registers (台账统计)."""

from __future__ import annotations

from datetime import date

import pytest

from kaocheng.kernel.lineage import AMOUNTS, COUNT, PEOPLE
from kaocheng.money.counting import Counting
from kaocheng.money.records import AccountsYear, Reception, Vehicle

YEAR = AccountsYear(
    2023, "sichuan_2023", "局", (),
    receptions=(Reception("J1", date(2023, 1, 1), "甲", 3, 500),
                Reception("J2", date(2023, 2, 1), "乙", 4, 700, foreign=True)),
    vehicles=(Vehicle("川A1", "机要通信用车", "轿车", date(2022, 3, 1)),
              Vehicle("川A2", "应急保障用车", "越野车", date(2023, 3, 1), 180_000_00)),
)  # fmt: skip


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("接待金额", (1200, AMOUNTS, ("J1", "J2"))),
        ("接待人次", (7, PEOPLE, ("J1", "J2"))),
        ("外事接待批次", (1, COUNT, ("J2",))),
        ("车辆数|机要通信用车", (1, COUNT, ("川A1",))),
        ("车辆数|越野车", (1, COUNT, ("川A2",))),
        ("购置车辆金额", (180_000_00, AMOUNTS, ("川A2",))),
        ("出国人次", (0, PEOPLE, ())),
    ],
)
def test_counts(name: str, expected: tuple[int, str, tuple[str, ...]]) -> None:
    """The value, the word of the formula, and the entries counted."""
    assert expected == Counting(YEAR).of(name)


def test_an_unknown_register() -> None:
    """A name that no register answers to is a mistake in the data."""
    with pytest.raises(KeyError):
        Counting(YEAR).of("桌椅数")
