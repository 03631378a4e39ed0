"""Planning the cases of a theme (联办计划): one case for each item, stage by stage, with what each is handed."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from kaocheng.catalogue.themes.compiling import Compiled
from kaocheng.catalogue.themes.merging import merged_materials, own_forms
from kaocheng.catalogue.themes.records import MergedMaterial


@dataclass(frozen=True, slots=True)
class Handing:
    """A material an item's case is handed (转交的材料): by the item's own key, and where it comes from.

    `source` is the merged material it comes out of; `form` says that it is the item's own form, filled from the
    one form; `supplied_by` the item whose result it is; `shared` that departments share it.
    """

    key: str
    name: str
    source: str
    supplied_by: str = ""
    shared: bool = False
    form: bool = False


@dataclass(frozen=True, slots=True)
class PlannedCase:
    """One case of a theme (联办中的一件): its item and version, the answers, what it waits for and is handed.

    `stage` counts from 0: cases of stage 0 are opened at once, the others when those they wait for are closed.
    """

    item: str
    version: int
    stage: int
    situations: tuple[str, ...]
    waits_for: tuple[str, ...]
    materials: tuple[Handing, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """All cases of a theme (联办计划), the one set of materials the applicant hands in, and the joint limit."""

    cases: tuple[PlannedCase, ...]
    asked: tuple[MergedMaterial, ...]
    days: int


def plan_cases(compiled: Compiled, answers: Mapping[str, Collection[str]] | None = None) -> Plan:
    """The cases of a compiled theme for these answers to the items' questions."""
    given = {
        item.item: tuple(dict.fromkeys((*item.situations, *(answers or {}).get(item.item, ()))))
        for item in compiled.theme.items
    }
    materials = merged_materials(compiled.versions, given)
    waits: dict[str, list[str]] = {version.item: [] for version in compiled.versions}
    for link in compiled.links:
        waits[link.item].append(link.after)
    cases = [
        PlannedCase(
            item=item,
            version=next(v.version for v in compiled.versions if v.item == item),
            stage=stage,
            situations=given[item],
            waits_for=tuple(waits[item]),
            materials=(*_forms(compiled, item, given), *_handed(item, materials)),
        )
        for stage, items in enumerate(compiled.stages)
        for item in items
    ]
    asked = tuple(one for one in materials if one.asked)
    return Plan(tuple(cases), asked, compiled.days)


def _forms(
    compiled: Compiled, item: str, given: Mapping[str, Collection[str]]
) -> tuple[Handing, ...]:
    version = next(version for version in compiled.versions if version.item == item)
    return tuple(
        Handing(material.key, material.name, "", form=True)
        for material in own_forms(version, given)
    )


def _handed(item: str, materials: Sequence[MergedMaterial]) -> list[Handing]:
    return [
        Handing(demand.key, demand.name, one.name, one.supplied_by, one.shared)
        for one in materials
        for demand in one.demands
        if demand.item == item
    ]
