"""Rows become entries; a row at fault is kept out with what could be taken from it."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.kernel.documents import Unreadable
from kaocheng.kernel.faults import Fault
from kaocheng.kernel.registers import Column, Listing, Register
from kaocheng.kernel.registers.entries import Entry, entries

REGISTER = Register(
    "payments",
    "支付",
    "",
    (
        Column("number", "凭证号", "number", required=True, example="Z1"),
        Column("payee", "收款人"),
        Column("source", "来源", "choice", required=True, choices=("拨款", "其他")),
        Column("amount", "金额", "amount", required=True),
    ),
    keys=("number",),
)
HEAD = (1, ["凭证号", "收款人", "来源", "金额（元）"])


def _read(*rows: tuple[int, list[str]], **more: object) -> tuple[list[Entry], list[Fault]]:
    faults: list[Fault] = []
    listing = Listing("支付.csv", "", rows, **more)
    return list(entries(REGISTER, listing, faults)), faults


def test_rows_become_values() -> None:
    """Blank cells are left out, blank rows passed over, rows keep their numbers."""
    found, faults = _read(
        HEAD, (2, ["Z1", " ", "拨款", "1.50"]), (3, ["", " "]), (5, ["Z2", "甲", "拨款", "2"])
    )
    assert [] == faults
    assert [
        Entry(2, {"number": "Z1", "source": "拨款", "amount": 150}),
        Entry(5, {"number": "Z2", "payee": "甲", "source": "拨款", "amount": 200}),
    ] == found


def test_a_row_at_fault_keeps_what_could_be_taken() -> None:
    """Every bad cell of a row is told; the rest of it stays known."""
    found, faults = _read(HEAD, (2, ["Z1", "甲", "拨", ""]), (3, ["", "", "其他", "1"]))
    assert [
        Entry(2, {"number": "Z1", "payee": "甲"}, whole=False),
        Entry(3, {"source": "其他", "amount": 100}, whole=False),
    ] == found
    assert [(2, "来源"), (2, "金额（元）"), (3, "凭证号")] == [(f.row, f.column) for f in faults]
    assert "请填写，如 Z1" == faults[2].remedy


def test_a_repeated_bad_text_is_told_at_every_row() -> None:
    """Nothing that is wrong is remembered as if it had been told."""
    rows = [(row, [f"Z{row}", "", "拨", "1"]) for row in range(2, 5)]
    _, faults = _read(HEAD, *rows)
    assert [2, 3, 4] == [fault.row for fault in faults]


def test_a_merged_area_is_told_once() -> None:
    """Its rows are kept out without more words."""
    rows = [(row, ["Z", "", "", ""]) for row in (2, 3)]
    found, faults = _read(HEAD, *rows, (4, ["Z4", "", "拨款", "1"]), merged=((2, 1, 3, 1),))
    assert [False, False, True] == [entry.whole for entry in found]
    assert [(2, "有合并单元格")] == [(fault.row, fault.message) for fault in faults]


def test_an_immense_merged_area_costs_nothing() -> None:
    """A hostile file cannot make us count to a million."""
    areas = tuple((2, 1, 1_048_576, 1) for _ in range(50))
    _, faults = _read(HEAD, (2, ["Z1", "", "拨款", "1"]), merged=areas)
    assert 1 == len(faults)


def test_a_list_that_cannot_be_read_is_an_unknown_entry() -> None:
    """Without its head, or torn in the middle, anything may have stood in it."""
    unknown = Entry(0, {}, whole=False)
    assert [unknown] == _read((1, ["甲", "乙"]))[0]

    def torn() -> Iterator[tuple[int, list[str]]]:
        yield HEAD
        for row in range(2, 40):
            yield row, [f"Z{row}", "", "拨款", "1"]
        raise Unreadable("第 40 行附近引号不成对。")

    faults: list[Fault] = []
    found = list(entries(REGISTER, Listing("支付.csv", "", torn()), faults))
    assert (39, unknown) == (len(found), found[-1])
    assert ["第 40 行附近引号不成对"] == [fault.message for fault in faults]


def test_what_a_reader_remarks_is_a_note() -> None:
    """It does not keep the list out."""
    found, faults = _read(HEAD, (2, ["Z1", "", "拨款", "1"]), remarks=("有公式没有结果。",))
    assert [True] == [entry.whole for entry in found]
    assert [False] == [fault.is_error for fault in faults]
