"""What doing it as one saves (一件事成效), and what one more data share would save."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from kaocheng.catalogue.preconditions import numbers_of
from kaocheng.catalogue.records import ItemVersion
from kaocheng.catalogue.savings import materials_asked
from kaocheng.catalogue.themes.merging import merged_fields, merged_materials
from kaocheng.catalogue.themes.ordering import joint_days
from kaocheng.catalogue.themes.records import Comparison, MergedMaterial, Share, ThemeItem
from kaocheng.catalogue.themes.rules import is_own_form, workdays

Answers = Mapping[str, Collection[str]]


def comparisons(
    items: Sequence[ThemeItem], versions: Sequence[ItemVersion]
) -> tuple[Comparison, ...]:
    """Papers, forms, fields, days and visits: one by one, and as one."""
    merged = merged_materials(versions)
    fields = [field for item in items for field in item.fields]
    forms = sum(any(is_own_form(m.name) for m in version.materials) for version in versions)
    return (
        Comparison("材料", _papers(versions), sum(one.asked for one in merged), "份"),
        Comparison("申请表", forms, min(forms, 1), "张"),
        Comparison("填写栏目", len(fields), len(merged_fields(items)), "项"),
        Comparison("时限", _one_by_one(versions), joint_days(versions), "工作日"),
        Comparison("跑动", sum(v.max_visits for v in versions), _visits(versions), "次"),
    )


def _papers(versions: Sequence[ItemVersion]) -> int:
    """Materials the applicant brings when each item is done by itself; forms are counted apart."""
    forms = sum(is_own_form(m.name) for version in versions for m in version.materials)
    return sum(materials_asked(version) for version in versions) - forms


def _one_by_one(versions: Sequence[ItemVersion]) -> int:
    return sum(0 if v.immediate else workdays(v.limits.promised) for v in versions)


def _visits(versions: Sequence[ItemVersion]) -> int:
    return max((version.max_visits for version in versions), default=0)


def shares(versions: Sequence[ItemVersion], known: Sequence[ItemVersion] = ()) -> tuple[Share, ...]:
    """What each material still asked for would save if departments shared it, the most first.

    Papers are the items that no longer get one; days are what it takes to obtain it, where the catalogue
    knows the item that hands it out.
    """
    inside = {version.item for version in versions}
    numbers = numbers_of((*versions, *known))
    outside = {version.item: version for version in known if version.item not in inside}
    sources = {
        (version.item, material.key): numbers.get(material.output_of, "")
        for version in versions
        for material in version.materials
    }
    found = [
        _share(one, outside.get(sources.get((one.demands[0].item, one.demands[0].key), "")))
        for one in merged_materials(versions)
        if one.asked
    ]
    return tuple(sorted(found, key=lambda share: (-share.days, -share.papers, share.name)))


def _share(one: MergedMaterial, giver: ItemVersion | None) -> Share:
    days = 0 if giver is None or giver.immediate else workdays(giver.limits.promised)
    source = giver.name if giver else one.source
    return Share(one.name, source, len(one.demands), days)
