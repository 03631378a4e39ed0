"""All that is wrong with a row is told at once: the unread cell, and the others that cannot stand."""

from __future__ import annotations

from dataclasses import replace

from kaocheng.money.controls import check
from tests.money.ledgers import read, small_year, tables


def test_a_bad_date_does_not_hide_an_unknown_code() -> None:
    """Date, 科目 and contract of one payment are each told in one reading."""
    rows = tables(small_year())
    head, first = rows["支付"][0], rows["支付"][1]
    first[head.index("日期")] = "2023年13月1日"
    first[head.index("功能科目")] = "2019998"
    first[head.index("合同编号")] = "没有这份"
    taken, faults = read(small_year(), rows)
    assert taken is None
    told = {fault.column for fault in faults if fault.is_error}
    assert {"日期", "功能科目", "合同编号"} <= told


def test_a_row_kept_out_for_one_thing_is_told_one_thing() -> None:
    """The cells that can stand are left alone."""
    rows = tables(small_year())
    rows["支付"][1][rows["支付"][0].index("日期")] = "2023年13月1日"
    _, faults = read(small_year(), rows)
    assert ["日期"] == [fault.column for fault in faults if fault.is_error]


def test_an_overspend_without_minutes_is_told_both_things() -> None:
    """The minutes are asked for, and the sum above the line is told in the same list."""
    year = small_year()
    big = replace(year.payments[0], amount=900_000_000_00, approval="")
    made = replace(year, large_sum=50_000_00, payments=(big, *year.payments[1:]))
    said = [breach.message for breach in check(made) if breach.index == 0]
    exempt = big.economic.startswith(("301", "303"))
    assert exempt or any("没有写会议纪要" in message for message in said), said
    assert any("超出可用额度" in message for message in said), said
