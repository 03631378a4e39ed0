"""PER071: the whole amount of a form against the sources it is made up of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from kaocheng.kernel.figures import Figure
from kaocheng.kernel.relations import Sum, Term
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.performance.records import Entry, FundRow, SelfEvaluation
from kaocheng.performance.wording import skipped

_CODE = "PER071"
_WHOLE = re.compile(r"(?:年度)?(?:资金)?总额")
_PUBLIC = re.compile(r"(?:其中)?[-—:：]?(?:当年|本年)?财政(?:拨款|资金)")
_OWN = re.compile(r"(?:其中)?[-—:：]?(?:财政专户(?:管理)?资金|单位(?:自有)?资金)")
_CARRIED = re.compile(r"(?:其中)?[:：]?上年结转(?:资金|结余)?")
_OTHER = re.compile(r"(?:其中)?[:：]?(?:其他|其它)资金")
_COLUMNS: tuple[tuple[str, Callable[[FundRow], Entry | None]], ...] = (
    ("年初预算数", lambda row: row.initial),
    ("全年预算数", lambda row: row.adjusted),
    ("执行数", lambda row: row.executed),
)


@rule("资金总额不等于各来源之和", family="权重与分值", of=SelfEvaluation)
def fund_parts(form: SelfEvaluation) -> Iterator[Said]:
    """年度资金总额=当年财政拨款+上年结转资金+其他资金，年初预算、全年预算、执行各一栏。"""
    rows = _rows(form.funds)
    claims = [claim for name, column in _COLUMNS for claim in _claim(name, column, rows)]
    yield from claims
    if not claims:
        yield skipped(_CODE, "表上没有写全资金总额和各来源")


def _rows(funds: tuple[FundRow, ...]) -> list[FundRow]:
    """The whole, then its parts; nothing unless 财政 and 其他资金 stand there once each."""
    found = [
        [f for f in funds if p.fullmatch(f.label)] for p in (_WHOLE, _PUBLIC, _CARRIED, _OTHER)
    ]
    whole, public, carried, other = found
    if len(whole) == len(public) == len(other) == 1 and len(carried) < 2:
        own = [fund for fund in funds if _OWN.fullmatch(fund.label)]
        return [*whole, *public, *carried, *own, *other]
    return []


def _claim(
    name: str, column: Callable[[FundRow], Entry | None], rows: list[FundRow]
) -> Iterator[Sum]:
    figures = [_figure(column(row)) for row in rows]
    if not figures or figures[0] is None or figures[1] is None:
        return
    terms = tuple(Term(figure) for figure in figures[1:] if figure)
    same = len(terms) == 1 and terms[0].figure.unit == figures[0].unit
    yield Sum(_CODE, figures[0], terms, f"“{name}”：资金总额=各来源之和", same=same)


def _figure(entry: Entry | None) -> Figure | None:
    return entry.figure if entry else None
