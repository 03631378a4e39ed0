"""The equations of the accounts as entries of the rulebook (勾稽关系的规则条目)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kaocheng.disclosure.tables import Table
from kaocheng.kernel.findings import Severity
from kaocheng.kernel.relations import Relation
from kaocheng.kernel.rulebook import Rule
from kaocheng.money.articulation import equations as source
from kaocheng.money.articulation.equations import Equation, equations

_FOLDER = Path(source.__file__).parent
_WHY = "公开表的数字互相勾稽，一处不平说明有数字抄错、漏填或改了一处没有改另一处。"
_REMEDY = "对照账套逐项核对等式两边的数字，改正后连同引用它的表和文字一并更正。"


def equation_rules() -> Iterator[Rule]:
    """One rule for each equation; they are laid on the tables together, not called one by one."""
    for item in equations():
        yield Rule(
            code=item.code,
            title=item.title,
            family="表间勾稽" if item.between else "表内勾稽",
            severity=Severity.ERROR,
            of=Equation,
            function=_nothing,
            folder=_FOLDER,
            stem=item.code,
            told=_page(item),
        )


def _page(item: Equation) -> dict[str, Any]:
    return {
        "what": f"要求：{item.holds}",
        "why": _WHY,
        "remedy": _REMEDY,
        "basis": item.basis,
        "version": 1,
        "holds": item.holds,
    }


def _nothing(_: Table) -> tuple[Relation, ...]:
    """Never called: no subject of a document is an Equation."""
    return ()
