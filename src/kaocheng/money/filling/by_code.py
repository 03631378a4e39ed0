"""Tables by 科目 (科目明细表): 合计, then each 类, 款 and 项 that has an amount."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from kaocheng.editions.codes import parent
from kaocheng.editions.layouts import Layout, PrintedColumn
from kaocheng.editions.takes import Take
from kaocheng.money.books import Books
from kaocheng.money.filling.naming import code_name
from kaocheng.money.filling.plans import Line, Plan
from kaocheng.money.filling.slots import AMOUNT, CODE, NAME, Filled, Slot, counted, titles, valued
from kaocheng.money.records import AccountsYear

TOTAL = "合计"
_CODE, _SUBJECT = "功能分类科目编码", "科目名称"


def fill(layout: Layout, books: Books) -> Filled:
    """The table of the layout's own columns."""
    return laid(layout, books, layout.columns)


def laid(layout: Layout, books: Books, columns: Sequence[PrintedColumn]) -> Filled:
    """The table of these columns."""
    lines = list(_lines(layout, books, _occurring(layout, books, columns)))
    plan = Plan(books, lines, columns, layout.base)
    lead = _lead(layout)
    body = tuple(_row(layout, plan, row, len(lead)) for row in range(len(lines)))
    paths = [*lead, *(column.path for column in columns)]
    widths = (*_lead_widths(layout), *[AMOUNT] * len(columns))
    return Filled(layout, titles(paths, _ordinals(layout, columns)), body, widths, plan.nil())


def _occurring(layout: Layout, books: Books, columns: Sequence[PrintedColumn]) -> list[str]:
    """The 项 with an amount in some column."""
    takes = [c.take.over(layout.base) for c in columns if c.take.text is None and not c.take.parts]
    codes = {code for take in takes for code in books.known(take.flow, "function", take)}
    return [
        code
        for code in sorted(codes)
        if any(books.truth.figure(take.at("function", code), "").value for take in takes)
    ]


def _lines(layout: Layout, books: Books, leaves: Sequence[str]) -> Iterator[Line]:
    """合计 and every level, a level above the 项 being the sum of the level below it."""
    every = sorted({code for leaf in leaves for code in _upwards(leaf)})
    tops = [code for code in every if not parent(code)]
    total = Line(TOTAL, (Take(parts=tuple((1, code) for code in tops)),), TOTAL, total=True)
    if not tops:
        total = Line(TOTAL, (Take(),), TOTAL, total=True)
    if layout.total == "first":
        yield total
    for code in every:
        below = tuple((1, child) for child in every if parent(child) == code)
        take = Take(parts=below) if below else Take().at("function", code)
        yield Line(code, (take,), code_name(code, books.year), code, item=True)
        if layout.projects and not below:
            yield from _projects(layout, books, code)
    if layout.total == "last":
        yield total


def _upwards(code: str) -> Iterator[str]:
    while code:
        yield code
        code = parent(code)


def _projects(layout: Layout, books: Books, code: str) -> Iterator[Line]:
    """The projects under a 项, by name."""
    names = {project.code: project.name for project in books.year.projects}
    among = Take().at("function", code).over(layout.columns[0].take.over(layout.base))
    for project in books.known(among.flow, "project", among):
        take = Take().at("function", code).at("project", project)
        yield Line(f"{code}/{project}", (take,), names.get(project, project))


def _row(layout: Layout, plan: Plan, row: int, lead: int) -> tuple[Slot, ...]:
    line = plan.lines[row]
    return (*_labels(layout, line, lead), *valued(plan, row, lead))


def _labels(layout: Layout, line: Line, lead: int) -> tuple[Slot, ...]:
    """合计 over all leading columns; else the code over its columns, the name, the project."""
    if line.total:
        return (Slot(TOTAL, span=lead, align="centre", total=True),)
    wide = max(len(layout.codes_head), 1)
    if line.code:
        named = (Slot(line.code, span=wide), Slot(line.label))
        return (*named, Slot()) if layout.projects else named
    return (Slot(span=wide), Slot(), Slot(line.label))


def _lead(layout: Layout) -> list[tuple[str, ...]]:
    heads: list[tuple[str, ...]] = [(head,) for head in layout.codes_head] or [()]
    codes = [("项目", _CODE, *head) for head in heads]
    return [*codes, ("项目", _SUBJECT), *([("项目", layout.projects)] if layout.projects else [])]


def _lead_widths(layout: Layout) -> list[float]:
    wide = max(len(layout.codes_head), 1)
    return [*[max(CODE / wide, 0.6)] * wide, NAME, *([NAME] if layout.projects else [])]


def _ordinals(layout: Layout, columns: Sequence[PrintedColumn]) -> list[str]:
    if not layout.ordinals:
        return []
    blank = ["", *([""] if layout.projects else [])]
    codes = ["" for _ in layout.codes_head] or [""]
    return [*codes, *blank[:-1], "栏次", *counted(1, columns)]


def matrix(layout: Layout, books: Books) -> Filled:
    """功能分类 down, 经济分类 across: 合计, then 小计 and each 科目 of every 类 that occurs."""
    codes = books.known(layout.base.flow, "economic", layout.base)
    heads = sorted({code[:3] for code in codes})
    whole = PrintedColumn(TOTAL, (TOTAL,), Take(parts=tuple((1, head) for head in heads)))
    if not heads:
        whole = PrintedColumn(TOTAL, (TOTAL,), Take(text=""))
    year = books.year
    blocks = (_block(head, [c for c in codes if c.startswith(head)], year) for head in heads)
    return laid(layout, books, (whole, *chain.from_iterable(blocks)))


def _block(head: str, codes: Sequence[str], year: AccountsYear) -> Iterator[PrintedColumn]:
    title = code_name(head, year)
    parts = tuple((1, f"{head}/{code}") for code in codes)
    yield PrintedColumn(head, (title, "小计"), Take(parts=parts))
    for code in codes:
        take = Take().at("economic", code)
        yield PrintedColumn(f"{head}/{code}", (title, code_name(code, year)), take)
