"""PER071: the whole amount of a form against the sources it is made up of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

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
_GRANTS = re.compile(r"(?:其中)?[-—:：]?上级(?:财政)?(?:补助|转移支付)(?:资金)?")
_LEVEL = re.compile(r"(?:其中)?[-—:：]?(?:中央|省级?|市级?|州级?|市州级)(?:财政)?(?:补助|资金)?")
_LOCAL = re.compile(r"(?:其中)?[-—:：]?(?:本级|县级)财(?:力|政)(?:安排)?(?:资金)?")
_RAISED = re.compile(
    r"(?:其中)?[-—:：]?(?:部门|单位)?自筹(?:资金)?(?:[及和](?:其他|其它))?(?:资金)?"
)
_FEWEST = 2
_COLUMNS: tuple[tuple[str, Callable[[FundRow], Entry | None]], ...] = (
    ("年初预算数", lambda row: row.initial),
    ("全年预算数", lambda row: row.adjusted),
    ("执行数", lambda row: row.executed),
)


@rule("资金总额不等于各来源之和", family="权重与分值", of=SelfEvaluation)
def fund_parts(form: SelfEvaluation) -> Iterator[Said]:
    """年度资金总额=各来源之和（或上级补助+本级财力安排+自筹），年初预算、全年预算、执行各一栏。"""
    splits = _sources(form.funds) or _levels(form.funds) or _tasks(form.funds)
    claims = [
        claim
        for name, column in _COLUMNS
        for split in splits
        for claim in split.claims(name, column)
    ]
    claims += [] if claims else list(_of_which(form.funds))
    yield from claims
    if not claims:
        yield skipped(_CODE, "表上没有写全资金总额和各来源")


@dataclass(frozen=True, slots=True)
class _Split:
    """A row and the rows it is made up of; nothing is claimed unless one of `needed` is printed."""

    whole: FundRow
    parts: Sequence[FundRow]
    needed: Sequence[FundRow]
    says: str = "资金总额=各来源之和"

    def claims(self, name: str, column: Callable[[FundRow], Entry | None]) -> Iterator[Sum]:
        """The sum in one column; a blank part is nil."""
        stated = _figure(column(self.whole))
        if stated is None or not any(_figure(column(row)) for row in self.needed):
            return
        terms = tuple(Term(figure) for row in self.parts if (figure := _figure(column(row))))
        same = len(terms) == 1 and terms[0].figure.unit == stated.unit
        yield Sum(_CODE, stated, terms, f"“{name}”：{self.says}", same=same)


def _sources(funds: tuple[FundRow, ...]) -> list[_Split]:
    """By source; nothing unless 财政 stands there once and the rest is told."""
    found = [
        [f for f in funds if f.is_whole],
        *([f for f in funds if p.fullmatch(f.label)] for p in (_PUBLIC, _CARRIED, _OWN, _OTHER)),
    ]
    whole, public, carried, own, other = found
    once = len(whole) == len(public) == 1 and len(carried) < 2 and len(other) < 2
    # 没有“其他资金”一行的，只有各行都认得才知道来源写全了
    told = bool(other) or (bool(own) and sum(map(len, found)) == len(funds))
    parts = [*public, *carried, *own, *other]
    return [_Split(whole[0], parts, public)] if once and told else []


def _levels(funds: tuple[FundRow, ...]) -> list[_Split]:
    """By level of government: 上级补助 and its own parts, 本级, 自筹; nothing where any other row is."""
    whole, grants, levels, local, raised = found = [
        [f for f in funds if f.is_whole],
        *([f for f in funds if p.fullmatch(f.label)] for p in (_GRANTS, _LEVEL, _LOCAL, _RAISED)),
    ]
    once = len(whole) == len(local) == 1 and len(grants) < 2 and len(raised) < 2
    if not once or sum(map(len, found)) != len(funds) or not (grants or levels):
        return []
    above = grants or levels
    splits = [_Split(whole[0], [*above, *local, *raised], [*above, *local])]
    if grants and levels:
        says = f"{grants[0].label}={'、'.join(row.label for row in levels)}之和"
        splits.append(_Split(grants[0], levels, levels, says))
    return splits


def _tasks(funds: tuple[FundRow, ...]) -> list[_Split]:
    """The whole in the last row, then every task above it (年度主要任务、金额合计); no row may be 其中."""
    *tasks, whole = funds or (None,)
    plain = [row for row in tasks if row and not row.is_whole and "其中" not in row.label]
    fits = whole is not None and whole.is_whole and len(plain) == len(tasks) >= _FEWEST
    return [_Split(whole, plain, plain[:1])] if whole and fits else []


def _figure(entry: Entry | None) -> Figure | None:
    return entry.figure if entry else None


def _of_which(funds: tuple[FundRow, ...]) -> Iterator[Sum]:
    """Where the sources are not all told: none that 其中 introduces is more than the whole above it."""
    whole = funds[0] if funds else None
    for row in funds[1:2]:
        if whole is None or not row.label.startswith("其中"):
            return
        for name, column in _COLUMNS:
            stated, part = _figure(column(whole)), _figure(column(row))
            if stated is not None and part is not None and stated.unit == part.unit:
                says = f"{name}：资金总额不少于{row.label}"
                yield Sum(_CODE, stated, (Term(part),), says, "≥")
