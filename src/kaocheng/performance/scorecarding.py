"""A scorecard filled in (评分表计分): each item by its method, groups capped, nothing without data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from kaocheng.kernel.figures import Figure
from kaocheng.performance.funding import Funding
from kaocheng.performance.grades import Band, grade_of
from kaocheng.performance.lifecycle import PerformanceYear
from kaocheng.performance.making import measured, points, total
from kaocheng.performance.measuring import every, latest, measurements, reached
from kaocheng.performance.methods import LEVELLED, Asked, Unscored, earned, method_of
from kaocheng.performance.overriding import overridden
from kaocheng.performance.results import CardScored, Evaluated, Scored
from kaocheng.performance.undone import undone

OWN = "项目绩效指标"
"""The item of a scorecard that stands for the project's own indicators."""
_OWN_EXPLAIN = "项目自评表所列绩效指标"
_OWN_RULE = "得分=各指标得分之和÷各指标分值之和"
_EVIDENCED = frozenset({"manual", "external", *LEVELLED})


def card_scored(
    year: PerformanceYear,
    funding: Funding,
    named: tuple[str, dict[str, Any]],
    subject: str,
    projects: Sequence[Evaluated],
) -> CardScored:
    """One scorecard (its key and data) for one subject; items that others score are kept apart."""
    key, card = named
    figures = measurements(year, funding, subject)
    chosen = tuple(_chosen(year, card, subject))
    own = (raw for raw in chosen if raw.get("self", True))
    items = tuple(item_scored(year, subject, raw, figures) for raw in own)
    items += tuple(_own(year, card, subject, projects))
    given_up = undone(year, subject) is not None
    if given_up:
        items = tuple(map(given_up_item, items))
    later = tuple(_open(raw) for raw in chosen if not raw.get("self", True))
    parts = _parts(items, card)
    complete = all(item.score for item in items)
    total_of = total("自评得分", (part for _, part in parts)) if items and complete else None
    most = total("分值合计", (part for _, part in maxima(items, card)))
    bands = [Band(grade["name"], Decimal(grade["from"])) for grade in card.get("grades", ())]
    grade = grade_of(total_of.value, bands) if total_of else ""
    return CardScored(key, card, subject, items, later, parts, total_of, most, grade, given_up)


def given_up_item(item: Scored) -> Scored:
    """The same line without anything in it: what was not carried out is not scored."""
    return Scored(
        item.about, item.name, item.path, item.maximum, undone=True,
        planned=item.planned, item=item.item,
    )  # fmt: skip


def _chosen(
    year: PerformanceYear, card: Mapping[str, Any], subject: str
) -> Iterator[dict[str, Any]]:
    """The items that apply: of a group with 适用范围 only those of the scope the goal names."""
    choosing = {group["name"] for group in card.get("groups", ()) if group.get("choose")}
    goal = year.goal(subject)
    for raw in card["items"]:
        if raw["path"][0] not in choosing or (goal and goal.scope == raw["path"][1]):
            yield raw


def _open(raw: dict[str, Any]) -> Scored:
    """An item before anybody has scored it."""
    name, most = raw["name"], Decimal(raw["maximum"])
    maximum = points(f"{name}分值", most, str(most))
    return Scored(name, name, tuple(raw["path"]), maximum, item=raw)


def item_scored(
    year: PerformanceYear, subject: str, raw: dict[str, Any], figures: Mapping[str, Figure]
) -> Scored:
    """One item scored from its figures or evidence, or marked as lacking them."""
    item = _open(raw)
    name = item.name
    try:
        case = _case(year, subject, raw, figures)
        made = earned(case)
    except Unscored as why:
        item = replace(item, missing=(str(why),))
    else:
        score = points(f"{name}得分", made.points.low, made.formula, made.sources)
        item = replace(item, computed=score, score=score, why=made.why, level=case.level)
    return overridden(year, subject, item)


