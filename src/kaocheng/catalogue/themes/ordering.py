"""The order of a theme (办理顺序): what waits for what, what runs side by side, and how long it all takes."""

from __future__ import annotations

from collections.abc import Sequence

from kaocheng.catalogue.graphs import layers
from kaocheng.catalogue.preconditions import circles, needs
from kaocheng.catalogue.records import ItemVersion
from kaocheng.catalogue.themes.records import Link, Timing
from kaocheng.catalogue.themes.rules import workdays
from kaocheng.kernel.refusing import Refusal


def links(versions: Sequence[ItemVersion]) -> tuple[Link, ...]:
    """What waits for what within the theme (先后关系), each once."""
    names = {version.item: version.name for version in versions}
    found: dict[tuple[str, str], Link] = {}
    for need in needs(versions):
        why = f"需要“{need.material}”" if need.material else f"以“{names[need.other]}”为前置条件"
        found.setdefault((need.item, need.other), Link(need.item, need.other, why))
    return tuple(found.values())


def stages(versions: Sequence[ItemVersion]) -> tuple[tuple[str, ...], ...]:
    """The items stage by stage (批次): those of one stage run side by side, each after those it waits for.

    Refuses items that wait for one another.
    """
    round_ = circles(versions)
    if round_:
        names = {version.item: version.name for version in versions}
        told = "；".join(need.told(names) for need in round_[0].needs)
        raise Refusal(
            "theme.circle",
            f"这些事项互为前置，无法办成一件事：{told}。",
            "请先取消其中一个前置条件。",
        )
    return layers(_waits(versions))


def timings(versions: Sequence[ItemVersion]) -> tuple[Timing, ...]:
    """When each item can begin and end at the latest promised pace, and whether the whole waits for it."""
    waits = _waits(versions)
    days = {version.item: _days(version) for version in versions}
    ends: dict[str, int] = {}
    begins: dict[str, int] = {}
    for stage in stages(versions):
        for item in stage:
            begins[item] = max((ends[other] for other in waits[item]), default=0)
            ends[item] = begins[item] + days[item]
    critical = _critical(waits, begins, ends)
    return tuple(
        Timing(v.item, days[v.item], begins[v.item], ends[v.item], v.item in critical)
        for v in versions
    )


def joint_days(versions: Sequence[ItemVersion]) -> int:
    """The joint deadline (联办时限) in working days: the longest way through the order."""
    return max((timing.ends for timing in timings(versions)), default=0)


def _days(version: ItemVersion) -> int:
    return 0 if version.immediate else workdays(version.limits.promised)


def _waits(versions: Sequence[ItemVersion]) -> dict[str, list[str]]:
    waits: dict[str, list[str]] = {version.item: [] for version in versions}
    for link in links(versions):
        waits[link.item].append(link.after)
    return waits


def _critical(
    waits: dict[str, list[str]], begins: dict[str, int], ends: dict[str, int]
) -> frozenset[str]:
    """The items on a longest way: those that end last, and whom they waited for to the day."""
    last = max(ends.values(), default=0)
    todo = [item for item, end in ends.items() if end == last]
    found: set[str] = set()
    while todo:
        item = todo.pop()
        if item not in found:
            found.add(item)
            todo += [other for other in waits[item] if ends[other] == begins[item]]
    return frozenset(found)
