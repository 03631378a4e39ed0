"""PER043: a number promised in the goal that no indicator takes up."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.kernel.findings import Finding, Severity
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.performance.promises import base, promises
from kaocheng.performance.quantities import Quantity, measure
from kaocheng.performance.records import SelfEvaluation
from kaocheng.performance.wording import amount, full_marks_everywhere, skipped, target_of, unit_of

_CODE = "PER043"


@rule("年度目标承诺的数量没有设指标", family="指标", of=SelfEvaluation)
def goal_without_indicator(form: SelfEvaluation) -> Iterator[Said]:
    """年度目标写了“多少件以上”的，应有指标值相同的指标与之对应；没有的，完成与否无从考核。一张表合为一条。"""
    promised = list(promises(form.goal.cell.content)) if form.goal else []
    if not promised or not form.indicators:
        yield skipped(_CODE, "年度目标中没有带数量的承诺")
        return
    known = {_base(i_value, unit) for i_value, unit in _targets(form)}
    told = " ".join(e.text for i in form.indicators for e in (i.name, i.target) if e)
    missing = [q for q in promised if base(q) not in known and q.text not in told]
    if missing:
        first = missing[0]
        said = "、".join(q.text for q in missing)
        yield Finding(
            _CODE,
            first.passage.at(first.start, first.end),
            first.text,
            said,
            "为每个承诺的数量设指标",
            f"年度目标承诺了{len(promised)}个数量，其中{said}没有对应的绩效指标"
            f"（{'；'.join(_context(q) for q in missing)}）。",
            severity=None if full_marks_everywhere(form) else Severity.NOTE,
            remedy="按目标补设指标和指标值，并填完成值。",
            related=tuple(q.passage.at(q.start, q.end) for q in missing[1:]),
        )


def _targets(form: SelfEvaluation) -> Iterator[tuple[object, str]]:
    for indicator in form.indicators:
        target = target_of(indicator)
        if target is not None:
            unit = unit_of(indicator)
            yield amount(target, unit)[0], measure(unit)[1]


def _base(value: object, unit: str) -> tuple[object, str]:
    return value, "件" if unit in "件项条个起宗" else unit


def _context(quantity: Quantity) -> str:
    return quantity.before[-12:].strip() + quantity.text