def _case(
    year: PerformanceYear, subject: str, raw: dict[str, Any], figures: Mapping[str, Figure]
) -> Asked:
    most, name = Decimal(raw["maximum"]), raw["name"]
    how = raw.get("method", {})
    kind = how.get("kind", "")
    if kind in _EVIDENCED:
        return _by_evidence(year, subject, name, Asked(most, how))
    if kind == "share_reached":
        pair = reached(year, Decimal(how["deviation"]))
        if pair is None:
            raise Unscored("数量指标的完成值")
        return Asked(most, how, pair)
    if kind == "average":
        given = [measured(item) for item in every(year, subject, name)]
        found = [value for value in given if value]
        if not found:
            raise Unscored(f"“{name}”各具体指标的得分")
        return Asked(most, how, found)
    missing = [want for want in raw["inputs"] if want not in figures]
    if missing:
        raise Unscored("、".join(missing))
    given_figures = tuple(figures[want] for want in raw["inputs"])
    return Asked(most, method_of(raw, given_figures), given_figures, raw.get("measure", ""))


def _by_evidence(year: PerformanceYear, subject: str, name: str, case: Asked) -> Asked:
    evidence = latest(year, subject, name)
    if evidence is None:
        raise Unscored(f"“{name}”的证据")
    value = measured(evidence)
    if value is None and case.how["kind"] not in LEVELLED:
        raise Unscored(f"“{name}”的评分")
    figures = (value,) if value else ()
    return replace(
        case,
        figures=figures,
        level=evidence.level,
        note=evidence.note,
        evidence=evidence.number,
    )


def _own(
    year: PerformanceYear, card: Mapping[str, Any], subject: str, projects: Sequence[Evaluated]
) -> Iterator[Scored]:
    """个性指标: the project's own indicators, their share of their points times the group's."""
    done = [i for p in projects if p.goal.subject == subject for i in p.indicators]
    for group in card.get("groups", ()):
        if group.get("own"):
            yield overridden(year, subject, _own_item(group, done))


def _own_item(group: Mapping[str, Any], done: Sequence[Scored]) -> Scored:
    most = Decimal(group["maximum"])
    told = {"explain": _OWN_EXPLAIN, "rule": f"{_OWN_RULE}×{most}", "method": {"kind": "ratio"}}
    maximum = points(f"{OWN}分值", most, str(most))
    item = Scored(OWN, OWN, (group["name"], "项目效果"), maximum, item=told)
    lacking = tuple(i.name for i in done if i.score is None)
    if not done or lacking:
        return replace(item, missing=lacking or (OWN,))
    got = total("各指标得分之和", (i.score for i in done if i.score))
    pair = (got, total("各指标分值之和", (i.maximum for i in done)))
    made = earned(Asked(most, {"kind": "ratio"}, pair))
    score = points(f"{OWN}得分", made.points.low, made.formula, pair)
    return replace(item, computed=score, score=score, why=made.why)


def _parts(items: Sequence[Scored], card: Mapping[str, Any]) -> tuple[tuple[str, Figure], ...]:
    """The points of each first-level group, no more than the group's own maximum."""
    return tuple(
        (name, _capped(name, total(f"{name}得分", (i.score for i in inside if i.score)), card))
        for name, inside in _grouped(items)
    )


def maxima(items: Sequence[Scored], card: Mapping[str, Any]) -> tuple[tuple[str, Figure], ...]:
    """The most points of each first-level group, no more than the group's own maximum."""
    return tuple(
        (name, _capped(name, total(f"{name}分值", (i.maximum for i in inside)), card))
        for name, inside in _grouped(items)
    )


def _grouped(items: Sequence[Scored]) -> list[tuple[str, list[Scored]]]:
    groups: dict[str, list[Scored]] = {}
    for item in items:
        groups.setdefault(item.path[0], []).append(item)
    return list(groups.items())


def _capped(name: str, made: Figure, card: Mapping[str, Any]) -> Figure:
    limits = {g["name"]: Decimal(g["maximum"]) for g in card.get("groups", ())}
    limit = limits.get(name)
    if limit is None or made.value <= limit:
        return made
    return points(made.name, limit, f"min({limit},Σ)", made.sources)
