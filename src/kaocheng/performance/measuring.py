"""What the scorecards may ask for (取数): figures of money, of evidence and of the indicators."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from kaocheng.kernel.figures import Figure
from kaocheng.kernel.lineage import AMOUNTS, COUNT, VALUES
from kaocheng.kernel.units import YUAN, unit
from kaocheng.performance.funding import Funding
from kaocheng.performance.lifecycle import (
    UNDONE,
    WHOLE,
    Evidence,
    Monitoring,
    PerformanceYear,
    Planned,
)
from kaocheng.performance.making import count, figure, measured
from kaocheng.performance.quantities import measure

_CENTS = Decimal(100)


def latest(year: PerformanceYear, subject: str, about: str) -> Evidence | None:
    """The evidence of that name with the last cut-off date, None where there is none."""
    found = [e for e in year.evidence if (e.subject, e.about) == (subject, about)]
    return max(found, key=lambda e: e.cutoff, default=None)


def every(year: PerformanceYear, subject: str, about: str) -> tuple[Evidence, ...]:
    """All evidence of that name (具体指标各一条)."""
    return tuple(e for e in year.evidence if (e.subject, e.about) == (subject, about))


def actual(year: PerformanceYear, planned: Planned) -> Figure | None:
    """The actual value (完成值) of an indicator in its own unit, None without evidence."""
    evidence = latest(year, planned.subject, planned.number)
    made = measured(evidence) if evidence else None
    if made is None or planned.nature == "定性":
        return made
    factor, base = measure(made.unit.name)
    wanted, same = measure(planned.unit)
    if base != same:
        return None
    if factor == wanted:
        return figure(
            planned.name, made.value, unit(planned.unit), formula=made.formula, records=made.records
        )
    changed = (made.value * factor / wanted).normalize()
    return figure(planned.name, changed, unit(planned.unit), formula="[1]", sources=(made,))


def measurements(year: PerformanceYear, funding: Funding, subject: str) -> Mapping[str, Figure]:
    """Every figure by name for one subject; evidence goes before nothing but absence."""
    found: dict[str, Figure] = {}
    for evidence in sorted(year.evidence, key=lambda e: e.cutoff):
        made = measured(evidence) if evidence.subject == subject else None
        if made:
            found[evidence.about] = made
    if subject == WHOLE:
        return {**found, **_cancelled(year), **funding.figures}
    found = {**_of_indicators(year, subject), **found}
    project = funding.projects.get(subject)
    if project is not None and project.rows:
        found["项目全年预算数"] = project.rows[0].adjusted
        found["项目执行数"] = project.rows[0].executed
    return found


def _of_indicators(year: PerformanceYear, subject: str) -> dict[str, Figure]:
    """What a project's own indicators tell: tasks done of tasks set, satisfaction against its aim."""
    found: dict[str, Figure] = {}
    pair = _reached(year, [i for i in year.of(subject) if i.level2.startswith("数量")], None)
    if pair:
        found["完成任务数"], found["目标任务数"] = pair
    for item in year.of(subject):
        value, aim = actual(year, item), target(item)
        if "满意" in item.level1 + item.level2 and value and aim:
            found["实际满意度"], found["满意度标准值"] = value, aim
    return found


def _cancelled(year: PerformanceYear) -> dict[str, Figure]:
    """监控调整取消额: known, if only as 0, once monitoring was done at all."""
    if not year.monitoring:
        return {}
    amount = sum((Decimal(m.cancelled) for m in year.monitoring), Decimal(0)) / _CENTS
    name = "监控调整取消额"
    made = figure(name, amount, YUAN, formula=AMOUNTS, records=map(number_of, year.monitoring))
    return {name: made}


def number_of(reading: Monitoring) -> str:
    """The number by which a monitoring reading is named in a figure's lineage."""
    return f"监控/{reading.indicator}/{reading.on.isoformat()}"


def target_value(planned: Planned) -> Decimal | None:
    """The target as a number, None where it is words."""
    text = planned.target.lstrip("=＝≥≧>≤≦<").rstrip("%％").replace(",", "").strip()
    try:
        return Decimal(text) if text else None
    except ArithmeticError:
        return None


def target(planned: Planned) -> Figure | None:
    """The target (指标值) as a figure, None where it is words."""
    value = target_value(planned)
    if value is None:
        return None
    return figure(
        f"{planned.name}指标值",
        value,
        unit(planned.unit),
        formula=VALUES,
        records=(f"指标/{planned.number}",),
    )


def reached(year: PerformanceYear, deviation: Decimal | None) -> tuple[Figure, Figure] | None:
    """How many quantity indicators (数量指标) of all projects reached their target, and of how many.

    One that lies above its target by more than `deviation`, where given, does not count. Those of a
    project given up are missed. None when there is no such indicator or none has evidence.
    """
    items = [i for i in year.indicators if i.subject != WHOLE and i.level2.startswith("数量")]
    return _reached(year, items, deviation)


def _reached(
    year: PerformanceYear, items: Iterable[Planned], deviation: Decimal | None
) -> tuple[Figure, Figure] | None:
    quantities = [
        (item, aim, actual(year, item))
        for item in items
        if target_value(item) and (aim := target(item))
    ]
    known = [(item, aim, value) for item, aim, value in quantities if value]
    given_up = {step.subject for step in year.steps if step.stage == UNDONE}
    if not known and not any(item.subject in given_up for item, *_ in quantities):
        return None
    met = [_met(item, aim, value, deviation) for item, aim, value in known]
    numbers = tuple(record for _, aim, _ in quantities for record in aim.records)
    every_one = figure(
        "全部数量指标个数", Decimal(len(numbers)), unit("个"), formula=COUNT, records=numbers
    )
    return count("达到预期值的数量指标个数", met), every_one


def _met(planned: Planned, wanted: Figure, value: Figure, deviation: Decimal | None) -> Figure:
    """1 where the indicator counts as reached, else 0, by a formula over value and target.

    ＝ is reached where value and target are equal, or as near as `deviation` allows.
    """
    less = planned.nature in ("≤", "<")
    made = value.value <= wanted.value if less else value.value >= wanted.value
    formula = "不超过([1],[2])" if less else "不超过([2],[1])"
    if planned.nature == "＝" and deviation is None:
        made, formula = value.value == wanted.value, "不超过([1],[2])*不超过([2],[1])"
    if deviation is not None:
        made = made and abs(value.value - wanted.value) <= wanted.value * deviation
        formula += f"*不超过(|[1]-[2]|,{deviation}*[2])"
    name = f"{planned.name}是否达到（1 达到，0 没有）"
    return figure(name, Decimal(made), unit("个"), formula=formula, sources=(value, wanted))
