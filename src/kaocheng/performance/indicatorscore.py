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
from kaocheng.performance.methods import Asked, Earned, Unscored, earned
from kaocheng.performance.overriding import overridden
from kaocheng.performance.reaching import (
    far_above,
    kept,
    less_is_better,
    met_formula,
    reaches,
    rule_over,
)
from kaocheng.performance.results import Scored
from kaocheng.performance.standards import national

_RATIO = {"kind": "ratio"}
_NONE_ALLOWED = Decimal(0)
_LOWERED = "超出指标值较多，按规定调减分值"


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
    case = Asked(planned.weight, how, figures, level=evidence.level, evidence=evidence.number)
    return replace(_done(item, earned(case)), level=evidence.level)


def _counted(year: PerformanceYear, planned: Planned, item: Scored) -> Scored:
    value, wanted = actual(year, planned), target(planned)
    if wanted is None:
        raise Unscored(f"指标值“{planned.target}”不是数字，无法与完成值相比")
    if value is None:
        raise Unscored(f"“{planned.name}”的完成值")
    done = replace(_done(item, _against(year.edition, planned, value, wanted)), actual=value)
    short = done.score is not None and done.score.value < done.maximum.value
    off = short and reaches(planned, value.value, wanted.value)
    return replace(done, lowered=_LOWERED if off else "")


def _against(edition: str, planned: Planned, value: Figure, wanted: Figure) -> Earned:
    """Full points when met, else the ratio; a target of 0 that is not met earns nothing."""
    met = f"({met_formula(planned)})*{planned.weight}"
    if reaches(planned, value.value, wanted.value):
        return _met(edition, planned, met, (value, wanted))
    pair = (wanted, value) if less_is_better(planned) else (value, wanted)
    if pair[1].base <= _NONE_ALLOWED or pair[0].base == _NONE_ALLOWED:
        why = "没有达到指标值，不能按比例计分"
        return Earned(exact(_NONE_ALLOWED), met, why, (value, wanted))
    made = earned(Asked(planned.weight, _RATIO, pair))
    return replace(made, why=f"没有达到指标值，按{made.why}计分")


def _met(edition: str, planned: Planned, met: str, pair: tuple[Figure, Figure]) -> Earned:
    """All points, less what the rule of the place takes from a value far above its target."""
    rule = rule_over(edition, planned)
    value, wanted = pair[0].value, pair[1].value
    share, formula = kept(rule, planned, value, wanted)
    if not formula:
        far = far_above(rule, value, wanted) and not less_is_better(planned)
        why = f"达到指标值，超出{_over(value, wanted)}，指标值可能偏低，请写明原因"
        return Earned(exact(planned.weight), met, why if far else "达到指标值", pair)
    how = "不计分" if share == 0 else "按超出的比例调减分值"
    why = f"达到指标值，超出{_over(value, wanted)}，{how}"
    return Earned(exact(planned.weight * share), f"{formula}*{planned.weight}", why, pair)


def _over(value: Decimal, wanted: Decimal) -> str:
    return f"{(value / wanted - 1) * 100:.1f}%"


def _done(item: Scored, made: Earned) -> Scored:
    score = points(f"{item.name}得分", made.points.low, made.formula, made.sources)
    return replace(item, computed=score, score=score, why=made.why)
