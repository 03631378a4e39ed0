"""Materials as papers list them (文书中的材料)."""

from __future__ import annotations

from collections.abc import Mapping

from kaocheng.cases.papers.records import Handed, Lack
from kaocheng.cases.records import Case, MaterialReceived
from kaocheng.catalogue.records import ItemVersion, Material


def handed(
    case: Case, version: ItemVersion, keys: tuple[str, ...] | None = None
) -> tuple[Handed, ...]:
    """Materials as papers list them: those of these keys, or all that are in."""
    names = {material.key: material.name for material in version.materials}
    rows = [row for row in case.materials if keys is None or row.key in keys]
    return tuple(_handed(row, names) for row in rows)


def _handed(row: MaterialReceived, names: Mapping[str, str]) -> Handed:
    again = f"第{row.round}次提交" if row.round > 1 else ""
    return Handed(names.get(row.key, row.key), row.form, row.originals, row.copies, again)


def materials_of(version: ItemVersion) -> Mapping[str, Material]:
    """The materials of a version by their key."""
    return {material.key: material for material in version.materials}


def lack_of(material: Material, why: str) -> Lack:
    """A material that is missing or at fault (缺失材料), with what it ought to be by which rule."""
    return Lack(material.name, why, material.standard, material.basis)
