"""A block of rows gives what the rows give one by one, or is no block at all."""

from __future__ import annotations

from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from kaocheng.kernel.faults import Fault
from kaocheng.kernel.registers import Column, Listing, Register
from kaocheng.kernel.registers import entries as module
from kaocheng.kernel.registers.blocks import REMEMBERED, Block, block
from kaocheng.kernel.registers.entries import Entry, entries, runs

REGISTER = Register(
    "payments",
    "支付",
    "",
    (
        Column("number", "凭证号", "number", required=True, example="Z1"),
        Column("payee", "收款人"),
        Column("function", "功能科目", "function", required=True, levels=(7,)),
        Column("amount", "金额", "amount", required=True, sign="nonzero"),
    ),
    keys=("number",),
)
HEAD = (1, ["凭证号", "收款人", "功能科目", "金额（元）"])
GOOD = st.tuples(
    st.from_regex(r"Z[0-9]{1,6}", fullmatch=True), st.sampled_from(["", "甲", " 乙 ", "丙"]),
    st.sampled_from(["2010301", "2010302 一般行政管理事务"]),
    st.sampled_from(["1.50", "-20.00", "1,234.50", "300", "7.5元"]),
).map(list)  # fmt: skip
ODD = st.sampled_from([
    ["", "", "", ""], ["合计", "", "", "9.00"], ["Z1", "甲", "2010301", "0.00"], ["Z 1", "", "201", "1"],
    ["Z1", "甲", "2010301"], ["Z1", "", "2010301", "1.00", "备注"], ["\uff3a\uff19", "", "2010301", "1万元"],
])  # fmt: skip


def _read(rows: list[list[str]]) -> tuple[list[Entry], list[Fault]]:
    faults: list[Fault] = []
    listing = Listing("支付.csv", "", [HEAD, *enumerate(rows, 2)])
    return list(entries(REGISTER, listing, faults)), faults


@given(st.one_of(st.lists(GOOD), st.lists(GOOD | ODD)))
def test_a_block_is_its_rows(rows: list[list[str]]) -> None:
    """Whatever stands in the rows: the same entries and the same faults, in the same order."""
    together = _read(rows)
    with patch.object(module, "block", return_value=None):
        assert _read(rows) == together


def test_rows_without_a_fault_are_one_block() -> None:
    """By field a value each; what is blank is None."""
    rows = [["Z1", "", "2010301", "1.50"], ["Z2", "甲", "2010301", "-2.00"]]
    (found,) = runs(REGISTER, Listing("支付.csv", "", [HEAD, *enumerate(rows, 2)]), [])
    assert isinstance(found, Block)
    assert [2, 3] == list(found.rows)
    assert (["Z1", "Z2"], [None, "甲"], [150, -200]) == tuple(
        list(found.values[name]) for name in ("number", "payee", "amount")
    )


def test_more_texts_than_are_remembered() -> None:
    """Beyond the limit texts are read for the block alone, to the same values."""
    payee = REGISTER.column("payee")
    number = REGISTER.column("number")
    memory = {f"收款人{n}": f"收款人{n}" for n in range(REMEMBERED)}
    chunk = [(2, ["Z1", "收款人7"]), (3, ["Z2", "新来的"])]
    found = block([(0, number, None), (1, payee, memory)], chunk, 2, frozenset())
    assert found is not None
    assert ["收款人7", "新来的"] == found.values["payee"]
    assert REMEMBERED == len(memory)


def test_two_columns_of_one_field_are_no_block() -> None:
    """A blank one must not take away what the other says."""
    number = REGISTER.column("number")
    plan = [(0, number, None), (1, Column("number", "原凭证号", "number"), None)]
    assert block(plan, [(2, ["Z1", ""]), (3, ["Z2", ""])], 2, frozenset()) is None
