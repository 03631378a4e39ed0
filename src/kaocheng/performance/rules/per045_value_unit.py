"""PER045: an actual value that cannot be in the unit of its target."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.kernel.findings import Finding, Severity
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.performance.quantities import measure, quantities
from kaocheng.performance.records import Entry, Indicator, SelfEvaluation
from kaocheng.performance.wording import (
    TIME_UNITS,
    actuals,
    short,
    skipped,
    target_of,
    unit_of,
    unvalued,
)

_CODE = "PER045"
_FAR = 1000
_DIGITS = r"[\d一二三四五六七八九十百]"
_ALL = ("100%", "100％", "100.0%", "100.00%")
_REACHED = re.compile(r"完成|达到|达标|实现|全部|全覆盖|同上")
_COUNTED = {
    "个",
    "人",
    "件",
    "项",
    "次",
    "人次",
    "场",
    "家",
    "户",
    "台",
    "套",
    "份",
    "册",
    "米",
    "平方米",
    "公里",
    "辆",
}


@rule("完成值与指标值的计量单位对不上", family="指标", of=SelfEvaluation)
def value_unit(form: SelfEvaluation) -> Iterator[Said]:
    """指标值以年、月计而完成值大上千倍，或指标值是百分比而完成情况中没有百分比的，不是同一件事。"""
    judged = False
    for item in form.indicators:
        if item.actual is None or item.actual.blank or item.target is None or unvalued(item.actual):
            continue
        if other := _of_another_kind(item, item.actual):
            judged = True
            yield _noted(item, item.target, item.actual, other)
        if not unit_of(item):
            continue
        judged = True
        if not other and (why := _why(item, item.actual)):
            yield _finding(item, item.actual, why)
    if not judged:
        yield skipped(_CODE, "没有同时填了数字指标值和完成值的指标")


def _of_another_kind(item: Indicator, actual: Entry) -> str:
    """What a bare actual value is, where the target is of another kind; 100% may mean 全部完成."""
    wanted, kind = measure(unit_of(item))[1] if unit_of(item) else "", _kind(actual)
    worded = item.target is not None and not re.search(_DIGITS, item.target.words)
    if kind == "比" and actual.words.strip() not in _ALL:
        told = "话" if worded else f"以“{unit_of(item)}”计的数" if wanted not in ("比", "") else ""
        return f"指标值是{told}，完成值却是百分比" if told else ""
    if (
        wanted == "比"
        and not re.search(_DIGITS, actual.words)
        and not _REACHED.search(actual.words)
    ):
        return "指标值是百分比，完成值只有文字"
    if kind and wanted and kind in _COUNTED and wanted in _COUNTED and kind != wanted:
        return f"指标值以“{wanted}”计，完成值却以“{kind}”计"
    return ""


def _kind(actual: Entry) -> str:
    """The base unit of an actual value that is nothing but a number with its unit, or ""."""
    found = list(quantities(actual.cell.content))
    alone = len(found) == 1 and found[0].text == actual.words.strip()
    return measure(found[0].unit)[1] if alone else ""


def _noted(item: Indicator, target: Entry, actual: Entry, why: str) -> Finding:
    return Finding(
        _CODE,
        actual.place,
        actual.words,
        short(actual.words, 40),
        "与指标值同一口径的完成值",
        f"“{short(item.name.words)}”{why}，无法比较。",
        remedy="填写与指标值同一口径、同一单位的完成值，或改正指标。",
        severity=Severity.NOTE,
        related=(target.place,),
    )


def _why(item: Indicator, actual: Entry) -> str:
    target, unit = target_of(item), unit_of(item)
    if actual.figure and target and unit in TIME_UNITS:
        far = actual.figure.value > _FAR * target.value > 0
        return f"完成值{actual.figure.text}不可能以“{unit}”计" if far else ""
    told = {measure(q.unit)[1] for q in quantities(actual.cell.content)}
    if actual.figure or not told:
        return ""
    if measure(unit)[1] == "比" and target and not actuals(item):
        return "完成情况中没有百分比，只有别的数量"
    if unit in TIME_UNITS and not told & {*TIME_UNITS, "时"}:
        return f"完成情况中没有以“{unit}”计的数，只有别的数量"
    return ""


def _is_plain(item: Indicator) -> bool:
    """Whether nothing but the unit will do: satisfaction and rates, times."""
    named = item.name.words.endswith("率") or "满意" in item.level1 + item.level2 + item.name.words
    return named or unit_of(item) in TIME_UNITS


def _finding(item: Indicator, actual: Entry, why: str) -> Finding:
    target, unit = target_of(item), unit_of(item)
    number = target.text if target else "文字"
    wanted = number if unit in number else f"{number}（单位{unit}）"
    return Finding(
        _CODE,
        actual.place,
        actual.words,
        short(actual.words, 40),
        f"以“{unit}”计的完成值",
        f"“{short(item.name.words)}”指标值是{wanted}，{why}。",
        remedy="填写与指标值同一口径、同一单位的完成值，或改正指标。",
        severity=None if _is_plain(item) else Severity.NOTE,
        related=(item.target.place,) if item.target else (),
    )
