"""Rows, columns and worksheets that a workbook does not show (隐藏的行、列和工作表)."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.kernel.asides import Aside
from kaocheng.reading.archive import Archive
from kaocheng.reading.markup import Element, local, streamed, whole
from kaocheng.reading.xlsx.sheet import LAST_COLUMN, letters
from kaocheng.reading.xlsx.workbook import Part

_LOW = frozenset({"0", "0.0"})
_LONGEST = 4_000


def folded(archive: Archive, part: Part) -> Iterator[Aside]:
    """What of a worksheet nobody sees, though its cells are read."""
    where = f"工作表“{part.name}”"
    if part.hidden:
        yield Aside("隐藏的工作表", where, part.name)
    found = (one for one in streamed(archive, part.member, ("row", "col")) if _unseen(one))
    if told := "、".join(_named(one) for one in found):
        yield Aside("隐藏的行和列", where, told[:_LONGEST])


def _unseen(element: Element) -> bool:
    size = element.get("ht" if local(element) == "row" else "width")
    return element.get("hidden") in ("1", "true") or size in _LOW


def _named(element: Element) -> str:
    if local(element) == "row":
        return f"第{element.get('r') or ''}行"
    first, last = (
        letters(min(max(whole(element.get(key), 1), 1), LAST_COLUMN) - 1) for key in ("min", "max")
    )
    return f"第{first}列" if first == last else f"第{first}至{last}列"
