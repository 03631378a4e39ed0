"""What stands above a grid (表头文字): title, unit and year, outside it or in its top rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from kaocheng.editions.labels import squeezed
from kaocheng.editions.loading import Form, forms
from kaocheng.kernel.documents import Block, Cell, Grid, Paragraph, Passage
from kaocheng.kernel.units import MONEY, Unit

_REACH = 8
_UNIT = re.compile(
    r"(?:单位|计量单位|金额单位)：?（?((?:人民币)?(?:元|千元|仟元|万元|百万元|亿元))"
)
_LONE = re.compile(r"（(?:单位：)?((?:人民币)?(?:元|千元|万元|百万元|亿元))）")
_NUMBER = re.compile(
    r"^(?:（?[一二三四五六七八九十]+[），.]|\d{1,2}[，.．]|附?表[一二三四五六七八九十\d]+：?|附件\d+：?)+"
)
_TAIL = re.compile(
    r"(?:公开\d+表|（?(?:金额)?单位：.*|编制(?:单位|部门)：.*|（续(?:表)?）|续表"
    r"|（按[^（）]*）|（(?:附|公开)?表?\d+表?）)$"
)
_TITLE = re.compile(r".{2,60}表(?:（[^）]*）)?$")
_NOT_TITLE = re.compile(r"^(?:公开\d+表|附?表\d*$|注：|说明：)|[。；]")
_HEAD = re.compile(
    r"^(?:公开\d+表|附?表\d+|(?:金额|计量|编制|填报|预算)?单位(?:名称)?：|(?:编制|填报)?部门(?:名称)?："
    r"|（?单位：|20\d\d年度?$|编制日期)"
)
_YEAR = re.compile(r"(20\d\d)年")
_LONE_YEAR = re.compile(r"20\d\d年度?$")
_SEVERAL = 2
# a title may follow a year or the name of an office, not another word of accounts
_BEFORE = re.compile(r"(?:^|年度?|部门|单位|[局心委厅办院处所室部会校队团站乡镇县区市府）])$")


@dataclass(frozen=True, slots=True)
class Caption:
    """Title, unit and its line, year and forms of a grid; its top `rows` rows hold only these."""

    title: Passage | None
    unit: Unit | None
    year: int | None
    forms: tuple[Form, ...]
    rows: int
    unit_line: Passage | None = None


def caption(blocks: Sequence[Block], index: int) -> Caption:
    """The caption of the grid `blocks[index]`."""
    grid = blocks[index]
    if not isinstance(grid, Grid):
        raise TypeError(index)
    rows = _inner_rows(grid)
    inner = [cell.content for row in reversed(grid.rows[:rows]) for cell in _distinct(row)]
    corner = [
        cell.content for row in grid.rows[rows : rows + 1] for cell in list(_distinct(row))[:1]
    ]
    lines = [*inner, *_above(blocks, index), *corner]
    title, found = _title(lines)
    unit, told = _unit(lines, grid, rows)
    return Caption(title, unit, _year(title, lines), found, rows, told)


def _distinct(row: Sequence[Cell]) -> Iterator[Cell]:
    seen: set[int] = set()
    for cell in row:
        if cell.text.strip() and id(cell) not in seen:
            seen.add(id(cell))
            yield cell


def _inner_rows(grid: Grid) -> int:
    """How many rows at the top hold only title, unit and office."""
    for number, row in enumerate(grid.rows[:6]):
        texts = [squeezed(cell.text) for cell in _distinct(row)]
        if not texts or (all(map(_HEAD.match, texts)) and sum(map(_is_year, texts)) < _SEVERAL):
            continue
        alone = len(texts) == 1 and (_TITLE.match(texts[0]) or forms_titled(texts[0]))
        if not alone or texts[0].startswith("一，"):
            return number
    return 0


def _is_year(text: str) -> bool:
    """Whether a text is a year and nothing else; two of them side by side head columns."""
    return bool(_LONE_YEAR.match(text))


def _above(blocks: Sequence[Block], index: int) -> Iterator[Passage]:
    """The passages above the grid, nearest first, up to the grid before it."""
    for block in reversed(blocks[max(index - _REACH, 0) : index]):
        if isinstance(block, Grid):
            return
        if isinstance(block, Paragraph) and block.role not in {"header", "footer"}:
            yield block.content


def plain_title(text: str) -> str:
    """A title without blanks, numbering, and what follows it on the same line."""
    return _NUMBER.sub("", _TAIL.sub("", squeezed(text)))


def forms_titled(text: str) -> tuple[Form, ...]:
    """Every form whose title ends this line after nothing but a year or an office's name."""
    line = plain_title(text)
    hits = [(title, form) for form in forms() for title in form.titles if _ends(line, title)]
    longest = max((len(title) for title, _ in hits), default=0)
    return tuple(dict.fromkeys(form for title, form in hits if len(title) == longest))


def _ends(line: str, title: str) -> bool:
    return line.endswith(title) and bool(_BEFORE.search(line[: -len(title)]))


def _title(lines: Sequence[Passage]) -> tuple[Passage | None, tuple[Form, ...]]:
    for line in lines:
        if found := forms_titled(line.text):
            return line, found
    for line in lines:
        text = squeezed(line.text)
        if _TITLE.match(plain_title(text)) and not _NOT_TITLE.search(text):
            return line, ()
    return None, ()


def unit_words(text: str) -> re.Match[str] | None:
    """Where a line tells the unit of a table: 单位：万元, or （万元） alone; group 1 is the unit."""
    return _UNIT.search(text) or _LONE.search(text)


def _unit(lines: Sequence[Passage], grid: Grid, rows: int) -> tuple[Unit | None, Passage | None]:
    below = (cell.content for row in grid.rows[rows : rows + 3] for cell in _distinct(row))
    for line in chain(lines, below):
        if match := unit_words(squeezed(line.text)):
            return MONEY[match[1].removeprefix("人民币").replace("仟", "千")], line
    return None, None


def _year(title: Passage | None, lines: Sequence[Passage]) -> int | None:
    for line in [title, *lines]:
        if line and (match := _YEAR.search(squeezed(line.text))):
            return int(match[1])
    return None
