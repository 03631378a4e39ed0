"""Entries as evidence (证据分录): number, day, amount and codes of a record; no payee, no person.

Only the fields that a formula or a filter needs leave the store: suppliers, payees, visitors and
purposes stay behind. `row` is the one form of an entry that is hashed, written and read back.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date
from fractions import Fraction
from operator import attrgetter

COLUMNS = (
    "编号", "类别", "日期", "金额（分）", "人数", "编制数", "数值", "单位代码", "功能科目",
    "经济科目", "支出性质", "资金来源", "项目", "分类",
)  # fmt: skip
"""The heads of the evidence file, one for each field of an Entry, in its order."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry (分录). `amount` in 分; `value` any other typed number; `group` a kind within its kind.

    Numbers that an entry does not have are None, texts "". Every field is written as text.
    """

    number: str
    kind: str
    on: date | None = None
    amount: int | None = None
    people: int | None = None
    posts: int | None = None
    value: str | None = None
    office: str = ""
    function: str = ""
    economic: str = ""
    nature: str = ""
    source: str = ""
    project: str = ""
    group: str = ""

    @property
    def row(self) -> tuple[str, ...]:
        """The entry as the cells of the evidence file."""
        return tuple(["" if cell is None else str(cell) for cell in _CELLS(self)])

    @property
    def sha256(self) -> str:
        """The hash of its row."""
        return hashlib.sha256("\t".join(self.row).encode()).hexdigest()

    def worth(self, column: str) -> Fraction:
        """Its amount in 元, or its people, posts or value; nothing counts as 0."""
        held = getattr(self, column)
        number = Fraction(held) if held is not None else Fraction(0)
        return number / 100 if column == "amount" else number


_CELLS = attrgetter(*(field.name for field in fields(Entry)))


class Damaged(Exception):
    """Evidence or a ledger that cannot be read (证据损坏); its text is the sentence for the user."""


def entry(cells: Sequence[str]) -> Entry:
    """The entry of a row of the evidence file; raises Damaged."""
    if len(cells) != len(COLUMNS):
        raise Damaged(
            f"证据“{cells[0] if cells else ''}”应有{len(COLUMNS)}栏，实有{len(cells)}栏。"
        )
    on, amount, people, posts, value = cells[2:7]
    office, function, economic, nature, source, project, group = cells[7:]
    try:
        return Entry(
            cells[0], cells[1], date.fromisoformat(on) if on else None,
            _whole(amount), _whole(people), _whole(posts),
            str(value) if value and Fraction(value) is not None else None,
            office, function, economic, nature, source, project, group,
        )  # fmt: skip
    except (ValueError, ZeroDivisionError) as fault:
        raise Damaged(f"证据“{cells[0]}”写得不对：{'，'.join(cells[2:7])}。") from fault


def _whole(cell: str) -> int | None:
    return int(cell) if cell else None


def digest(parts: Iterable[str]) -> str:
    """One hash over many texts, each ended so that they cannot run together."""
    whole = "".join(f"{part}\n" for part in parts)
    return hashlib.sha256(whole.encode()).hexdigest()


def distinct(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries, each number once; raises Damaged when two different ones share a number."""
    seen: dict[str, Entry] = {}
    for item in entries:
        if item.number not in seen:
            seen[item.number] = item
            yield item
        elif seen[item.number] != item:
            raise Damaged(
                f"编号“{item.number}”用了两次（{seen[item.number].kind}、{item.kind}），请改成不同的编号。"
            )
