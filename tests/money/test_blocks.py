"""Records of a block are the records of its rows."""

from __future__ import annotations

from unittest.mock import patch

from hypothesis import given

from kaocheng.kernel.registers.blocks import Block
from kaocheng.kernel.registers.cells import Code
from kaocheng.money import readers
from kaocheng.money.blocks import records
from kaocheng.money.records import AccountsYear, Payment, Project
from kaocheng.money.registers import register
from tests.money.ledgers import head, legal_years, listings, tables


def _coded(kind: str) -> list[object]:
    kinds = ("function", "economic", "economics")
    return [column for column in register(kind).columns if column.kind in kinds]


@given(legal_years())
def test_together_or_one_by_one(year: AccountsYear) -> None:
    """Any legal year, written and read again: the same year and the same faults either way."""
    written = tables(year)
    together = readers.read_year(head(year), listings(written))
    with patch.object(readers, "records", return_value=None):
        assert readers.read_year(head(year), listings(written)) == together


def test_codes_offices_and_blanks() -> None:
    """A code without its name, an office by its number, the record's own default for a blank."""
    found = Block([2, 3], {
        "code": ["P1", "P2"], "name": ["甲", "乙"], "kind": ["常年", "阶段"],
        "function": [Code("2010302"), Code("2010301")],
        "economics": [(Code("30201"), Code("30202")), None],
    })  # fmt: skip
    made = records(Project, found, {}, str, _coded("projects"))  # type: ignore[arg-type]
    assert [
        Project("P1", "甲", "常年", "2010302", ("30201", "30202")),
        Project("P2", "乙", "阶段", "2010301"),
    ] == made


def test_what_a_block_leaves_to_its_rows() -> None:
    """A name beside a code has to be compared; a field without default has to be there."""
    named = Block([2], {"code": ["P1"], "name": ["甲"], "kind": ["常年"],
                        "function": [Code("2010302", "一般行政管理事务")]})  # fmt: skip
    assert records(Project, named, {}, str, _coded("projects")) is None  # type: ignore[arg-type]
    assert records(Payment, Block([2], {"number": ["Z1"]}), {}, str, []) is None
