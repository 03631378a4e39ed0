"""What the reports tell one by one (逐项说明): a score with what it was worked out from, indicators."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from kaocheng.disclosure.compose.facts import Member
from kaocheng.disclosure.compose.working import worked
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.lineage import COUNT
from kaocheng.kernel.units import unit
from kaocheng.performance.making import figure, share
from kaocheng.performance.measuring import target
from kaocheng.performance.methods import Unscored, share_of
from kaocheng.performance.results import Evaluated, Scored

EFFECTS = ("效益", "满意")
"""The first levels of indicators that tell what came of the work; the others tell the work."""
_QUOTIENT = "÷"


def scored(item: Scored) -> Member:
    """One score: points, target and outcome of an indicator, the ratio and inputs of an item."""
    planned = item.planned
    known = {
        "得分": item.score,
        "完成值": item.actual,
        "指标值": target(planned) if planned else None,
        "实际比率": _ratio(item),
    }
    figures = {"分值": item.maximum, **{name: one for name, one in known.items() if one}}
    words = {
        "项名": item.name,
        "档次": item.level,
        "指标性质": planned.nature if planned else "",
        "算法": item.item.get("explain", "") if _QUOTIENT in item.item.get("explain", "") else "",
        "取数为零": "都没有发生" if _nothing(item) else "",
        "算式尾": "",
    }
    lists = {"取数": tuple(_inputs(item))}
    if known["实际比率"]:
        terms, words["算式尾"] = worked(known["实际比率"], item.item["inputs"])
        lists["算式"] = terms
    return Member(figures, words, lists)


def _nothing(item: Scored) -> bool:
    """Whether all that the item is worked out from is nought."""
    sources = item.computed.sources if item.computed and item.item.get("inputs") else ()
    return bool(sources) and not any(one.value for one in sources)


def _inputs(item: Scored) -> Iterator[Member]:
    """The figures that the item was worked out from, by the names the scorecard gives them."""
    if item.computed and item.item.get("inputs"):
        for name, one in zip(item.item["inputs"], item.computed.sources, strict=False):
            yield Member({"数": one}, {"数名": name})


def _ratio(item: Scored) -> Figure | None:
    """The ratio of an item that is scored by one, None where it is scored otherwise."""
    if item.computed is None or len(item.item.get("inputs", ())) < 2:
        return None
    try:
        value, formula = share_of(item.item, item.computed.sources)
    except Unscored:
        return None
    return share(item.name, value, formula, item.computed.sources)


def indicators(form: Evaluated) -> Mapping[str, tuple[Member, ...]]:
    """The indicators of a form by their second level: 完成指标 tell the work, 效益指标 what came of it."""
    groups: dict[str, list[Scored]] = {}
    for item in form.indicators:
        groups.setdefault(item.path[1], []).append(item)
    made = [
        (items[0].path[0].startswith(EFFECTS), _kind(name, items)) for name, items in groups.items()
    ]
    return {
        "完成指标": tuple(member for effect, member in made if not effect),
        "效益指标": tuple(member for effect, member in made if effect),
    }


def _kind(name: str, items: list[Scored]) -> Member:
    return Member({}, {"组": name}, {"评分项": tuple(scored(item) for item in items)})


def indicator_count(items: Sequence[Scored], name: str = "绩效指标数") -> Figure:
    """How many indicators there are (绩效指标数), in a form or in a group of it."""
    records = [f"分值/{item.planned.number}" for item in items if item.planned]
    return figure(name, Decimal(len(records)), unit("个"), formula=COUNT, records=records)
