"""All that is wrong with a row is told at once: the unread cell, and the others that cannot stand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath

from kaocheng.kernel.faults import Fault
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


def _of_first_payment(**written: str) -> list[Fault]:
    """What is told of the first payment when these cells of it are written so."""
    rows = tables(small_year())
    head, first = rows["支付"][0], rows["支付"][1]
    for column, text in written.items():
        first[next(at for at, title in enumerate(head) if title.startswith(column))] = text
    _, faults = read(small_year(), rows)
    return [f for f in faults if f.is_error and (PurePath(f.file).stem, f.row) == ("支付", 2)]


def _said(**written: str) -> str:
    return "；".join(fault.message for fault in _of_first_payment(**written))


def test_an_unread_cell_does_not_hide_what_the_row_itself_contradicts() -> None:
    """A project payment without its project, a refund without reason, a day of another year."""
    said = _said(经济科目="办公", 支出性质="项目支出", 日期="2019-05-06", 项目代码="")
    assert "应写科目代码" in said
    assert "没有写项目代码" in said
    assert "日期不在" in said
    assert "没有写退款原因" in _said(日期="五月六日", 金额="-20.00", 用途="购办公用品")


def test_a_day_of_another_year_does_not_hide_the_money() -> None:
    """The same row lies above its budget line and is told so, against the whole year."""
    said = _said(日期="2019-05-06", 金额="900000000.00", 会议纪要="某局办纪〔2023〕1号")
    assert "日期不在" in said
    assert "超出可用额度：全年还可用" in said


def test_what_is_not_known_is_not_held_against_the_row() -> None:
    """An amount that cannot be read is above no line; a nature that cannot, needs no project."""
    for column, text in (("金额", "一百元"), ("支出性质", "办公")):
        assert [column] == [f.column[: len(column)] for f in _of_first_payment(**{column: text})]
