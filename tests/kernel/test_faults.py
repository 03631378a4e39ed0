"""A fault says where it stands and whether it keeps the year out."""

from __future__ import annotations

from kaocheng.kernel.faults import Fault
from kaocheng.kernel.findings import Severity


def test_the_place_in_words() -> None:
    """File, worksheet, row and column, as far as there are any."""
    fault = Fault("支付.xlsx", "支付", 5, "金额（元）", "1万", "写不得", "改")
    assert "支付.xlsx 工作表“支付”第5行“金额（元）”" == fault.where
    assert "year.toml" == Fault("year.toml", "", 0, "", "", "没有", "补").where


def test_a_note_does_not_keep_the_year_out() -> None:
    """Only errors do, and an error is what a fault is unless it says otherwise."""
    assert Fault("a", "", 0, "", "", "", "").is_error
    assert not Fault("a", "", 0, "", "", "", "", Severity.NOTE).is_error
