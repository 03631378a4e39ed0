"""科目 names compared with the dictionary (科目名称核对), and where text speaks of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kaocheng.disclosure.tables import Row, Table
from kaocheng.editions.codes import CodeName, codes_named, dictionary, names_of
from kaocheng.editions.labels import squeezed
from kaocheng.kernel.documents import Cell, Document, Grid, Paragraph, Passage

_LOOSE = re.compile(r"[（）“，·]|支出$|费用$|费$|其中：")
_LONG_CELL = 12
# a list of payments or projects gives each entry its code, and no code its name
_TELLING, _LEAST = 5, 4


def loose(name: str) -> str:
    """A name without brackets and without a closing 支出 or 费, which many leave out."""
    return _LOOSE.sub("", squeezed(name))


def is_short_for(printed: str, official: str) -> bool:
    """Whether `printed` is the official name or leaves out some of its characters, not most."""
    short, full = loose(printed), loose(official)
    if len(short) > len(full):
        short, full = full, short
    rest = iter(full)
    return len(short) * 3 >= len(full) * 2 and all(letter in rest for letter in short)


def fits(printed: str, code: str, year: int | None) -> bool:
    """Whether a printed name may stand beside the code in that year; unknown codes fit anything."""
    names = names_of(code, year) or dictionary().get(code, ())
    if not names or not all(entry.confirmed for entry in names):
        return True
    return any(is_short_for(printed, entry.name) for entry in names)


def is_old_name(printed: str, code: str) -> bool:
    """Whether the printed name is one the code bore in another year."""
    return any(is_short_for(printed, entry.name) for entry in dictionary().get(code, ()))


def official(code: str, year: int | None) -> CodeName | None:
    """The name the code bears in that year."""
    return next(iter(names_of(code, year)), None)


def other_codes(printed: str, code: str) -> tuple[str, ...]:
    """Codes of the same kind whose name is exactly the printed one."""
    found = (entry.code for entry in codes_named(printed))
    return tuple(dict.fromkeys(c for c in found if c != code and c[0] == code[0]))


def coded_rows(table: Table) -> tuple[Row, ...]:
    """The rows that print a code and a 科目 name; none where the names are of something else."""
    rows = tuple(row for row in table.rows if row.code and row.subject)
    pairs = {(row.subject, row.code) for row in rows if not row.known}
    named = sum(1 for pair in pairs if is_old_name(*pair))
    return rows if len(pairs) < _TELLING or named * _LEAST > len(pairs) else ()


def subject_cell(row: Row) -> Cell:
    """The cell that prints the 科目 name; raises ValueError for a row without one."""
    if row.subject_cell is None:
        raise ValueError(row)
    return row.subject_cell


def repeated(rows: Sequence[Row]) -> dict[str, list[Row]]:
    """Rows that share a code, by that code."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row.code, []).append(row)
    return {code: same for code, same in groups.items() if len(same) > 1}


def prints_code(row: Row, table: Table) -> bool:
    """Whether the code is printed in the row, not inferred from the name of a 类."""
    if not row.known:
        return True
    return any(squeezed(cell.text).startswith(row.code) for cell in table.grid.rows[row.index])


def passages(document: Document) -> Iterator[Passage]:
    """The paragraphs and the long cells of a document."""
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield block.content
        elif isinstance(block, Grid):
            yield from (c.content for c in block.cells() if len(c.text) > _LONG_CELL)
