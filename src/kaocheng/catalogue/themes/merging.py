"""Merging (合并): every material handed in once, every field filled in once, for all items that ask for it.

What one item of the theme hands out is never asked for by another; what departments share is asked by none.
An item's own application form is no material any more: its fields are part of the one form.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kaocheng.catalogue.preconditions import numbers_of
from kaocheng.catalogue.records import ItemVersion, Material, Necessity
from kaocheng.catalogue.situations import needed_materials
from kaocheng.catalogue.themes.records import (
    Demand,
    FormField,
    MergedField,
    MergedMaterial,
    ThemeItem,
)
from kaocheng.catalogue.themes.rules import field_identity, is_own_form, material_identity


@dataclass(frozen=True, slots=True)
class _Asked:
    """One material of one item, and under which identity it is merged."""

    version: ItemVersion
    material: Material
    identity: str
    supplied_by: str


def merged_materials(
    versions: Sequence[ItemVersion], answers: Mapping[str, Collection[str]] | None = None
) -> tuple[MergedMaterial, ...]:
    """The one set of materials (一套材料) of these items, in the order in which they are first asked for.

    `answers` are the keys of the answers given to each item's questions; without them every material counts.
    """
    groups: dict[str, list[_Asked]] = {}
    for asked in _asked(versions, answers):
        groups.setdefault(asked.identity, []).append(asked)
    return tuple(_merged(group) for group in groups.values())


def _asked(
    versions: Sequence[ItemVersion], answers: Mapping[str, Collection[str]] | None
) -> Iterator[_Asked]:
    numbers = numbers_of(versions)
    for version in versions:
        for material in _needed(version, answers):
            if is_own_form(material.name):
                continue
            source = numbers.get(material.output_of, material.output_of)
            inside = source in {other.item for other in versions} and source != version.item
            identity = f"结果 {source}" if source else material_identity(material.name)
            yield _Asked(version, material, identity, source if inside else "")


def own_forms(
    version: ItemVersion, answers: Mapping[str, Collection[str]] | None = None
) -> tuple[Material, ...]:
    """The item's own application forms, which the one form takes the place of."""
    return tuple(one for one in _needed(version, answers) if is_own_form(one.name))


def _needed(
    version: ItemVersion, answers: Mapping[str, Collection[str]] | None
) -> tuple[Material, ...]:
    if answers is None:
        return version.materials
    return needed_materials(version, answers.get(version.item, ()))


def _merged(group: Sequence[_Asked]) -> MergedMaterial:
    materials = [asked.material for asked in group]
    by_result = group[0].identity.startswith("结果 ")
    return MergedMaterial(
        name=materials[0].name if by_result else material_identity(materials[0].name),
        demands=tuple(
            Demand(asked.version.item, asked.material.key, asked.material.name) for asked in group
        ),
        originals=max(material.originals for material in materials),
        copies=max(material.copies for material in materials),
        standards=_each(material.standard for material in materials),
        bases=_each(material.basis for material in materials),
        conditions=_each(material.condition for material in materials),
        source=next((material.source for material in materials if material.source), ""),
        supplied_by=group[0].supplied_by,
        shared=all(material.necessity is Necessity.SUPPLIED for material in materials),
        deferrable=all(material.deferrable for material in materials),
    )


def _each(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in words if word))


def merged_fields(items: Sequence[ThemeItem]) -> tuple[MergedField, ...]:
    """The one form (一张表单): fields of one name and kind are one, whichever items ask for them.

    Fields of one name but of different kinds stay apart, the later one named with its item.
    """
    found: dict[tuple[str, str], list[tuple[str, FormField]]] = {}
    for item in items:
        for field in item.fields:
            identity = field_identity(field.label)
            found.setdefault((identity, field.kind), []).append((item.item, field))
    used: set[str] = set()
    merged = []
    for (identity, kind), group in found.items():
        label = identity if identity not in used else f"{identity}（{group[0][0]}）"
        used.add(label)
        targets = tuple((item, field.label) for item, field in group)
        merged.append(MergedField(label, kind, any(f.required for _, f in group), targets))
    return tuple(merged)


def filled_forms(
    fields: Sequence[MergedField], values: Mapping[str, str]
) -> dict[str, dict[str, str]]:
    """The one form as each item's own: by item, its labels with what was filled in (一表分发)."""
    forms: dict[str, dict[str, str]] = {}
    for field in fields:
        for item, label in field.targets:
            if field.label in values:
                forms.setdefault(item, {})[label] = values[field.label]
    return forms
