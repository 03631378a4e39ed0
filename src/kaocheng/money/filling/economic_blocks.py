"""Tables in blocks of economic codes (经济分类并列表): 人员经费 and 公用经费 side by side."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from kaocheng.editions.layouts import Layout, PrintedColumn
from kaocheng.editions.takes import Take
from kaocheng.money.books import Books
from kaocheng.money.filling.naming import code_name
from kaocheng.money.filling.plans import Line, Plan, Value
from kaocheng.money.filling.slots import AMOUNT, CODE, NAME, Filled, Slot, titles
from kaocheng.money.records import AccountsYear

_COLUMN = PrintedColumn("决算数", ("决算数",), Take())
_LEAD = ("经济分类科目编码", "科目名称")
_WIDE = 3


def fill(layout: Layout, books: Books) -> Filled:
    """Each block's 类 and 款, blocks side by side, and the totals under them."""
    codes = _codes(layout, books)
    heads = _heads(layout, codes)
    lines = [_lines(block, codes, books.year) for block in heads]
    flat = [line for block in lines for line in block]
    plan = Plan(books, [*flat, *_totals(layout, heads)], [_COLUMN], layout.base)
    spots = _spots(lines)
    rows = [_row(plan, row, spots) for row in zip_longest(*_numbered(lines))]
    end = _end(layout, plan, len(flat), spots)
    paths = [
        (block.title, word) if block.title else (word,)
        for block in layout.blocks
        for word in (*_LEAD, *_COLUMN.path)
    ]
    widths = (CODE, NAME, AMOUNT) * len(layout.blocks)
    return Filled(layout, titles(paths, []), (*rows, end), widths, plan.nil())


def _codes(layout: Layout, books: Books) -> dict[str, list[str]]:
    """The codes printed under each 类: those of the form, and any other that occurs."""
    found = books.known(layout.base.flow, "economic", layout.base)
    named = [head for block in layout.blocks for head in block.classes]
    heads = [*named, *sorted({code[:3] for code in found} - set(named))]
    return {
        head: sorted({*layout.listed.get(head, ()), *(c for c in found if c.startswith(head))})
        for head in heads
    }


def _lines(block: Sequence[str], codes: dict[str, list[str]], year: AccountsYear) -> list[Line]:
    return [line for head in block for line in _class(head, codes[head], year)]


def _heads(layout: Layout, codes: dict[str, list[str]]) -> list[list[str]]:
    """The 类 of each block; one that the form has no place for goes to the last block."""
    blocks = [list(block.classes) for block in layout.blocks]
    named = {head for block in blocks for head in block}
    blocks[-1] += [head for head in codes if head not in named]
    return blocks


def _class(head: str, codes: Sequence[str], year: AccountsYear) -> list[Line]:
    whole = Line(
        head, (Take(parts=tuple((1, code) for code in codes)),), code_name(head, year), head
    )
    below = [
        Line(code, (Take().at("economic", code),), code_name(code, year), code) for code in codes
    ]
    return [whole, *below]


def _totals(layout: Layout, heads: list[list[str]]) -> list[Line]:
    """A total adds up its own block and those before it that have none."""
    made, waiting = [], []
    for block, named in zip(layout.blocks, heads, strict=True):
        waiting += named
        if block.total:
            parts = tuple((1, head) for head in waiting)
            made.append(Line(block.total, (Take(parts=parts),), block.total))
            waiting = []
    return made


def _numbered(lines: list[list[Line]]) -> list[list[int]]:
    numbers, first = [], 0
    for block in lines:
        numbers.append(list(range(first, first + len(block))))
        first += len(block)
    return numbers


def _spots(lines: list[list[Line]]) -> dict[int, tuple[int, int]]:
    """Where each line of the plan stands in the body: row, and grid column of its amount."""
    return {
        number: (row, block * _WIDE + _WIDE - 1)
        for block, numbers in enumerate(_numbered(lines))
        for row, number in enumerate(numbers)
    }


def _row(
    plan: Plan, row: Sequence[int | None], spots: dict[int, tuple[int, int]]
) -> tuple[Slot, ...]:
    slots: list[Slot] = []
    for number in row:
        if number is None:
            slots += [Slot(), Slot(), Slot(align="right")]
        else:
            line = plan.lines[number]
            slots += [Slot(line.code), Slot(line.label), _amount(plan, number, spots)]
    return tuple(slots)


def _amount(plan: Plan, number: int, spots: dict[int, tuple[int, int]]) -> Slot:
    value = plan.value(number, 0)
    parts = tuple((sign, spots[line]) for sign, (line, _) in value.parts)
    return Slot("", Value(value.figure, value.text, parts), 1, "right")


def _end(
    layout: Layout, plan: Plan, first: int, spots: dict[int, tuple[int, int]]
) -> tuple[Slot, ...]:
    """The totals; the last one stretches over the blocks between it and the one before."""
    slots: list[Slot] = []
    open_columns, number = 0, first
    for block in layout.blocks:
        open_columns += _WIDE
        if block.total:
            slots.append(Slot(block.total, span=open_columns - 1, align="centre", total=True))
            slots.append(_amount(plan, number, spots))
            open_columns, number = 0, number + 1
    return tuple(slots)
