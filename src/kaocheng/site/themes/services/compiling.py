"""Compiling from the store (编制): a theme with the versions in force on a day."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from kaocheng.catalogue.records import ItemVersion
from kaocheng.catalogue.themes.compiling import Compiled, chosen_part, compile_theme
from kaocheng.catalogue.themes.records import Theme
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.catalogue.services import published_items, version_of


def compiled_theme(
    *, county: str, theme: Theme, on: date, chosen: Collection[str] | None = None
) -> Compiled:
    """A theme compiled on that day; `chosen` are the optional items asked for, None for all of them.

    Refuses where an item has no version in force.
    """
    part = theme if chosen is None else chosen_part(theme, chosen)
    versions = versions_of(county, part, on)
    return compile_theme(part, versions, _givers(county, versions, on))


def versions_of(county: str, theme: Theme, on: date) -> tuple[ItemVersion, ...]:
    """The versions in force of the theme's items; refuses where one has none, naming it."""
    numbers = [item.item for item in theme.items]
    rows = published_items(county, on).filter(number__in=numbers).select_related("written")
    found = {row.number: version_of(row) for row in rows}
    missing = [number for number in numbers if number not in found]
    if missing:
        raise Refusal(
            "theme.version",
            f"事项 {'、'.join(missing)} 没有现行的实施清单。",
            "请先发布实施清单，或把它移出主题。",
        )
    return tuple(found[number] for number in numbers)


def _givers(county: str, versions: Collection[ItemVersion], on: date) -> tuple[ItemVersion, ...]:
    """Items outside of the theme whose results it asks for, where they are named by number."""
    wanted = {m.output_of for v in versions for m in v.materials if m.output_of}
    rows = published_items(county, on).filter(number__in=wanted).select_related("written")
    return tuple(version_of(row) for row in rows)
