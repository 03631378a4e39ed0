"""Names of items (事项名称), for buttons and lists of the hall."""

from __future__ import annotations

from collections.abc import Iterable

from kaocheng.site.catalogue.models import StoredItem


def item_names(county: str, numbers: Iterable[str]) -> dict[str, str]:
    """The name of each item that the catalogue knows; others are told by their number."""
    wanted = list(numbers)
    rows = StoredItem.objects.filter(county=county, number__in=wanted)
    known = dict(rows.values_list("number", "name"))
    return {number: known.get(number, number) for number in wanted}
