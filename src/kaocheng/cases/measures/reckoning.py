"""Reckoning (计算): a measure over cases, or over groups of equal cases; what cannot be said has its reason."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from kaocheng.cases.measures.definitions import Base, Kind, Measure
from kaocheng.cases.measures.particulars import Counted
from kaocheng.cases.measures.periods import Period
from kaocheng.kernel.shares import NO_DATA, percent

UNDECIDED = "无法判断"
_HUNDREDTH = Decimal("0.01")
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Result:
    """A measure as reckoned (指标值): `top` over `bottom`, the two as the formula names them.

    `part` and `whole` are the cases behind the two. Of a count `bottom` is 0; of a mean it is the number of cases, of a
    saving the sum of the limits.
    """

    measure: Measure
    part: int
    whole: int
    top: int
    bottom: int

    @property
    def value(self) -> Decimal | None:
        """The exact value in its unit; None without data, and where the records cannot decide."""
        if self.measure.cannot:
            return None
        if self.measure.kind is Kind.COUNT:
            return Decimal(self.top)
        if not self.bottom:
            return None
        if self.measure.kind is Kind.MEAN:
            return Decimal(self.top) / self.bottom
        return _HUNDRED * self._numerator / self.bottom

    @property
    def shown(self) -> str:
        """As printed: 12件, 98.50%, 3.25工作日; 无数据, or 无法判断."""
        if self.measure.cannot:
            return UNDECIDED
        if self.value is None:
            return NO_DATA
        if self.measure.unit == "%":
            return percent(self._numerator, self.bottom)
        return f"{self.number}{self.measure.unit}"

    @property
    def number(self) -> Decimal | None:
        """The value as rounded for print, None where there is none."""
        if self.value is None:
            return None
        if self.measure.kind is Kind.COUNT:
            return self.value
        if self.measure.unit == "%":
            return Decimal(percent(self._numerator, self.bottom).removesuffix("%"))
        return self.value.quantize(_HUNDREDTH, ROUND_HALF_UP)

    @property
    def because(self) -> str:
        """Why there is no number, "" where there is one."""
        if self.measure.cannot:
            return self.measure.cannot
        return "期间内没有应计的办件" if self.value is None else ""

    @property
    def _numerator(self) -> int:
        return self.bottom - self.top if self.measure.kind is Kind.SAVING else self.top


def reckon(measure: Measure, groups: Iterable[tuple[Counted, int]]) -> Result:
    """The measure over groups of equal cases of its base, each with how many there are (分组计算)."""
    counting = [(case, times) for case, times in groups if counts(measure, case)]
    part = sum(times for case, times in counting if is_part(measure, case))
    whole = sum(times for _, times in counting)
    sums = [sum(times * getattr(case, name) for case, times in counting) for name in measure.sums]
    return result(measure, part, whole, sums)


def result(measure: Measure, part: int, whole: int, sums: Sequence[int] = ()) -> Result:
    """A result of the numbers counted; `sums` are those of `Measure.sums` over the whole."""
    if measure.kind is Kind.COUNT:
        return Result(measure, part, whole, part, 0)
    if measure.kind is Kind.SHARE:
        return Result(measure, part, whole, part, whole)
    top, bottom = (*sums, whole)[:2]
    return Result(measure, part, whole, top, bottom)


def counts(measure: Measure, case: Counted) -> bool:
    """Whether a case of the base belongs to the whole (分母): conditions met, numbers known."""
    known = all(getattr(case, name) is not None for name in measure.sums)
    return known and not measure.cannot and all(c.holds(case) for c in measure.whole)


def is_part(measure: Measure, case: Counted) -> bool:
    """Whether a case of the whole belongs to the part (分子)."""
    return all(condition.holds(case) for condition in measure.part)


def within(base: Base, case: Counted, period: Period) -> bool:
    """Whether the day that counts for this base lies in the period."""
    day = {
        Base.RECEIVED: case.received_on,
        Base.ACCEPTED: case.accepted_on,
        Base.CLOSED: case.closed_on,
    }[base]
    return day is not None and period.first <= day <= period.last
