"""One value for one thing on one day (证据互相矛盾): two rows that say otherwise are both told."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kaocheng.kernel.faults import Fault
from kaocheng.performance.lifecycle import Evidence, PerformanceYear
from kaocheng.performance.standards import cards_of

Say = Callable[..., Fault]
_MANY = "average"
"""The method that wants a row for each single indicator (具体指标各一条)."""


def contradicting(year: PerformanceYear, say: Say) -> Iterator[Fault]:
    """Evidence of one subject, name and cut-off date that says something else than another row."""
    many = _of_many(year.edition)
    rows: dict[tuple[object, ...], list[Evidence]] = {}
    for item in year.evidence:
        if item.about not in many:
            rows.setdefault((item.subject, item.about, item.cutoff), []).append(item)
    for alike in rows.values():
        if len({(item.value, item.unit, item.level) for item in alike}) > 1:
            yield from (_told(item, alike, say) for item in alike)


def _of_many(edition: str) -> frozenset[str]:
    items = [item for _, card in cards_of(edition) for item in card["items"]]
    return frozenset(i["name"] for i in items if i.get("method", {}).get("kind") == _MANY)


def _told(item: Evidence, alike: list[Evidence], say: Say) -> Fault:
    others = "、".join(f"第{o.row}行（{o.number}）写{_written(o)}" for o in alike if o is not item)
    message = f"“{item.about}”截止{item.cutoff.isoformat()}的证据互相矛盾：{others}"
    return say(
        item.row, "数值", _written(item), message, "请核对台账，只留正确的一行，或改正截止日期"
    )


def _written(item: Evidence) -> str:
    value = "" if item.value is None else f"{item.value:f}"
    return f"{value}{item.unit}" + (f"“{item.level}”" if item.level else "")
