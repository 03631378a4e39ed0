"""PER027: what the text says of all projects together against the forms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kaocheng.kernel.figures import Figure
from kaocheng.kernel.findings import Finding
from kaocheng.kernel.relations import Sum, total
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.kernel.units import unit
from kaocheng.performance.quantities import figure_at
from kaocheng.performance.records import Performance
from kaocheng.performance.wording import find, paragraphs, skipped, terms

_CODE = "PER027"
_USED = re.compile(
    r"年初预算(?:安排)?(\d+(?:\.\d+)?)\s*(万?元)[,，;；](?:实际)?使用(\d+(?:\.\d+)?)\s*(万?元)"
)
_CLASS = re.compile(r"类项目总数(\d+)个[,，]\s*涉及预算总金额\s*(\d+(?:\.\d+)?)\s*(万?元)")


@rule("正文所写项目资金与各项目自评表之和不符", family="前后一致", of=Performance)
def projects_in_text(performance: Performance) -> Iterator[Said]:
    """年初预算之和与正文相同的，说明范围相同，执行数之和也应相同；分类写的预算总金额之和，应等于年初或调整后预算之和。"""
    initial = _column(performance, "initial")
    executed = _column(performance, "executed")
    if len(initial) < 2 or len(executed) != len(initial):
        yield skipped(_CODE, "没有两个以上金额齐全的项目自评表")
        return
    for passage, m in find(_USED, paragraphs(performance)):
        budget = figure_at(passage, m.start(1), m.end(1), "项目年初预算", unit(m[2]))
        if total(terms(initial)).meets(budget.interval):
            used = figure_at(passage, m.start(3), m.end(3), "项目使用资金", unit(m[4]))
            yield Sum(_CODE, used, terms(executed), "项目使用资金=各项目自评表执行数之和")
    yield from _classes(performance, initial)


def _classes(performance: Performance, initial: list[Figure]) -> Iterator[Said]:
    found = list(find(_CLASS, paragraphs(performance)))
    if not found or sum(int(m[1]) for _, m in found) != len(initial):
        return
    parts = [figure_at(p, m.start(2), m.end(2), "预算总金额", unit(m[3])) for p, m in found]
    said = total(terms(parts))
    known = {"年初预算": initial, "调整后预算": _column(performance, "adjusted")}
    sums = {name: total(terms(list(f))) for name, f in known.items() if len(f) == len(initial)}
    if any(said.meets(value) for value in sums.values()):
        return
    first = parts[0]
    expected = "或".join(f"{name}{first.say(v.middle)}" for name, v in sums.items())
    written = first.say(said.middle)
    yield Finding(
        _CODE,
        first.place,
        first.text,
        written,
        expected,
        f"各类项目预算总金额合计{written}，而所附{len(initial)}张自评表之和是{expected}，两种口径可能混用。",
        first.say(min((abs(said.middle - v.middle) for v in sums.values()), default=Decimal(0))),
        "统一用年初预算或调整后预算，重新汇总。",
        related=tuple(p.place for p in parts[1:]),
    )


def _column(performance: Performance, concept: str) -> list[Figure]:
    found: list[Figure] = []
    for form in performance.forms:
        entry = getattr(form.fund, concept) if form.fund and not form.whole else None
        if entry is not None and entry.figure is not None and entry.figure.unit.is_money:
            found.append(entry.figure)
    return found
