"""Files of the one set of materials (一套材料): opened by who sees the whole."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kaocheng.site.base.files import Purpose
from kaocheng.site.base.models import StoredFile
from kaocheng.site.themes.models import StoredThemeCase
from kaocheng.site.themes.services.handing import PURPOSE


def may_open(file: StoredFile, account: Any) -> bool:
    """Who sees one of its cases sees the whole."""
    if not account.is_authenticated:
        return False
    return StoredThemeCase.objects.visible_to(account).filter(number=file.subject).exists()


def refers(county: str, files: Sequence[StoredFile]) -> set[str]:
    """Those the plan of their whole hands to a case."""
    wholes = {file.subject for file in files}
    rows = StoredThemeCase.objects.filter(county=county, number__in=wholes)
    plans = dict(rows.values_list("number", "plan"))
    return {f.number for f in files if f.number in plans.get(f.subject, "")}


THEME_MATERIAL = Purpose(PURPOSE, "一件事材料", may_open=may_open, refers=refers)
