"""What may be left out only by saying so (不填须说明): last year, the establishment, self-evaluation.

A declaration is a text of year.toml that gives the reason (新设立单位，无上年数 …). Without it an empty
register is a register somebody forgot, and nothing is published.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kaocheng.disclosure.compose.missing import Missing
from kaocheng.money.records import AccountsYear
from kaocheng.performance.lifecycle import PerformanceYear
from kaocheng.performance.standards import cards_of

_NOT_EVALUATED = "未开展绩效自评"
Held = Callable[[AccountsYear, PerformanceYear | None], bool]


@dataclass(frozen=True, slots=True)
class Declaration:
    """One register, whether the year holds what belongs in it, and what its absence means.

    `name` is the name of the text in year.toml, `example` a reason that could stand there.
    """

    name: str
    register: str
    held: Held
    lost: str
    example: str


def undeclared(year: AccountsYear, performance: PerformanceYear | None) -> Iterator[Missing]:
    """Each register that is empty without a word why."""
    for one in DECLARATIONS:
        if not one.held(year, performance) and not year.texts.get(one.name, "").strip():
            yield Missing(f"未填|{one.register}|", _said(one), one.register)


def unevaluated(year: AccountsYear, performance: PerformanceYear | None) -> bool:
    """Whether the year says that it was not evaluated, and the registers of it hold nothing."""
    if performance is None or not year.texts.get(_NOT_EVALUATED, "").strip():
        return False
    return not (performance.goals or performance.indicators or performance.evidence)


def _said(one: Declaration) -> str:
    return (
        f"“{one.register}”一行也没有，{one.lost}，请补填；确实没有的，在 year.toml 的 [texts] 写原因，如"
        f' "{one.name}" = "{one.example}"。'
    )


def _evaluated(year: AccountsYear, performance: PerformanceYear | None) -> bool:
    """项目支出 is evaluated wherever the edition has forms for it."""
    if (performance and performance.goals) or not cards_of(year.edition):
        return True
    planned = (line.project for line in year.budget)
    return not any((*planned, *(paid.project for paid in year.payments)))


DECLARATIONS = (
    Declaration(
        "没有上年数", "上年数", lambda year, _: bool(year.last_year),
        "说明里与上年的比较和变动图都没有了", "新设立单位，无上年数",
    ),
    Declaration(
        "没有编制", "编制", lambda year, _: bool(year.establishments),
        "说明和报告里没有人员情况", "没有核定编制",
    ),
    Declaration(
        _NOT_EVALUATED, "绩效目标", _evaluated,
        "有项目支出却没有绩效自评", "财政部门没有布置本年度自评",
    ),
)  # fmt: skip
