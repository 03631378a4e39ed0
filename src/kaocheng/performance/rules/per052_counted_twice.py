"""PER052: the same thing with the same value counted under two indicators."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.kernel.findings import Finding
from kaocheng.kernel.intervals import Interval, exact
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.performance.quantities import measure
from kaocheng.performance.records import Indicator, SelfEvaluation
from kaocheng.performance.wording import names, plainly, skipped, target_of, unit_of

_CODE = "PER052"


@rule("同一件事重复计分", family="指标", of=SelfEvaluation, severity="note")
def counted_twice(form: SelfEvaluation) -> Iterator[Said]:
    """两项指标的金额相同（只是单位不同），或名称、金额都相同的，多半是同一件事算了两遍。"""
    valued = [(i, v) for i in form.indicators if (v := _money(i)) is not None]
    if len(valued) < 2:
        yield skipped(_CODE, "没有两项以上以金额计的指标")
    done: set[int] = set()
    for index, (item, value) in enumerate(valued):
        alike = [i for i, v in valued[index + 1 :] if v.meets(value) and id(i) not in done]
        if alike and id(item) not in done:
            done.update(id(i) for i in alike)
            yield _finding(item, alike)


def _money(item: Indicator) -> Interval | None:
    target = target_of(item)
    factor, base = measure(unit_of(item))
    if target is None or base != "元" or target.value <= 0:
        return None
    half = factor.scaleb(-target.decimals) / 2
    middle = target.value * factor
    return Interval(middle - half, middle + half) if half > 1 else exact(middle)


def _finding(item: Indicator, alike: list[Indicator]) -> Finding:
    target = target_of(alike[0])
    first = target_of(item)
    assert target is not None and first is not None  # noqa: S101, PT018
    points = "、".join(i.weight.words for i in (item, *alike) if i.weight)
    return Finding(
        _CODE,
        target.place,
        target.text,
        f"{target.text}{unit_of(alike[0])}",
        "每件事只设一项指标",
        f"{names([item.name, *[i.name for i in alike]])}的金额都是{plainly(first.value)}"
        f"{unit_of(item)}，同一件事算了{len(alike) + 1}遍（分值{points}）。",
        remedy="保留一项，其余改为质量、时效等另有内容的指标。",
        related=(first.place,),
    )
