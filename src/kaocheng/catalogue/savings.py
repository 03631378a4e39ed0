"""What a revision saved (精简): materials, steps and days, between versions and over the catalogue.

Each figure carries its formula, and the items it could not be computed for with the reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kaocheng.catalogue.limits import compression
from kaocheng.catalogue.records import ItemVersion, Necessity
from kaocheng.kernel.clocks import Budget

_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Pair:
    """An item before and after (前后两版)."""

    before: ItemVersion
    after: ItemVersion


@dataclass(frozen=True, slots=True)
class Saving:
    """A figure of a report (精简指标): what it was, what it is, the rate in per cent, how it is reckoned.

    `rate` is None when there was nothing to save from. `left_out` are items with the reason.
    """

    title: str
    formula: str
    before: int
    after: int
    items: int
    left_out: tuple[tuple[str, str], ...] = ()

    @property
    def saved(self) -> int:
        """How many less; negative when it grew."""
        return self.before - self.after

    @property
    def rate(self) -> Decimal | None:
        """In per cent, two decimals."""
        if self.before == 0:
            return None
        return (_HUNDRED * self.saved / self.before).quantize(Decimal("0.01"))


def material_saving(pairs: Sequence[Pair]) -> Saving:
    """材料精简率: materials the applicant hands in; what departments share no longer counts."""
    return _counted(
        "材料精简",
        "材料精简率 =（修订前材料数 − 修订后材料数）÷ 修订前材料数；部门共享的材料不计",
        pairs,
        materials_asked,
    )


def step_saving(pairs: Sequence[Pair]) -> Saving:
    """环节精简率."""
    return _counted(
        "环节精简",
        "环节精简率 =（修订前环节数 − 修订后环节数）÷ 修订前环节数",
        pairs,
        lambda v: len(v.steps),
    )


def visit_saving(pairs: Sequence[Pair]) -> Saving:
    """跑动次数精简率."""
    return _counted(
        "跑动精简",
        "跑动精简率 =（修订前到现场次数 − 修订后到现场次数）÷ 修订前到现场次数",
        pairs,
        lambda v: v.max_visits,
    )


def promise_saving(pairs: Sequence[Pair]) -> Saving:
    """承诺时限压缩率 between versions; items whose unit changed are left out and named."""
    same = [p for p in pairs if p.before.limits.promised.span is p.after.limits.promised.span]
    left = tuple((p.after.item, _units(p)) for p in pairs if p not in same)
    return Saving(
        "承诺时限压缩",
        "承诺时限压缩率 =（修订前承诺时限 − 修订后承诺时限）÷ 修订前承诺时限；单位改变的不计",
        sum(p.before.limits.promised.amount for p in same),
        sum(p.after.limits.promised.amount for p in same),
        len(same),
        left,
    )


@dataclass(frozen=True, slots=True)
class Compression:
    """时限压缩率 against the law: the mean over the items it can be computed for."""

    formula: str
    rate: Decimal | None
    items: int
    left_out: tuple[tuple[str, str], ...]


def statutory_compression(versions: Iterable[ItemVersion]) -> Compression:
    """The mean of 1 − 承诺 ÷ 法定 over all items that have both in one unit."""
    rates, left = [], []
    for version in versions:
        rate = compression(
            version.limits.statutory, version.limits.promised, immediate=version.immediate
        )
        if rate is None:
            left.append((version.item, _why_not(version.limits.statutory)))
        else:
            rates.append(rate)
    mean = (_HUNDRED * sum(rates) / len(rates)).quantize(Decimal("0.01")) if rates else None
    formula = (
        "时限压缩率 = 各事项（1 − 承诺时限 ÷ 法定时限）的平均数；即办件以分钟、小时承诺的按 0 天计"
    )
    return Compression(formula, mean, len(rates), tuple(left))


def materials_asked(version: ItemVersion) -> int:
    """How many materials the applicant may be asked for."""
    return sum(material.necessity is not Necessity.SUPPLIED for material in version.materials)


def _counted(
    title: str, formula: str, pairs: Sequence[Pair], count: Callable[[ItemVersion], int]
) -> Saving:
    before = sum(count(pair.before) for pair in pairs)
    after = sum(count(pair.after) for pair in pairs)
    return Saving(title, formula, before, after, len(pairs))


def _units(pair: Pair) -> str:
    spans = (pair.before.limits.promised.span, pair.after.limits.promised.span)
    return f"单位由{spans[0]}改为{spans[1]}"


def _why_not(statutory: Budget | None) -> str:
    return "没有法定时限" if statutory is None else "法定与承诺的单位不同"
