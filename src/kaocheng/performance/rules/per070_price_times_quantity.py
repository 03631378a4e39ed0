"""PER070: price times quantity comes to more than was spent."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kaocheng.kernel.findings import Finding
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.performance.promises import reached
from kaocheng.performance.quantities import measure
from kaocheng.performance.records import Indicator, Performance, SelfEvaluation
from kaocheng.performance.wording import (
    amount,
    names,
    passages,
    plainly,
    skipped,
    target_of,
    unit_of,
    unvalued,
)

_CODE = "PER070"
_TIMES = {"场": "次"}


@rule("单价乘数量超过执行数", family="前后一致", of=Performance, severity="note")
def price_times_quantity(performance: Performance) -> Iterator[Said]:
    """成本指标写“每套多少元”，数量指标（或正文）写多少套的，两者相乘不应大于本项目执行数。"""
    judged = False
    told = list(passages(performance))
    for form in performance.forms:
        for price, quantity in _pairs(form):
            judged = True
            count = max([_count(quantity), *reached(quantity, told)])
            yield from _judge(form, price, quantity, count)
    if not judged:
        yield skipped(_CODE, "没有成对的单价和数量指标")


def _pairs(form: SelfEvaluation) -> Iterator[tuple[Indicator, Indicator]]:
    for price in form.indicators:
        base, _, each = measure(unit_of(price))[1].partition("/")
        if base != "元" or not each or target_of(price) is None or unvalued(price.actual):
            continue
        for item in form.indicators:
            unit = measure(unit_of(item))[1]
            if target_of(item) and _TIMES.get(unit, unit) == _TIMES.get(each, each):
                yield price, item


def _count(item: Indicator) -> Decimal:
    target = target_of(item)
    return amount(target, unit_of(item))[0] if target else Decimal(0)


def _judge(
    form: SelfEvaluation, price: Indicator, quantity: Indicator, count: Decimal
) -> Iterator[Said]:
    spent = form.fund.executed.figure if form.fund and form.fund.executed else None
    each = target_of(price)
    if spent is None or each is None or not spent.unit.is_money:
        return
    cost = amount(each, unit_of(price))[0] * count
    if cost <= spent.interval.high:
        return
    said = plainly(cost / spent.unit.factor)
    yield Finding(
        _CODE,
        each.place,
        each.text,
        f"{each.text}{unit_of(price)}×{plainly(count)}＝{said}{spent.unit.name}",
        f"不超过执行数{spent.text}{spent.unit.name}",
        f"{names([price.name, quantity.name])}相乘是{said}{spent.unit.name}，"
        f"大于本项目执行数{spent.text}{spent.unit.name}。",
        plainly((cost - spent.base) / spent.unit.factor),
        "核对单价、数量，或说明差额由何处支付。",
        related=(spent.place,),
    )
