"""Cases of a period in groups (分组): by their particulars, and summed up by department and item version."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Sum

from kaocheng.cases.measures import Base, Condition, Counted, Measure, Period
from kaocheng.cases.traits import read
from kaocheng.kernel.clocks import local_day
from kaocheng.site.cases.measures.columns import DAYS, PREFIX, asked, columns
from kaocheng.site.cases.measures.limits import Workdays, limits_of
from kaocheng.site.cases.querysets import CaseQuerySet

Seen = CaseQuerySet
Group = tuple[Counted, int]


@dataclass(frozen=True, slots=True)
class Look:
    """What is looked at (统计对象): the cases somebody may see, of a county, in a period, counted at a moment."""

    seen: Seen
    county: str
    period: Period
    at: datetime

    def of(self, base: Base) -> Seen:
        """The cases whose day lies in the period."""
        day = self.seen.column(DAYS[base])
        return self.seen.filter(**{f"{day}__gte": self.period.start, f"{day}__lt": self.period.end})

    def meeting(self, base: Base, conditions: Iterable[Condition]) -> Seen:
        """Those of them that fulfil every condition."""
        given = tuple(conditions)
        made = columns({c.field for c in given}, self.period.end, self.today)
        found = self.of(base).annotate(**made)
        for condition in given:
            found = found.filter(asked(condition))
        return found

    @property
    def today(self) -> Any:
        """The day of counting in Beijing."""
        return local_day(self.at)


@dataclass(frozen=True, slots=True)
class Added:
    """What the cases of a department under the same limits add up to (合计); limits in working days."""

    unit: str
    cases: int
    timed: int
    used: int
    promised_days: int | None
    statutory_days: int | None

    def of(self, measure: Measure) -> tuple[int, ...] | None:
        """How many cases count and their sums; None where a limit is not given in working days."""
        if not measurable(measure, (self.promised_days, self.statutory_days)):
            return None
        cases = self.timed if "used" in measure.sums else self.cases
        each = {"promised_days": self.promised_days, "statutory_days": self.statutory_days}
        sums = [self.used if n == "used" else cases * (each[n] or 0) for n in measure.sums]
        return (cases, *sums)


def measurable(measure: Measure, limits: tuple[int | None, int | None]) -> bool:
    """Whether cases under these limits (承诺、法定) count: used days are working days where the promise is in such."""
    promised, statutory = limits
    needs = {"used": promised, "promised_days": promised, "statutory_days": statutory}
    return all(needs[name] is not None for name in measure.sums)


def groups(look: Look, base: Base, told: Iterable[Measure]) -> Iterator[Group]:
    """The cases of a base in groups of equal particulars, as far as these measures ask for them."""
    conditions = [c for m in told if m.base is base for c in (*m.whole, *m.part)]
    names = {"unit", *(condition.field for condition in conditions)}
    made = columns(names, look.period.end, look.today)
    rows = look.of(base).annotate(**made).values(*made).annotate(times=Count("pk"))
    for row in rows.order_by():
        times = row.pop("times")
        yield _counted(row), times


def sums(look: Look, base: Base, whole: Iterable[Condition]) -> Iterator[Added]:
    """What the cases that fulfil these conditions add up to, by department and limits; read by version."""
    rows = (
        look.meeting(base, whole)
        .values("unit", "item", "version", "pinned")
        .annotate(cases=Count("pk"), timed=Count("used_days"), used=Sum("used_days"))
        .order_by()
    )
    found = [((row["item"], row["version"], row["pinned"]), row) for row in rows]
    limits = limits_of(look.county, (version for version, _ in found))
    added: dict[tuple[str, Workdays], list[int]] = defaultdict(lambda: [0, 0, 0])
    for version, row in found:
        total = added[row["unit"], limits.get(version, (None, None))]
        total[0] += row["cases"]
        total[1] += row["timed"]
        total[2] += row["used"] or 0
    for (unit, known), (cases, timed, used) in added.items():
        yield Added(unit, cases, timed, used, *known)


def _counted(row: Mapping[str, Any]) -> Counted:
    found = {name.removeprefix(PREFIX): value for name, value in row.items()}
    if "traits" in found:
        found["traits"] = read(found["traits"])
    return Counted(**found)
