"""PER046: a cost indicator that asks for at least so much."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.kernel.findings import Finding
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.performance.quantities import measure
from kaocheng.performance.records import Entry, Indicator, SelfEvaluation
from kaocheng.performance.wording import names, sign, skipped, unit_of

_CODE = "PER046"
_SIGN = re.compile(r"[≥≧>＞](?![=＝])")
_SAVED = ("节约", "节省", "降低", "压减", "减少")


@rule("成本指标的方向写反", family="指标", of=SelfEvaluation)
def cost_direction(form: SelfEvaluation) -> Iterator[Said]:
    """成本指标以金额计时，应是“≤”或“＝”；写成“≥”“>”等于要求多花钱。"""
    costs = [i for i in form.indicators if _is_cost(i)]
    if not costs:
        yield skipped(_CODE, "表上没有以金额计的成本指标")
    wrong = [said for i in costs if sign(i) in (">=", ">") and (said := _said(i))]
    if wrong:
        first = wrong[0]
        where = "指标值" if _SIGN.match(first.words) and first.words[1:] else "指标性质"
        yield Finding(
            _CODE,
            first.place,
            first.words,
            first.words,
            first.words.replace(first.words[:1], "≤", 1) if _SIGN.match(first.words) else "≤",
            f"成本指标{names([i.name for i in costs if _said(i) in wrong])}的{where}是“{first.words}”，"
            "花得越多越达标，方向反了。",
            remedy="改为“≤”。",
            related=tuple(entry.place for entry in wrong[1:]),
        )


def _said(item: Indicator) -> Entry | None:
    """Where the sign is written: its own column, else the cell of the target."""
    return item.nature if item.nature and not item.nature.blank else item.target


def _is_cost(item: Indicator) -> bool:
    saved = any(word in item.name.words for word in _SAVED)
    return (
        not saved
        and ("成本" in item.level1 + item.level2 or _is_named(item))
        and measure(unit_of(item))[1].startswith("元")
    )


def _is_named(item: Indicator) -> bool:
    """Whether a form without classes says in the name itself that it is a cost."""
    return not item.level1 + item.level2 and item.name.words.endswith("成本")
