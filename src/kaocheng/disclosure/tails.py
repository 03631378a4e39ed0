"""Declared last digits (尾差声明): where a document itself says that sums may miss by rounding."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kaocheng.kernel.documents import Document, Grid, Paragraph
from kaocheng.kernel.places import Place

_CLAUSE = re.compile(r"[^。；！？]+")
_ROUNDED = re.compile(r"四舍五入|单位(?:的)?(?:转换|换算|折算)")
_MISSES = re.compile(
    r"尾差|尾数(?:误差|差异)|出入|差异(?!率|分析)|误差(?!率)|差额(?!率|拨|补)"
    r"|不(?:完全|一定|尽|能)*(?:相等|等于|等|相符|符|一致|吻合)"
)
_NEVER = re.compile(
    r"(?:无|没有|不存在|未产生|不得有|消除了?)(?:任何)?(?:尾差|差异|误差|差额|出入)"
)
_NOTE = re.compile(r"^[（(]?(?:注|备注|说明|附注)[）)]?[:：]")
_THIS = re.compile(r"[本此该上]表")
_ALL = re.compile(r"各表|[本全]文|本(?:次|报告|公开|说明|部分|部门|单位|决算|预算)|所有")


DECLARED = "原文已声明因四舍五入合计与各项之和有尾差"
"""Why a sum is not judged by its last digit."""


@dataclass(frozen=True, slots=True)
class Tails:
    """Where totals are declared to miss: in the whole document, or in tables by their number."""

    everywhere: bool = False
    tables: frozenset[int] = frozenset()

    def cover(self, place: Place) -> bool:
        """Whether what stands there is declared to miss by rounding."""
        return self.everywhere or place.table in self.tables


def declared(document: Document) -> Tails:
    """What a document says of its own sums; a note under a table speaks of that table alone."""
    found = set(_speaking(document))
    return Tails(None in found, frozenset(number for number in found if number is not None))


def _speaking(document: Document) -> Iterator[int | None]:
    """The number of each table spoken of; None where the whole document is."""
    above: Grid | None = None
    near = False
    for block in document.blocks:
        if isinstance(block, Grid):
            above, near = block, True
            yield from (_of(cell.text, block) for cell in block.cells() if declares(cell.text))
        elif isinstance(block, Paragraph) and block.role not in ("header", "footer"):
            noted = bool(_NOTE.match(block.text.lstrip()))
            if declares(block.text):
                own = bool(_THIS.search(block.text)) or (near and noted)
                yield _of(block.text, above if own else None)
            near = near and noted


def _of(text: str, table: Grid | None) -> int | None:
    """The table a declaration is written for, unless it speaks of all of them."""
    said = _clause(text)
    if table is None or (_ALL.search(said) and not _THIS.search(said)):
        return None
    return table.place.table


def declares(text: str) -> bool:
    """Whether a text says that sums and their parts may differ through rounding."""
    return bool(_ROUNDED.search(text) and _clause(text))


def _clause(text: str) -> str:
    """The sentence that says so."""
    said = (one for one in _CLAUSE.findall(text) if _ROUNDED.search(one))
    return next((c for c in said if _MISSES.search(c) and not _NEVER.search(c)), "")
