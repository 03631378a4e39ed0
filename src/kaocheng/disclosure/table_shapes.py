"""The shape of a grid (版式结构): which columns are codes, names, running numbers and values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from kaocheng.disclosure.table_headers import Header
from kaocheng.editions.labels import squeezed
from kaocheng.kernel.documents import Cell, Grid
from kaocheng.kernel.numerals import is_dash

_CODE = re.compile(r"\d{3}(?:\d{2}){0,2}$")
_CODE_AND_NAME = re.compile(r"（?(\d{3}(?:\d{2}){0,2})(?!\d)）?[-—–_]*([\u4e00-\u9fff].*)$")
_CODES = 4
_PAIR = re.compile(r"\d{2}$")
_CHINESE = re.compile(r"[\u4e00-\u9fff…]")
_CODE_HEAD = re.compile(r"编码|代码|科目|^[类款项]$")
_ORDER_HEAD = re.compile(r"行次|序号|行号|^次$")
_OFFICE_HEAD = re.compile(r"(?:单位|部门|机构)(?:编码|代码|编号)$")
_NAME_HEAD = re.compile(r"名称|^项目(?:$|编码|（)|科目|^[类款项目次]$|备注|说明")


@dataclass(slots=True)
class Strip:
    """Columns that belong together (一组栏): one side of a two-sided table, or all of it."""

    codes: list[int] = field(default_factory=list)
    names: list[int] = field(default_factory=list)
    orders: list[int] = field(default_factory=list)
    values: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Line:
    """One row of one strip: its printed name, 科目 and code, and its value cells by column."""

    row: int
    strip: int
    label: Cell | None
    name: str
    subject: Cell | None
    code: str
    values: tuple[tuple[int, Cell], ...]


def strips(grid: Grid, header: Header) -> list[Strip]:
    """The strips of a grid, left to right; a strip without value columns is left out."""
    found = [Strip()]
    for column in range(grid.width):
        kind = _kind(grid, header, column)
        if kind in {"codes", "names"} and found[-1].values:
            found.append(Strip())
        if kind:
            getattr(found[-1], kind).append(column)
    return [strip for strip in found if strip.values]


def _kind(grid: Grid, header: Header, column: int) -> str:
    """codes, names, orders, values or "" (an empty column)."""
    numbered = header.numbered
    if numbered is not None and column in numbered:
        return "values"
    head = header.paths[column][-1] if header.paths[column] else ""
    texts = [t for row in grid.rows[header.body : header.end] if (t := squeezed(row[column].text))]
    texts = [text for text in texts if not is_dash(text)]
    if _OFFICE_HEAD.search(head) and not any(map(_CHINESE.search, texts)):
        return "orders"  # offices are numbered, too, and not as 科目
    if not texts:
        if numbered is not None or not head or _NAME_HEAD.search(head) or _ORDER_HEAD.search(head):
            return "codes" if head and _CODE_HEAD.search(head) and "名称" not in head else ""
        return "values"
    return _kind_of(texts, head)


def _kind_of(texts: list[str], head: str) -> str:
    chinese = sum(1 for text in texts if _CHINESE.search(text))
    coded = sum(1 for text in texts if _CODE.match(text))
    classified = all(text[0] in "23" for text in texts if _CODE.match(text))
    if coded and coded + chinese == len(texts) and (_CODE_HEAD.search(head) or classified):
        return "codes"
    if _mostly_codes(texts) and classified:
        return "codes"
    if chinese * 2 >= len(texts):
        return "names"
    if _ORDER_HEAD.search(head) or _running(texts):
        return "orders"
    whole = all(text.isdigit() for text in texts if not _CHINESE.search(text))
    if whole and _CODE_HEAD.search(head):
        return "codes"
    pairs = all(_PAIR.match(text) or _CODE.match(text) for text in texts)
    return "codes" if pairs and any(text.startswith("0") for text in texts) else "values"


def _mostly_codes(texts: list[str]) -> bool:
    """Whether a column holds codes of two levels but for a stray cell of a row that lost cells."""
    coded = [text for text in texts if _CODE.match(text)]
    levels = {len(text) for text in coded}
    return len(coded) >= _CODES and len(coded) * 4 >= len(texts) * 3 and len(levels) > 1


def _running(texts: list[str]) -> bool:
    """Whether the cells count on by one: a column of running numbers without heading."""
    if len(texts) < 4 or not all(text.isdigit() for text in texts):
        return False
    numbers = [int(text) for text in texts]
    return all(after == before + 1 for before, after in pairwise(numbers))


def lines(grid: Grid, header: Header, parts: list[Strip]) -> Iterator[Line]:
    """Every row of every strip of the body."""
    classes = [""] * len(parts)
    for number in range(header.body, header.end):
        row = grid.rows[number]
        made = [_line(row, number, index, strip, classes) for index, strip in enumerate(parts)]
        yield from _lent(made)


def _line(row: tuple[Cell, ...], number: int, index: int, strip: Strip, classes: list[str]) -> Line:
    code, spilt = _code(row, strip, classes[index])
    classes[index] = code[:3] or classes[index]
    named = [row[column] for column in strip.names if row[column].text.strip()]
    named = list({id(cell): cell for cell in named}.values())
    label = named[0] if named else spilt
    subject = _subject(row, strip) or label
    name = _clean(label)
    if not code and (match := _CODE_AND_NAME.match(name)):
        code, name = match[1], match[2]
    elif label is spilt and (match := _CODE_AND_NAME.match(name)):
        name = match[2]
    values = tuple((column, row[column]) for column in strip.values if _anchored(row, column))
    return Line(number, index, label, name, subject, code, values)


def _anchored(row: tuple[Cell, ...], column: int) -> bool:
    """A merged value is counted once, where it begins."""
    cell = row[column]
    return cell.column == column or all(row[left] is not cell for left in range(column))


def name_in(cell: Cell) -> str:
    """The words of a cell without a code before them."""
    text = squeezed(cell.text)
    match = _CODE_AND_NAME.match(text)
    return match[2] if match else text


def _clean(cell: Cell | None) -> str:
    return squeezed(cell.text) if cell else ""


def _subject(row: tuple[Cell, ...], strip: Strip) -> Cell | None:
    """The name to the right of the code, where a table names something else before it."""
    after = [column for column in strip.names if strip.codes and column > strip.codes[-1]]
    return next((row[column] for column in after if row[column].text.strip()), None)


def _code(row: tuple[Cell, ...], strip: Strip, last: str) -> tuple[str, Cell | None]:
    """The code put together from its columns, and a cell among them that holds words."""
    code, spilt = "", None
    for column in strip.codes:
        text = squeezed(row[column].text)
        if match := _CODE_AND_NAME.match(text):
            code, spilt = match[1], row[column]
        elif _CHINESE.search(text):
            spilt = row[column]
        elif len(text) >= 3 and text.isdigit():
            code = text
        elif _PAIR.match(text):
            code = (code or last) + text
    return (code if _CODE.match(code) else ""), spilt


def _lent(made: list[Line]) -> Iterator[Line]:
    """A row without name takes the name of the strip on its left that has a name but no amount."""
    for index, line in enumerate(made):
        nameless = not line.name and not line.code
        filled = any(cell.text.strip() for _, cell in line.values)
        lender = _lender(made[:index]) if nameless and filled else None
        if lender is None:
            yield line
        else:
            yield Line(
                line.row, line.strip, lender.label, lender.name, lender.subject, lender.code,
                line.values,
            )  # fmt: skip


def _lender(left: list[Line]) -> Line | None:
    named = [line for line in left if line.name or line.code]
    if not named or any(cell.text.strip() for _, cell in named[-1].values):
        return None
    return named[-1] if not named[-1].code else None
