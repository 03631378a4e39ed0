"""The closed set of scoring methods (评分方法): figures in, points and their formula out.

The arithmetic is kernel-free and stands in scoring.py; here each method says what it needs, which
case applied, and the formula of kernel.lineage by which anyone can calculate the points again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from kaocheng.kernel.figures import Figure
from kaocheng.kernel.intervals import Interval, exact
from kaocheng.performance import scoring
from kaocheng.performance.scoring import Band
from kaocheng.performance.thresholds import YES_NO, banded, levelled, rung
from kaocheng.performance.wording import plainly

_ONE = Decimal(1)
_HUNDRED = Decimal(100)
_CENT = Decimal("0.01")


class Unscored(Exception):
    """No points can be given (不能计分); its text names what is wrong or not there."""


@dataclass(frozen=True, slots=True)
class Case:
    """What a method is given: maximum, the method's data, its figures in order, level and reason.

    `evidence` is the number of the evidence in which the level stands.
    """

    maximum: Decimal
    how: Mapping[str, Any]
    figures: Sequence[Figure] = ()
    measure: str = ""
    level: str = ""
    note: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Earned:
    """Points earned: the interval, the formula over `sources`, and why in a sentence."""

    points: Interval
    formula: str
    why: str
    sources: tuple[Figure, ...] = ()


_MEASURES: dict[str, tuple[str, Callable[..., Decimal]]] = {
    "": ("[1]/[2]", lambda a, b: a / b),
    "single": ("[1]", lambda a: a),
    "deviation": ("|[1]-[2]|/|[2]|", lambda a, b: abs(a - b) / abs(b)),
    "change": ("([1]-[2])/|[2]|", lambda a, b: (a - b) / abs(b)),
    "completion": (
        "([1]+[2]+[3]-[4])/([1]+[2]+[3])",
        lambda a, b, c, d: (a + b + c - d) / (a + b + c),
    ),
}


def earned(case: Case) -> Earned:
    """What a case earns by its method; raises Unscored, and KeyError for an unknown method."""
    made = KINDS[case.how["kind"]](case)
    return made if made.sources else replace(made, sources=tuple(case.figures))


def _rung(case: Case, levels: Sequence[str]) -> tuple[Figure, ...]:
    """The figures of a case, its level as a figure behind them."""
    return (*case.figures, rung(levels, case.level, case.evidence))


def _share(case: Case) -> tuple[Decimal, str]:
    """The share the figures make, and its formula."""
    measure = case.measure or ("single" if len(case.figures) == 1 else "")
    formula, calculate = _MEASURES[measure]
    try:
        return calculate(*(figure.base for figure in case.figures)), formula
    except ArithmeticError:
        below = case.figures[-1].name
        raise Unscored(f"“{below}”为0，算不出比率") from None


def share_of(item: Mapping[str, Any], figures: Sequence[Figure]) -> tuple[Decimal, str]:
    """The share on which an item of a scorecard is scored, and its formula; raises Unscored."""
    if method_of(item, figures)["kind"] not in _BY_SHARE:
        raise Unscored(f"“{item['name']}”不按比率计分")
    return _share(Case(Decimal(item["maximum"]), {}, figures, item.get("measure", "")))


def _said(value: Decimal) -> str:
    return f"{(value * _HUNDRED).quantize(_CENT, ROUND_HALF_UP)}%"


def _ratio(case: Case) -> Earned:
    value, formula = _share(case)
    made = scoring.ratio(exact(value), case.maximum)
    return Earned(made, f"max(0,min(1,{formula}))*{case.maximum}", f"比率{_said(value)}")


def _tapered(case: Case) -> Earned:
    value, formula = _share(case)
    slope, limit = Decimal(case.how["slope"]), Decimal(case.how["limit"])
    made = scoring.tapered(exact(value), slope, limit, case.maximum)
    whole = f"max(0,1-{slope}*{formula})*{case.maximum}*不超过({formula},{limit})"
    over = f"，超过{_said(limit)}，得0分" if value > limit else ""
    return Earned(made, whole, f"比值{_said(value)}{over}")


def _bands(case: Case) -> Earned:
    value, formula = _share(case)
    steps = tuple(_band(raw) for raw in case.how["bands"])
    made = scoring.bands(exact(value), steps, case.maximum)
    why = f"{_said(value)}，按分档得{plainly(made.low)}分"
    return Earned(made, f"({banded(formula, steps)})*{case.maximum}", why)


def _band(raw: Mapping[str, Any]) -> Band:
    upto = raw.get("upto")
    return Band(None if upto is None else Decimal(upto), Decimal(raw["share"]))


def _deduction(case: Case) -> Earned:
    number, step = case.figures[0].base, Decimal(case.how["step"])
    if number < 0:
        raise Unscored(f"“{case.figures[0].name}”不能小于0")
    made = scoring.deduction(exact(number), step, case.maximum)
    why = f"{plainly(number)}处，每处扣{plainly(step)}分"
    return Earned(made, f"max(0,{case.maximum}-{step}*[1])", why)


def _yes_no(case: Case) -> Earned:
    if case.level not in YES_NO:
        raise Unscored("没有填“是”或“否”")
    made = scoring.yes_no(answer=case.level == YES_NO[-1], maximum=case.maximum)
    sources = _rung(case, YES_NO)
    formula = f"([{len(sources)}]-1)*{case.maximum}"
    return Earned(made, formula, f"评定为“{case.level}”", sources)


def _graded(case: Case) -> Earned:
    levels = list(case.how["levels"])
    if case.level not in levels:
        raise Unscored(f"档次应是{'、'.join(levels)}之一，填的是“{case.level or '空白'}”")
    shares = tuple(Decimal(case.how["levels"][level]) for level in levels)
    made = scoring.graded(levels.index(case.level), shares, case.maximum)
    sources = _rung(case, levels)
    formula = f"({levelled(f'[{len(sources)}]', shares)})*{case.maximum}"
    return Earned(made, formula, f"评定为“{case.level}”", sources)


def _judged(case: Case) -> Earned:
    ranges = case.how["levels"]
    if case.level not in ranges:
        raise Unscored(f"档次应是{'、'.join(ranges)}之一，填的是“{case.level or '空白'}”")
    low, high = (Decimal(end) for end in ranges[case.level])
    sources = _rung(case, list(ranges))
    least, most = (
        f"({levelled(f'[{len(sources)}]', [Decimal(pair[end]) for pair in ranges.values()])})"
        f"*{case.maximum}"
        for end in (0, 1)
    )
    if not case.figures:
        why = f"“{case.level}”，没有写明得分，按本档最低"
        return Earned(exact(low * case.maximum), least, why, sources)
    value = _given(case) / case.maximum
    points = scoring.judged(exact(value), low, high, case.maximum)
    if points is None:
        between = f"{plainly(low * case.maximum)}至{plainly(high * case.maximum)}分"
        raise Unscored(f"“{case.level}”应在{between}之间，填的是{case.figures[0].text}分")
    formula = f"min(max([1],{least}),{most})"
    return Earned(points, formula, f"评定为“{case.level}”", sources)


def _manual(case: Case) -> Earned:
    if not case.note:
        raise Unscored("凭判断评分，没有写理由")
    value = _given(case)
    points = scoring.judged(exact(value / case.maximum), Decimal(0), _ONE, case.maximum)
    if points is None:
        raise Unscored(f"评定{case.figures[0].text}分，不在0至{plainly(case.maximum)}分之间")
    return Earned(points, "[1]", f"评定：{case.note}")


def _given(case: Case) -> Decimal:
    """The points somebody gave, which are points and nothing else."""
    figure = case.figures[0]
    if figure.unit.name not in ("", "分"):
        raise Unscored(f"评定得分以分计，填的单位是“{figure.unit.name}”")
    return figure.value


def _steps(case: Case) -> Earned:
    value, formula = _share(case)
    limit, each = Decimal(case.how["limit"]), Decimal(case.how["each"])
    above = case.how["side"] == "over"
    over = value - limit if above else limit - value
    told = f"{formula}-{limit}" if above else f"{limit}-{formula}"
    off = Decimal(case.how["off"])
    made = scoring.steps(exact(over), each, off, case.maximum)
    past = int(max(over, Decimal(0)) / each)
    why = f"{_said(value)}，" + (f"扣{past}档，每档{plainly(off)}分" if past else "没有越限")
    return Earned(made, f"max(0,{case.maximum}-{off}*取整(max(0,{told})/{each}))", why)


def _full(case: Case) -> Earned:
    numbers = case.how.get("zero") or range(1, len(case.figures) + 1)
    none = "".join(f"*不超过(|[{number}]|,0)" for number in numbers)
    return Earned(exact(case.maximum), f"{case.maximum}{none}", "没有发生，按规定得满分")


def _checkpoints(case: Case) -> Earned:
    goals = tuple(Decimal(goal) for goal in case.how["goals"])
    most = tuple(Decimal(value) for value in case.how["points"])
    made = scoring.checkpoints(tuple(exact(f.base) for f in case.figures), goals, most)
    parts = (
        f"max(0,min(1,[{n}]/{goal}))*{top}"
        for n, (goal, top) in enumerate(zip(goals, most, strict=True), start=1)
    )
    return Earned(
        made, "+".join(parts), "、".join(f"{f.name}{_said(f.base)}" for f in case.figures)
    )


def _adjustment(case: Case) -> Earned:
    cancelled, off, budget = (exact(figure.base) for figure in case.figures)
    slope = Decimal(case.how["slope"])
    made = scoring.adjustment(cancelled, off, budget, slope, case.maximum)
    if made is None:
        raise Unscored("年度预算总额为0，或取消额、注销额小于0")
    if off.high == 0:
        return Earned(made, f"{case.maximum}*不超过([2],0)", "结余注销额为零")
    if cancelled.high == 0:
        formula = f"max(0,1-{slope}*[2]/[3])*{case.maximum}*不超过([1],0)"
        return Earned(made, formula, f"结余注销额占{_said(off.low / budget.low)}")
    return Earned(made, f"[1]/([1]+[2])*{case.maximum}", "按取消额占两者之和的比例")


def _average(case: Case) -> Earned:
    parts = tuple(scoring.ratio(exact(f.base), case.maximum) for f in case.figures)
    made = scoring.average(parts, case.maximum)
    each = "+".join(f"max(0,min(1,[{n}]))" for n in range(1, len(parts) + 1))
    return Earned(made, f"({each})/{len(parts)}*{case.maximum}", f"{len(parts)}项的平均")


def _rank(case: Case) -> Earned:
    place, entrants = (int(figure.base) for figure in case.figures)
    try:
        made = scoring.rank(place, entrants, case.maximum)
    except ValueError:
        raise Unscored(f"第{place}名不在{entrants}个参评单位之内") from None
    return Earned(made, f"([2]-[1]+1)/[2]*{case.maximum}", f"{entrants}个中的第{place}名")


def _last_year(case: Case) -> Earned:
    change, formula = _share(Case(case.maximum, case.how, case.figures, "change"))
    slope = Decimal(case.how.get("slope", 1))
    less = case.how.get("better") == "less"
    made = scoring.against_last_year(exact(-change if less else change), slope, case.maximum)
    signed = f"-({formula})" if less else formula
    whole = f"max(0,1+{slope}*min(0,{signed}))*{case.maximum}"
    return Earned(made, whole, f"比上年变动{_said(change)}")


def _external(case: Case) -> Earned:
    made = scoring.ratio(exact(case.figures[0].base / _HUNDRED), case.maximum)
    return Earned(made, f"max(0,min(1,[1]/100))*{case.maximum}", f"外部评分{case.figures[0].text}")


KINDS: dict[str, Callable[[Case], Earned]] = {
    "graded": _graded,
    "yes_no": _yes_no,
    "deduction": _deduction,
    "ratio": _ratio,
    "bands": _bands,
    "tapered": _tapered,
    "steps": _steps,
    "full": _full,
    "adjustment": _adjustment,
    "checkpoints": _checkpoints,
    "average": _average,
    "rank": _rank,
    "last_year": _last_year,
    "share_reached": _ratio,
    "judged": _judged,
    "manual": _manual,
    "external": _external,
}
"""Every method there is; what an edition's data names must be one of these."""
_BY_SHARE = frozenset({"ratio", "bands", "tapered", "steps"})
"""Methods that score a share of two or more figures."""
LEVELLED = frozenset({"graded", "yes_no", "judged"})
"""Methods that ask for a word; the others ask for figures."""


def method_of(item: Mapping[str, Any], figures: Sequence[Figure]) -> Mapping[str, Any]:
    """The method of an item, by case where it has several: the first whose inputs are zero."""
    for case in item.get("cases", ()):
        if all(figures[number - 1].base == 0 for number in case.get("zero", ())):
            return {**case["method"], "zero": case.get("zero", ())}
    own: Mapping[str, Any] = item["method"]
    return own
