"""The figures of the reports (目录统计): versions of two days, and what lies between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kaocheng.catalogue.counting import Counts, Coverage, count_by, coverages, differing_bodies
from kaocheng.catalogue.preconditions import Circle, Need, circles, unknown
from kaocheng.catalogue.records import ItemVersion
from kaocheng.catalogue.savings import (
    Compression,
    Pair,
    Saving,
    material_saving,
    materials_asked,
    promise_saving,
    statutory_compression,
    step_saving,
    visit_saving,
)
from kaocheng.site.catalogue.services import published_items, version_of


@dataclass(frozen=True, slots=True)
class Row:
    """One item that changed (精简明细): materials, steps, promised limit before and after."""

    item: str
    name: str
    materials: tuple[int, int]
    steps: tuple[int, int]
    promised: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a report shows (目录统计)."""

    kinds: Counts
    levels: Counts
    units: tuple[tuple[str, int], ...]
    coverages: tuple[Coverage, ...]
    savings: tuple[Saving, ...]
    compression: Compression
    changed: tuple[Row, ...]
    circles: tuple[Circle, ...]
    unknown: tuple[Need, ...]
    moved: tuple[ItemVersion, ...]
    names: Mapping[str, str]


def versions_on(county: str, day: date) -> tuple[ItemVersion, ...]:
    """Every version that applies on a day."""
    return tuple(version_of(row) for row in published_items(county, day).select_related("written"))


def report(county: str, since: date, until: date, titles: Mapping[str, str]) -> Report:
    """The catalogue on a day, and what was saved since another."""
    now = versions_on(county, until)
    before = {version.item: version for version in versions_on(county, since)}
    pairs = [Pair(before[v.item], v) for v in now if v.item in before]
    return Report(
        kinds=count_by(now, "kind", "kind"),
        levels=count_by(now, "level", "level"),
        units=_units(now, titles),
        coverages=coverages(now),
        savings=tuple(
            reckon(pairs) for reckon in (material_saving, step_saving, promise_saving, visit_saving)
        ),
        compression=statutory_compression(now),
        changed=tuple(_row(p) for p in pairs if p.before.version != p.after.version),
        circles=circles(now),
        unknown=unknown(now),
        moved=differing_bodies(now),
        names={version.item: version.name for version in now},
    )


def _units(
    versions: Sequence[ItemVersion], titles: Mapping[str, str]
) -> tuple[tuple[str, int], ...]:
    found = Counter(version.body for version in versions)
    return tuple((titles.get(code, code), count) for code, count in found.most_common())


def _row(pair: Pair) -> Row:
    before, after = pair.before, pair.after
    return Row(
        after.item,
        after.name,
        (materials_asked(before), materials_asked(after)),
        (len(before.steps), len(after.steps)),
        (str(before.limits.promised), str(after.limits.promised)),
    )
