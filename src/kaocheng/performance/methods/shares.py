"""Methods that score a share of figures (按比率计分)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from kaocheng.kernel.intervals import exact
from kaocheng.performance import scoring
from kaocheng.performance.methods.asking import Asked, Earned, Unscored
from kaocheng.performance.scoring import Band
from kaocheng.performance.thresholds import banded
from kaocheng.performance.wording import plainly

_HUNDRED = Decimal(100)
_CENT = Decimal("0.01")
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


def share(case: Asked) -> tuple[Decimal, str]:
    """The share the figures make, and its formula; raises Unscored where it cannot be calculated."""
    measure = case.measure or ("single" if len(case.figures) == 1 else "")
    formula, calculate = _MEASURES[measure]
    try:
        return calculate(*(figure.base for figure in case.figures)), formula
    except ArithmeticError:
        below = case.figures[-1].name
        raise Unscored(f"“{below}”为0，算不出比率") from None


def said(value: Decimal) -> str:
    """A share in words, in per cent to two decimals."""
    return f"{(value * _HUNDRED).quantize(_CENT, ROUND_HALF_UP)}%"


def ratio(case: Asked) -> Earned:
    """In proportion to the share (按比例)."""
    value, formula = share(case)
    made = scoring.ratio(exact(value), case.maximum)
    return Earned(made, f"max(0,min(1,{formula}))*{case.maximum}", f"比率{said(value)}")


def tapered(case: Asked) -> Earned:
    """Full marks less a slope by the share, none beyond a limit (按超出程度递减)."""
    value, formula = share(case)
    slope, limit = Decimal(case.how["slope"]), Decimal(case.how["limit"])
    made = scoring.tapered(exact(value), slope, limit, case.maximum)
    whole = f"max(0,1-{slope}*{formula})*{case.maximum}*不超过({formula},{limit})"
    over = f"，超过{said(limit)}，得0分" if value > limit else ""
    return Earned(made, whole, f"比值{said(value)}{over}")


def bands(case: Asked) -> Earned:
    """By the band the share lies in (分档)."""
    value, formula = share(case)
    steps = tuple(_band(raw) for raw in case.how["bands"])
    made = scoring.bands(exact(value), steps, case.maximum)
    why = f"{said(value)}，按分档得{plainly(made.low)}分"
    return Earned(made, f"({banded(formula, steps)})*{case.maximum}", why)


def _band(raw: Mapping[str, Any]) -> Band:
    upto = raw.get("upto")
    return Band(None if upto is None else Decimal(upto), Decimal(raw["share"]))


def steps(case: Asked) -> Earned:
    """Less for each step beyond a limit (每超一档扣分)."""
    value, formula = share(case)
    limit, each = Decimal(case.how["limit"]), Decimal(case.how["each"])
    above = case.how["side"] == "over"
    over = value - limit if above else limit - value
    told = f"{formula}-{limit}" if above else f"{limit}-{formula}"
    off = Decimal(case.how["off"])
    made = scoring.steps(exact(over), each, off, case.maximum)
    past = int(max(over, Decimal(0)) / each)
    why = f"{said(value)}，" + (f"扣{past}档，每档{plainly(off)}分" if past else "没有越限")
    return Earned(made, f"max(0,{case.maximum}-{off}*取整(max(0,{told})/{each}))", why)


def last_year(case: Asked) -> Earned:
    """Less by the change since last year (与上年比)."""
    change, formula = share(Asked(case.maximum, case.how, case.figures, "change"))
    slope = Decimal(case.how.get("slope", 1))
    less = case.how.get("better") == "less"
    made = scoring.against_last_year(exact(-change if less else change), slope, case.maximum)
    signed = f"-({formula})" if less else formula
    whole = f"max(0,1+{slope}*min(0,{signed}))*{case.maximum}"
    return Earned(made, whole, f"比上年变动{said(change)}")


def checkpoints(case: Asked) -> Earned:
    """Each goal reached in proportion to its own points (按节点)."""
    goals = tuple(Decimal(goal) for goal in case.how["goals"])
    most = tuple(Decimal(value) for value in case.how["points"])
    made = scoring.checkpoints(tuple(exact(f.base) for f in case.figures), goals, most)
    parts = (
        f"max(0,min(1,[{n}]/{goal}))*{top}"
        for n, (goal, top) in enumerate(zip(goals, most, strict=True), start=1)
    )
    return Earned(made, "+".join(parts), "、".join(f"{f.name}{said(f.base)}" for f in case.figures))


def average(case: Asked) -> Earned:
    """The average of several shares (平均)."""
    parts = tuple(scoring.ratio(exact(f.base), case.maximum) for f in case.figures)
    made = scoring.average(parts, case.maximum)
    each = "+".join(f"max(0,min(1,[{n}]))" for n in range(1, len(parts) + 1))
    return Earned(made, f"({each})/{len(parts)}*{case.maximum}", f"{len(parts)}项的平均")
