"""What is written under a name nobody asks for, or beside a register it does not agree with."""

from __future__ import annotations

from dataclasses import replace

from kaocheng.disclosure.compose import drafted
from kaocheng.disclosure.compose.missing import Missing
from kaocheng.money.records import AccountsYear, Asset, LastYear, Reason
from tests.disclosure.compose.years import ANJU, built


def _asked(year: AccountsYear, register: str) -> tuple[Missing, ...]:
    return tuple(item for item in drafted(year).missing if item.register == register)


def test_an_unknown_figure_of_last_year() -> None:
    """It is told with the names that are like it; known names pass."""
    year = built(ANJU)
    assert () == _asked(year, "上年数")
    wrong = LastYear("本年收入总计", 5_00)
    [told] = _asked(replace(year, last_year=(*year.last_year, wrong)), "上年数")
    assert "没有“本年收入总计”这个数" in told.message
    assert "“本年收入合计”" in told.message
    assert "本年收入总计" == told.fault.written


def test_an_unknown_subject_of_a_reason() -> None:
    """Also as one of several names; a 科目 of the year, spent on or not, is known."""
    year = built(ANJU)
    several = Reason("本年收入合计、不存在的数", "有原因")
    [told] = _asked(replace(year, reasons=(*year.reasons, several)), "原因说明")
    assert "没有“不存在的数”这个数" in told.message
    unspent = (Reason("事业运行", "有原因"), Reason("公务接待费预算差异", "有原因"))
    assert () == _asked(replace(year, reasons=(*year.reasons, *unspent)), "原因说明")


def test_receptions_add_up_to_what_was_paid() -> None:
    """One cent more keeps the year from being published, unless its reason is written."""
    year = built(ANJU)
    assert () == _asked(year, "公务接待")
    first, *rest = year.receptions
    more = replace(year, receptions=(replace(first, amount=first.amount + 1), *rest))
    [told] = _asked(more, "公务接待")
    assert told.message.startswith("公务接待登记")
    assert "对不上，请核对" in told.message
    reason = Reason("公务接待登记", "十二月的一批次年一月支付")
    assert () == _asked(replace(more, reasons=(*year.reasons, reason)), "公务接待")


def test_equipment_below_the_limit_is_said() -> None:
    """A row that is not printed is noted; it keeps nothing from being published."""
    small, large = Asset("ZC1", "打印机", 5_00), Asset("ZC2", "自助服务系统", 1_250_000_00)
    [told] = drafted(replace(built(ANJU), assets=(small, large))).faults
    assert (False, "5.00元") == (told.is_error, told.written)
    assert "“打印机”没有达到披露标准" in told.message


def test_an_unknown_last_year_is_no_change() -> None:
    """Only the figure of last year is asked for; the reason when both are known."""
    year = built(ANJU)
    known = tuple(last for last in year.last_year if last.name != "收支总计")
    made = drafted(replace(year, last_year=known, reasons=()))
    abouts = [item.about for item in made.missing]
    assert "上年|收支总计" in abouts
    assert "收支总计" not in abouts
    assert "财政拨款收支总计" in abouts
