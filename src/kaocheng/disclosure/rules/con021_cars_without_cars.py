"""CON021: money was spent on running official cars, and there are none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.disclosure.context import is_level, paragraphs
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.findings import Finding, Outcome, Unjudged
from kaocheng.kernel.reports import Judged
from kaocheng.kernel.rulebook import rule

CODE = "CON021"
_COST = re.compile(r"公务用车运行(?:维护)?费?(?:用|支出|决算|数|为)*\Z")
_KEPT = re.compile(r"(?:公务用车|车辆)?(?:实有数|保有量|实有|保有)(?:数量)?(?:为|共)?\Z")
_LENT = re.compile(r"租|借用|调拨|划转|报废|年中|平台")


@rule("有公务用车运行维护费而没有车", family="前后一致", of=Statement, severity="note")
def cars_without_cars(statement: Statement) -> Iterator[Finding | Judged | Unjudged]:
    """A paragraph that tells what running the cars cost must not keep none; cars may be lent."""
    found = False
    for group in paragraphs(statement):
        mentions = [m for sentence in group for m in sentence.mentions]
        costs = [m for m in mentions if is_level(m) and not m.refers and _COST.search(m.label)]
        kept = [m for m in mentions if m.figure.unit.name == "辆" and _KEPT.search(m.label)]
        if not costs or not kept or _LENT.search(group[0].passage.text):
            continue
        found = True
        wrong = costs[-1].figure.value > 0 and all(m.figure.value == 0 for m in kept)
        outcome = Outcome.FAILS if wrong else Outcome.HOLDS
        yield Judged(CODE, outcome, "有运行费就有车", (costs[-1].figure, kept[0].figure))
        if wrong:
            figure, cost = kept[0].figure, costs[-1].figure
            says = f"写了公务用车运行维护费{cost.text}，保有量却是{figure.text}。"
            want, near = "不为零，或说明车辆来源", (cost.place,)
            yield Finding(CODE, figure.place, figure.text, figure.text, want, says, related=near)
    if not found:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有同时写出运行维护费和保有量的段落")
