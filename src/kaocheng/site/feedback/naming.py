"""Names shown for numbers (名称): windows, departments, items."""

from __future__ import annotations

from collections.abc import Iterable

from kaocheng.site.catalogue.models import StoredDepartment
from kaocheng.site.hall.items import item_names
from kaocheng.site.hall.models import StoredWindow


def names_of(field: str, county: str, numbers: Iterable[str]) -> dict[str, str]:
    """What each number of a kind (window, unit, item) is called; itself where nobody knows it."""
    wanted = [number for number in numbers if number]
    if field == "item":
        return item_names(county, wanted)
    known = _windows(county, wanted) if field == "window" else _units(county, wanted)
    return {number: known.get(number, number) for number in wanted}


def _windows(county: str, numbers: list[str]) -> dict[str, str]:
    rows = StoredWindow.objects.filter(county=county, number__in=numbers)
    return dict(rows.values_list("number", "name"))


def _units(county: str, codes: list[str]) -> dict[str, str]:
    rows = StoredDepartment.objects.filter(county=county, code__in=codes)
    return {row.code: str(row) for row in rows}
