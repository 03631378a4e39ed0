"""Which office a document speaks of (编制主体): from its labels, its title and its sentences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise, takewhile

from kaocheng.kernel.documents import Document, Grid, Paragraph

_LABEL = (
    r"(?:部门（?单位）?|部门|单位|预算部门|预算主管部门|主管部门|预算单位|编制单位|编制部门|填报单位"
    r"|填报部门|实施单位|部门（?单位）?名称|单位名称|部门名称)(?:[（(]盖章[）)])?"
)
_LABELLED = re.compile(rf"{_LABEL}\s*[:：]\s*([\u4e00-\u9fff（）]{{4,40}})")
_LABEL_ONLY = re.compile(rf"{_LABEL}\s*[:：]?\Z")
_ENDS = "局|委员会|办公室|中心|厅|部|院|所|站|馆|会|校|学|处|署|队|公司|政府|街道办事处"
_PLACE = r"(?:[\u4e00-\u9fff]{1,7}?(?:省|自治区|自治州|自治县|市|州|县|区|旗|镇|乡))"
_OFFICE = re.compile(
    rf"(?:^|(?<=[，。；：《“\s、]))((?:中共)?{_PLACE}{{1,3}}[\u4e00-\u9fff]{{1,16}}?(?:{_ENDS}))"
    r"(?=[\d二\u3007\s，。：；》”（(（]|\d|机关运行|无|是|部门|单位|下属|成立|共有|概况|本级|主要|机构|$)"
)
_FOREIGN = re.compile(r"财政厅|财政局|人民政府\Z|人大|审计局\Z|编委|编办")
_TITLE_LINES = 12
_TITLE_ROWS = 4
_WEIGHT_TITLE = 4
_WEIGHT_LABEL = 8


def office(document: Document) -> str:
    """The full name of the office, or "" when the document never names one."""
    votes: Counter[str] = Counter()
    for name, weight in _candidates(document):
        votes[name] += weight
    if not votes:
        return ""
    best = max(votes.values())
    return next(name for name, count in votes.items() if count == best)


def _candidates(document: Document) -> Iterator[tuple[str, int]]:
    for index, paragraph in enumerate(document.paragraphs()):
        text = paragraph.text
        for match in _LABELLED.finditer(text):
            yield from _weigh(match[1].strip(), _WEIGHT_LABEL)
        weight = _WEIGHT_TITLE if index < _TITLE_LINES else 1
        for match in _OFFICE.finditer(text):
            yield from _weigh(match[1], weight)
    for grid in document.grids():
        yield from _in_grid(grid)


def _in_grid(grid: Grid) -> Iterator[tuple[str, int]]:
    for row in grid.rows[:4]:
        texts = list(dict.fromkeys(cell.text.strip() for cell in row if cell.text.strip()))
        for label, value in pairwise(texts):
            if _LABEL_ONLY.match(label) and re.match(r"[\u4e00-\u9fff（）]{4,40}\Z", value):
                yield from _weigh(value, _WEIGHT_LABEL)


def _weigh(name: str, weight: int) -> Iterable[tuple[str, int]]:
    bare = re.sub(r"部门\Z|单位\Z", "", name)
    usable = len(bare) >= 4 and not _FOREIGN.search(bare) and re.search(rf"(?:{_ENDS})\Z", bare)
    return ((bare, weight),) if usable else ()


def first_lines(document: Document, most: int) -> list[str]:
    """The first paragraphs, where title and office stand; lines of their own above a table count too."""
    found = [block.text for block in document.blocks if isinstance(block, Paragraph)]
    return (_above(document) + found)[:most]


def _above(document: Document) -> list[str]:
    """What stands alone in the first rows of a document that begins with a table, as workbooks do."""
    first = document.blocks[0] if document.blocks else None
    if not isinstance(first, Grid):
        return []
    texts = [list(dict.fromkeys(c.text.strip() for c in row)) for row in first.rows[:_TITLE_ROWS]]
    told = [[text for text in row if text] for row in texts]
    return [row[0] for row in takewhile(lambda row: len(row) <= 1, told) if row]
