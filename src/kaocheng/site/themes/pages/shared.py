"""What pages of themes share (主题页面公用): compiling for a page, and what the page shows of it."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from django.utils import timezone

from kaocheng.catalogue.themes.compiling import Compiled
from kaocheng.catalogue.themes.lists import listing
from kaocheng.catalogue.themes.records import Theme
from kaocheng.catalogue.themes.rules import counting_note
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.catalogue.services import department_titles
from kaocheng.site.themes.models import StoredTheme
from kaocheng.site.themes.services import compiled_theme


def theme_row(county: str, number: str, *, online: bool = False) -> StoredTheme:
    """The theme of that number; 404 with a sentence where there is none to be seen."""
    rows = StoredTheme.objects.of(county).filter(number=number)
    row = (rows.online() if online else rows).first()
    if row is None:
        raise Http404("没有这个“一件事”，或者它还没有上线。")
    return row


def tried(county: str, theme: Theme) -> tuple[Compiled | None, str]:
    """The theme compiled today, or the sentence that says why it cannot be."""
    try:
        return compiled_theme(county=county, theme=theme, on=timezone.localdate()), ""
    except Refusal as refusal:
        return None, str(refusal)


def shown(compiled: Compiled, county: str) -> dict[str, Any]:
    """What a page shows of a compiled theme."""
    timings = {timing.item: timing for timing in compiled.timings}
    titles = department_titles(county)
    rows: list[dict[str, Any]] = [
        {
            "version": version,
            "timing": timings[version.item],
            "unit": titles.get(version.body, version.body),
            "after": [
                compiled.names[link.after] for link in compiled.links if link.item == version.item
            ],
            "optional": next(i.optional for i in compiled.theme.items if i.item == version.item),
        }
        for version in compiled.versions
    ]
    stages = [[row for row in rows if row["version"].item in items] for items in compiled.stages]
    return {
        "compiled": compiled,
        "stages": stages,
        "rows": rows,
        "lead": titles.get(compiled.theme.lead, compiled.theme.lead),
        "entry": listing(compiled.theme.listed) if compiled.theme.listed else None,
        "note": counting_note(),
    }
