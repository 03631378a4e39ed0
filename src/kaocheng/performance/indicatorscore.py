"""The score of one indicator (指标得分): its actual value against its target, by its nature."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from kaocheng.kernel.figures import Figure
from kaocheng.kernel.intervals import exact
from kaocheng.kernel.lineage import VALUES
from kaocheng.performance.lifecycle import PerformanceYear, Planned
from kaocheng.performance.making import points
from kaocheng.performance.measuring import actual, latest, target
from kaocheng.performance.methods import Case, Earned, Unscored, earned
from kaocheng.performance.overriding import overridden
from kaocheng.performance.results import Scored
from kaocheng.performance.standards import national

_RATIO = {"kind": "ratio"}
_NONE_ALLOWED = Decimal(0)


def scored(year: PerformanceYear, planned: Planned) -> Scored:
    """The indicator scored from its evidence, or marked as lacking it."""
    most = points(f"{planned.name}分值", planned.weight, VALUES)
    most = replace(most, records=(f"分值/{planned.number}",))
    item = Scored(
        planned.number, planned.name, (planned.level1, planned.level2), most, planned=planned
    )
    try:
        item = (_judged if planned.nature == "定性" else _counted)(year, planned, item)
    except Unscored as why:
        item = replace(item, missing=(str(why),))
    return overridden(year, planned.subject, item)


def _judged(year: PerformanceYear, planned: Planned, item: Scored) -> Scored:
    evidence = latest(year, planned.subject, planned.number)
    if evidence is None or not evidence.level:
        raise Unscored("评定的档次和依据")
    value = actual(year, planned)
    how = {"kind": "judged", "levels": national()["indicator"]["levels"]}
    figures = (value,) if value else ()
    case = Case(planned.weight, how, figures, level=evidence.level, evidence=evidence.number)
    return replace(_done(item, earned(case)), level=evidence.level)


def _counted(year: PerformanceYear, planned: Planned, item: Scored) -> Scored:
    value, wanted = actual(year, planned), target(planned)
    if wanted is None:
        raise Unscored(f"指标值“{planned.target}”不是数字，无法与完成值相比")
    if value is None:
        raise Unscored(f"“{planned.name}”的完成值")
    return replace(_done(item, _against(planned, value, wanted)), actual=value)


def reaches(planned: Planned, value: Decimal, wanted: Decimal) -> bool:
    """Whether a value meets the target: ＝ of costs and times is met from below, else from above."""
    if planned.nature in (">", "<"):
        return value > wanted if planned.nature == ">" else value < wanted
    return value <= wanted if less_is_better(planned) else value >= wanted


def less_is_better(planned: Planned) -> bool:
    """反向: ≤ and <, and ＝ where money or time is what is counted."""
    if planned.nature in ("≤", "<"):
        return True
    return planned.nature == "＝" and planned.level2.startswith(("时效", "经济成本", "成本"))


def _met(planned: Planned) -> str:
    """1 where the value [1] meets the target [2] as in `reaches`, else 0."""
    if planned.nature in (">", "<"):
        return "1-不超过([1],[2])" if planned.nature == ">" else "1-不超过([2],[1])"
    return "不超过([1],[2])" if less_is_better(planned) else "不超过([2],[1])"


def _against(planned: Planned, value: Figure, wanted: Figure) -> Earned:
    """Full points when met, else the ratio; a target of 0 that is not met earns nothing."""
    met = f"({_met(planned)})*{planned.weight}"
    if reaches(planned, value.value, wanted.value):
        return Earned(exact(planned.weight), met, _over(value, wanted), (value, wanted))
    pair = (wanted, value) if less_is_better(planned) else (value, wanted)
    if pair[1].base <= _NONE_ALLOWED or pair[0].base == _NONE_ALLOWED:
        why = "没有达到指标值，不能按比例计分"
        return Earned(exact(_NONE_ALLOWED), met, why, (value, wanted))
    made = earned(Case(planned.weight, _RATIO, pair))
    return replace(made, why=f"没有达到指标值，按{made.why}计分")


def _over(value: Figure, wanted: Figure) -> str:
    limit = Decimal(national()["indicator"]["overshoot"])
    if wanted.value > 0 and value.value > wanted.value * (1 + limit):
        over = (value.value / wanted.value - 1) * 100
        return f"达到指标值，超出{over:.1f}%，指标值可能偏低，请写明原因"
    return "达到指标值"


def _done(item: Scored, made: Earned) -> Scored:
    score = points(f"{item.name}得分", made.points.low, made.formula, made.sources)
    return replace(item, computed=score, score=score, why=made.why)
