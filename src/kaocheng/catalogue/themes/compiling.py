"""Compiling a theme (编制一件事): everything that follows from its items' versions, at once."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kaocheng.catalogue.records import ItemVersion
from kaocheng.catalogue.themes.merging import merged_fields, merged_materials
from kaocheng.catalogue.themes.ordering import joint_days, links, stages, timings
from kaocheng.catalogue.themes.records import (
    Comparison,
    Link,
    MergedField,
    MergedMaterial,
    Share,
    Theme,
    Timing,
)
from kaocheng.catalogue.themes.saving import comparisons, shares
from kaocheng.kernel.refusing import Refusal
from kaocheng.law.figures import legal

JOINT = "licensing.decide_jointly"
"""The figure of law: within how many days what several authorities decide together must be decided."""
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Compiled:
    """A theme compiled (编制结果): the versions it stands on, and all that was derived from them."""

    theme: Theme
    versions: tuple[ItemVersion, ...]
    materials: tuple[MergedMaterial, ...]
    fields: tuple[MergedField, ...]
    links: tuple[Link, ...]
    stages: tuple[tuple[str, ...], ...]
    timings: tuple[Timing, ...]
    days: int
    comparisons: tuple[Comparison, ...]
    shares: tuple[Share, ...]

    @property
    def asked(self) -> tuple[MergedMaterial, ...]:
        """What the applicant brings (要提交的材料)."""
        return tuple(one for one in self.materials if one.asked)

    @property
    def spared(self) -> tuple[MergedMaterial, ...]:
        """What the applicant is spared (免提交的材料)."""
        return tuple(one for one in self.materials if not one.asked)

    @property
    def names(self) -> Mapping[str, str]:
        """What the items are called."""
        return {version.item: version.name for version in self.versions}


def compile_theme(
    theme: Theme, versions: Sequence[ItemVersion], known: Sequence[ItemVersion] = ()
) -> Compiled:
    """All that follows from the items' versions; `known` are further items of the catalogue, for the shares.

    Refuses a theme whose items wait for one another, or of which a version is missing.
    """
    missing = {item.item for item in theme.items} - {version.item for version in versions}
    if missing:
        raise Refusal(
            "theme.version",
            f"事项 {'、'.join(sorted(missing))} 没有现行的实施清单。",
            "请先发布实施清单，或把它移出主题。",
        )
    ordered = [_of(versions, item.item) for item in theme.items]
    settled = tuple(ordered)
    return Compiled(
        theme=theme,
        versions=settled,
        materials=merged_materials(settled),
        fields=merged_fields(theme.items),
        links=links(settled),
        stages=stages(settled),
        timings=timings(settled),
        days=joint_days(settled),
        comparisons=comparisons(theme.items, settled),
        shares=shares(settled, known),
    )


def _of(versions: Sequence[ItemVersion], item: str) -> ItemVersion:
    return next(version for version in versions if version.item == item)


def chosen_part(theme: Theme, chosen: Collection[str]) -> Theme:
    """The theme with those of its optional items the applicant asks for (所选事项)."""
    kept = tuple(item for item in theme.items if not item.optional or item.item in chosen)
    return replace(theme, items=kept)


def cautions(compiled: Compiled, on: date) -> tuple[str, ...]:
    """What stands against putting the theme online (上线前提示), as sentences; none where nothing does."""
    found = []
    if len(compiled.versions) < _FEWEST:
        found.append("主题里只有一个事项，不成为“一件事”。")
    limit = legal(JOINT, on)
    if compiled.days > limit.value:
        found.append(
            f"联办时限 {compiled.days} 个工作日，超过联合办理的法定期限 {limit.value} 个工作日（{limit.basis}）。"
        )
    bare = [item.item for item in compiled.theme.items if not item.fields]
    if bare:
        names = "、".join(compiled.names[item] for item in bare)
        found.append(f"{names}的申请表栏目还没有录入，一张表单不完整。")
    if not compiled.theme.lead:
        found.append("没有牵头单位。")
    return tuple(found)
