"""Methods that score a level or points somebody chose (按评定计分)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from kaocheng.kernel.figures import Figure
from kaocheng.kernel.intervals import exact
from kaocheng.performance import scoring
from kaocheng.performance.methods.asking import Asked, Earned, Unscored
from kaocheng.performance.thresholds import YES_NO, levelled, rung
from kaocheng.performance.wording import plainly

_ONE = Decimal(1)


def yes_no(case: Asked) -> Earned:
    """All or nothing by 是 or 否."""
    if case.level not in YES_NO:
        raise Unscored("没有填“是”或“否”")
    made = scoring.yes_no(answer=case.level == YES_NO[-1], maximum=case.maximum)
    sources = _rung(case, YES_NO)
    formula = f"([{len(sources)}]-1)*{case.maximum}"
    return Earned(made, formula, f"评定为“{case.level}”", sources)


def graded(case: Asked) -> Earned:
    """By a level with a share of its own (等级)."""
    levels = list(case.how["levels"])
    if case.level not in levels:
        raise Unscored(f"档次应是{'、'.join(levels)}之一，填的是“{case.level or '空白'}”")
    shares = tuple(Decimal(case.how["levels"][level]) for level in levels)
    made = scoring.graded(levels.index(case.level), shares, case.maximum)
    sources = _rung(case, levels)
    formula = f"({levelled(f'[{len(sources)}]', shares)})*{case.maximum}"
    return Earned(made, formula, f"评定为“{case.level}”", sources)


def judged(case: Asked) -> Earned:
    """By a level with a range, and points within it (等级内评定)."""
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
    value = points_given(case) / case.maximum
    points = scoring.judged(exact(value), low, high, case.maximum)
    if points is None:
        between = f"{plainly(low * case.maximum)}至{plainly(high * case.maximum)}分"
        raise Unscored(f"“{case.level}”应在{between}之间，填的是{case.figures[0].text}分")
    formula = f"min(max([1],{least}),{most})"
    return Earned(points, formula, f"评定为“{case.level}”", sources)


def manual(case: Asked) -> Earned:
    """Points somebody gives with a reason (凭判断)."""
    if not case.note:
        raise Unscored("凭判断评分，没有写理由")
    value = points_given(case)
    points = scoring.judged(exact(value / case.maximum), Decimal(0), _ONE, case.maximum)
    if points is None:
        raise Unscored(f"评定{case.figures[0].text}分，不在0至{plainly(case.maximum)}分之间")
    return Earned(points, "[1]", f"评定：{case.note}")


def points_given(case: Asked) -> Decimal:
    """The points somebody gave, which are points and nothing else; raises Unscored."""
    figure = case.figures[0]
    if figure.unit.name not in ("", "分"):
        raise Unscored(f"评定得分以分计，填的单位是“{figure.unit.name}”")
    return figure.value


def _rung(case: Asked, levels: Sequence[str]) -> tuple[Figure, ...]:
    """The figures of a case, its level as a figure behind them."""
    return (*case.figures, rung(levels, case.level, case.evidence))
