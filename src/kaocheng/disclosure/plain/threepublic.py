"""“三公”经费 in a table of any layout (“三公”经费表的通用读法): which cell is which item."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kaocheng.disclosure.plain.summing import adds_up
from kaocheng.disclosure.tables import Column, Entry, Row, Table
from kaocheng.editions.labels import bare, squeezed

TOTAL, ABROAD, CARS, BUYING, RUNNING, RECEPTION, MEETING, TRAINING, GRAND = (
    "“三公”经费合计", "因公出国（境）费", "公务用车购置及运行维护费", "公务用车购置费",
    "公务用车运行维护费", "公务接待费", "会议费", "培训费", "合计",
)  # fmt: skip
_ITEMS = (
    (ABROAD, re.compile(r"因公出国|出国（境）")),
    (
        CARS,
        re.compile(
            r"(?:车|^)购置(?:费)?(?:及|和|与)(?:公务用车)?运行|^公务用车(?:经费|费用?|支出)?$"
        ),
    ),
    (BUYING, re.compile(r"购置(?:费|支出|经费)?$")),
    (RUNNING, re.compile(r"运行(?:维护|维修|保养)*(?:费|支出|经费)*$")),
    (RECEPTION, re.compile(r"^(?:公务)?接待(?:费用?|支出|经费)*$")),
    (MEETING, re.compile(r"^会议(?:费|支出|经费)*$")),
    (TRAINING, re.compile(r"^培训(?:费|支出|经费)*$")),
)
_NAMED = re.compile(r"三公“?经费")
_WHOLE = re.compile(r"^(?:合计|小计|总计)$")
_NEEDED = 2


@dataclass(frozen=True, slots=True)
class PublicFunds:
    """One set of items: a phase across the columns, or one column of a table down its rows."""

    of: str
    items: Mapping[str, Entry]


def public_funds(table: Table) -> Iterator[PublicFunds]:
    """Every set of items of a table; nothing where it is not about “三公”经费."""
    groups = _across(table.columns)
    if groups:
        for of, columns in groups:
            for row in table.rows:
                yield from _set(_named(row.name, of), _cells(table, row, columns))
        return
    rows = _down(table.rows)
    for column in table.columns if _is_enough(rows) else ():
        if adds_up(column):
            found = {
                item: table.entries.get((row.index, column.index)) for item, row in rows.items()
            }
            yield from _set(column.heading, {k: v for k, v in found.items() if v is not None})


def _named(row: str, of: str) -> str:
    return " ".join(part for part in (row, of) if part)


def _set(of: str, items: Mapping[str, Entry]) -> Iterator[PublicFunds]:
    if any(entry.figure for entry in items.values()):
        yield PublicFunds(of, items)


def _cells(table: Table, row: Row, columns: Mapping[str, Column]) -> dict[str, Entry]:
    found = {item: table.entries.get((row.index, col.index)) for item, col in columns.items()}
    return {item: entry for item, entry in found.items() if entry is not None}


def _across(columns: Sequence[Column]) -> list[tuple[str, dict[str, Column]]]:
    """The items by the headings of columns, one group for each heading that is no item (2023年预算数)."""
    groups: dict[tuple[str, ...], dict[str, Column]] = {}
    for column in columns:
        path = tuple(bare(part) for part in column.path)
        item = _item_of(path)
        if item and adds_up(column):
            apart = tuple(part for part in path if not _item(part) and not _NAMED.search(part))
            group = groups.setdefault(tuple(p for p in apart if not _WHOLE.match(p)), {})
            group.setdefault(item, column)
    return [("/".join(of), group) for of, group in groups.items() if _is_enough(group)]


def _item_of(path: Sequence[str]) -> str:
    """The item of a column: its lowest heading, or for a 小计 the heading above it."""
    if not path:
        return ""
    if _WHOLE.match(path[-1]):
        above = next((_item(part) for part in reversed(path[:-1]) if _item(part)), "")
        return above or (TOTAL if any(_NAMED.search(part) for part in path) else GRAND)
    names = [_item(part) for part in reversed(path) if _item(part)]
    return names[0] if names else TOTAL if _NAMED.search(path[-1]) else ""


def _item(name: str) -> str:
    return next((item for item, pattern in _ITEMS if pattern.search(name)), "")


def _down(rows: Sequence[Row]) -> dict[str, Row]:
    """The items by the names of rows; nothing where a name comes twice."""
    found: dict[str, Row] = {}
    for row in rows:
        name = squeezed(bare(row.name)).rstrip("：")
        item = _item(name) or (GRAND if _WHOLE.match(name) else "")
        item = item or (TOTAL if _NAMED.search(name) else "")
        if item and item in found:
            return {}
        if item:
            found[item] = row
    return found


def _is_enough(items: Mapping[str, object]) -> bool:
    """Whether a whole and its parts are there."""
    parts = {ABROAD, CARS, RUNNING, RECEPTION} & set(items)
    return len(parts) > _NEEDED and (TOTAL in items or GRAND in items)
