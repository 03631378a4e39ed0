"""PER058: amounts of the indicators that add up to more than was spent."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kaocheng.kernel.findings import Finding
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.kernel.units import MONEY
from kaocheng.performance.quantities import measure
from kaocheng.performance.records import Indicator, SelfEvaluation
from kaocheng.performance.wording import actuals, names, plainly, sign, skipped, target_of, unit_of

_CODE = "PER058"


@rule("指标金额之和超过执行数", family="前后一致", of=SelfEvaluation, severity="note")
def cost_above_execution(form: SelfEvaluation) -> Iterator[Said]:
    """同一类指标中以金额计的各项之和大于项目执行数的，应说明（如合同总价尚未付清）。"""
    spent = form.fund.executed.figure if form.fund and form.fund.executed else None
    classes: dict[str, list[Indicator]] = {}
    for item in form.indicators:
        if target_of(item) and measure(unit_of(item))[1] == "元":
            classes.setdefault(item.level1 + item.level2, []).append(item)
    if spent is None or not classes:
        yield skipped(_CODE, "表上没有执行数或没有以金额计的指标")
        return
    # 表上没有印资金单位时按万元算，是各种可能单位中最宽的一种
    unit = spent.unit if spent.unit.is_money else MONEY["万元"]
    for items in classes.values():
        total = sum((_base(i) for i in items), Decimal(0))
        over = total - (spent.value + Decimal(1).scaleb(-spent.decimals)) * unit.factor
        first = target_of(items[0])
        if over > 0 and first is not None:
            said = plainly((total / unit.factor).quantize(Decimal("0.01")))
            yield Finding(
                _CODE,
                first.place,
                first.text,
                f"{said}{unit.name}",
                f"不超过执行数{spent.text}{unit.name}",
                f"{names([i.name for i in items])}的金额合计{said}{unit.name}，"
                f"超过本项目执行数{spent.text}{unit.name}。",
                plainly((over / unit.factor).quantize(Decimal("0.01"))),
                "写明多出部分的资金来源，或尚未支付的情况。",
                related=(spent.place,),
            )
            return


def _base(item: Indicator) -> Decimal:
    """What the indicator says was spent: of a ceiling only what was reached, else the target."""
    if sign(item) in ("<=", "<"):
        return min((base for _, base in actuals(item)), default=Decimal(0))
    target = target_of(item)
    return target.value * measure(unit_of(item))[0] if target else Decimal(0)
