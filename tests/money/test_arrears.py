"""Arrears by age: payments settle the oldest instalments, and only what is due counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kaocheng.money.arrears import Arrear, ageing, arrears
from kaocheng.money.records import Contract, Instalment
from tests.money.ledgers import payment, small_year

END = date(2023, 12, 31)


def _year(*parts: tuple[date, int], paid: int = 0, before: int = 0):
    contract = Contract("H1", date(2021, 1, 1), "平台公司", "", 264, "服务", paid_before=before)
    payments = (payment(contract="H1", amount=paid),) if paid else ()
    return replace(
        small_year(),
        contracts=(contract,),
        instalments=tuple(Instalment("H1", due, amount) for due, amount in parts),
        payments=payments,
    )


def test_the_oldest_is_settled_first() -> None:
    """264 due in three parts, 110 paid: what is left of the second, and the third."""
    year = _year(
        (date(2023, 11, 30), 100), (date(2022, 6, 30), 100), (date(2023, 8, 31), 64), paid=110
    )
    assert (
        Arrear("H1", date(2023, 8, 31), 54, 4),
        Arrear("H1", date(2023, 11, 30), 100, 1),
    ) == arrears(year, END)
    assert [("3个月以内", 100), ("3个月至1年", 54), ("1年以上", 0)] == [
        (band.name, band.amount) for band in ageing(year, END)
    ]


def test_what_was_paid_in_earlier_years_counts() -> None:
    """A contract of several years: 110 paid before, 154 owed for more than a year."""
    year = _year((date(2022, 6, 30), 264), before=110)
    bands = ageing(year, END)
    assert [0, 0, 154] == [band.amount for band in bands]
    assert "1年以上" == bands[-1].name


def test_nothing_is_owed_before_it_is_due() -> None:
    """An instalment of next year is no arrear; nor is one that is paid in time."""
    assert () == arrears(_year((date(2024, 1, 1), 264)), END)
    assert () == arrears(_year((date(2023, 6, 30), 264), paid=264), END)


def test_a_payment_after_the_day_does_not_count() -> None:
    """What was owed on a day is told by the payments until that day."""
    year = _year((date(2023, 1, 31), 100), paid=100)
    assert 100 == sum(one.amount for one in arrears(year, date(2023, 2, 28)))
    assert () == arrears(year, date(2023, 3, 8))


def test_months_are_whole_months() -> None:
    """From the 31st of one month to the 30th of the third after it two months are full."""
    year = _year((date(2023, 1, 31), 100))
    assert [2, 3] == [arrears(year, day)[0].months for day in (date(2023, 4, 30), date(2023, 5, 1))]
