"""Methods that score numbers, places and points of others (按数量、名次和外部评分计分)."""

from __future__ import annotations

from decimal import Decimal

from kaocheng.kernel.intervals import exact
from kaocheng.performance import scoring
from kaocheng.performance.methods.asking import Asked, Earned, Unscored
from kaocheng.performance.methods.shares import said
from kaocheng.performance.wording import plainly

_HUNDRED = Decimal(100)


def deduction(case: Asked) -> Earned:
    """Less for each occurrence (每处扣分)."""
    number, step = case.figures[0].base, Decimal(case.how["step"])
    if number < 0:
        raise Unscored(f"“{case.figures[0].name}”不能小于0")
    made = scoring.deduction(exact(number), step, case.maximum)
    why = f"{plainly(number)}处，每处扣{plainly(step)}分"
    return Earned(made, f"max(0,{case.maximum}-{step}*[1])", why)


def full(case: Asked) -> Earned:
    """Full marks, for nothing of the kind happened (没有发生)."""
    numbers = case.how.get("zero") or range(1, len(case.figures) + 1)
    none = "".join(f"*不超过(|[{number}]|,0)" for number in numbers)
    return Earned(exact(case.maximum), f"{case.maximum}{none}", "没有发生，按规定得满分")


def adjustment(case: Asked) -> Earned:
    """By what was cancelled and written off of the budget (取消额、注销额)."""
    cancelled, off, budget = (exact(figure.base) for figure in case.figures)
    slope = Decimal(case.how["slope"])
    made = scoring.adjustment(cancelled, off, budget, slope, case.maximum)
    if made is None:
        raise Unscored("年度预算总额为0，或取消额、注销额小于0")
    if off.high == 0:
        return Earned(made, f"{case.maximum}*不超过([2],0)", "结余注销额为零")
    if cancelled.high == 0:
        formula = f"max(0,1-{slope}*[2]/[3])*{case.maximum}*不超过([1],0)"
        return Earned(made, formula, f"结余注销额占{said(off.low / budget.low)}")
    return Earned(made, f"[1]/([1]+[2])*{case.maximum}", "按取消额占两者之和的比例")


def rank(case: Asked) -> Earned:
    """By the place among the entrants (名次)."""
    place, entrants = (int(figure.base) for figure in case.figures)
    try:
        made = scoring.rank(place, entrants, case.maximum)
    except ValueError:
        raise Unscored(f"第{place}名不在{entrants}个参评单位之内") from None
    return Earned(made, f"([2]-[1]+1)/[2]*{case.maximum}", f"{entrants}个中的第{place}名")


def external(case: Asked) -> Earned:
    """In proportion to a score out of a hundred given by others (外部评分)."""
    made = scoring.ratio(exact(case.figures[0].base / _HUNDRED), case.maximum)
    return Earned(made, f"max(0,min(1,[1]/100))*{case.maximum}", f"外部评分{case.figures[0].text}")
