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
_PUBLIC = re.compile(r"(?:其中)?[-—:：]?(?:当年|本年)?财政(?:拨款|资金)")
_OWN = re.compile(r"(?:其中)?[-—:：]?(?:财政专户(?:管理)?资金|单位(?:自有)?资金)")
_CARRIED = re.compile(r"(?:其中)?[:：]?上年结转(?:资金|结余)?")
_OTHER = re.compile(r"(?:其中)?[:：]?(?:其他|其它)资金")
_FEWEST = 2
_COLUMNS: tuple[tuple[str, Callable[[FundRow], Entry | None]], ...] = (
    ("年初预算数", lambda row: row.initial),
    ("全年预算数", lambda row: row.adjusted),
    ("执行数", lambda row: row.executed),
)


@rule("资金总额不等于各来源之和", family="权重与分值", of=SelfEvaluation)
def fund_parts(form: SelfEvaluation) -> Iterator[Said]:
    """年度资金总额=当年财政拨款+上年结转资金+其他资金，年初预算、全年预算、执行各一栏。"""
    rows = _rows(form.funds) or _tasks(form.funds)
    claims = [claim for name, column in _COLUMNS for claim in _claim(name, column, rows)]
    yield from claims
    if not claims:
        yield skipped(_CODE, "表上没有写全资金总额和各来源")


def _rows(funds: tuple[FundRow, ...]) -> list[FundRow]:
    """The whole, then its parts; nothing unless 财政 stands there once and the rest is told."""
    found = [
        [f for f in funds if f.is_whole],
        *([f for f in funds if p.fullmatch(f.label)] for p in (_PUBLIC, _CARRIED, _OWN, _OTHER)),
    ]
    whole, public, carried, own, other = found
    once = len(whole) == len(public) == 1 and len(carried) < 2 and len(other) < 2
    # 没有“其他资金”一行的，只有各行都认得才知道来源写全了
    told = bool(other) or (bool(own) and sum(map(len, found)) == len(funds))
    return [*whole, *public, *carried, *own, *other] if once and told else []


def _tasks(funds: tuple[FundRow, ...]) -> list[FundRow]:
    """The whole in the last row, then every task above it (年度主要任务、金额合计); no row may be 其中."""
    *tasks, whole = funds or (None,)
    plain = [row for row in tasks if row and not row.is_whole and "其中" not in row.label]
    fits = whole is not None and whole.is_whole and len(plain) == len(tasks) >= _FEWEST
    return [whole, *plain] if whole and fits else []


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
