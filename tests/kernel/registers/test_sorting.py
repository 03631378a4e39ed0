"""Files of a folder find their register by name."""

from __future__ import annotations

import pytest

from kaocheng.kernel.registers import Column, Listing, Register
from kaocheng.kernel.registers.sorting import register_of, sorted_out

PAID = Register("payments", "支付", "", (Column("number", "凭证号"),))
TAKEN = Register("income", "收入", "", (Column("number", "收入编号"),))
BOTH = (PAID, TAKEN)


@pytest.mark.parametrize("name", ["支付", "支付-01月", "支付_补录", "支付（二）", " 支付 2"])
def test_parts_belong_to_their_register(name: str) -> None:
    """A register may be cut into several files."""
    assert PAID is register_of(BOTH, name)


@pytest.mark.parametrize("name", ["支付表", "付款", ""])
def test_other_names_belong_to_none(name: str) -> None:
    """Nothing is guessed from half a name."""
    assert register_of(BOTH, name) is None


def test_sheets_that_explain_are_left_out() -> None:
    """The sheet of the register's name, or the only one that holds entries."""
    named = [Listing("支付.xlsx", name, ()) for name in ("说明", "支付", "汇总")]
    single = [Listing("收入.xlsx", name, ()) for name in ("Sheet1", "说明", "选项")]
    found, faults = sorted_out(BOTH, [*named, *single])
    assert {"payments": ("支付",), "income": ("Sheet1",)} == {
        kind: tuple(sheet.sheet for sheet in sheets) for kind, sheets in found.items()
    }
    assert () == faults


def test_what_cannot_be_sorted_is_told() -> None:
    """A file of another name, and one without a sheet for its entries."""
    several = [Listing("收入.xlsx", name, ()) for name in ("一月", "二月")]
    _, faults = sorted_out(BOTH, [Listing("支付表.csv", "", ()), *several])
    assert ["支付表.csv", "收入.xlsx"] == [fault.file for fault in faults]
    assert "支付-01月" in faults[0].remedy
