"""Values a county has set itself (本地取值): looked up beside the law's, asked for once a request."""

from __future__ import annotations

from collections.abc import Iterator
from threading import local

from django.core.signals import request_finished, request_started

from kaocheng.law.figures import Dated, Lookup, with_own
from kaocheng.site.law.models import NoticeState, StoredFigure

_here = local()


def figures_of(county: str) -> Lookup:
    """How figures are looked up in this county: local ones with what it has set itself.

    The rows are asked for at the first local figure, and kept to the end of the request.
    """

    def own(name: str) -> Iterator[Dated]:
        return (value for value in own_values(county) if value.name == name)

    return with_own(own)


def own_values(county: str) -> tuple[Dated, ...]:
    """Everything the county has set and approved, also what counts only from a day to come, oldest first."""
    kept: dict[str, tuple[Dated, ...]] | None = getattr(_here, "kept", None)
    if kept is None:
        return _read(county)
    if county not in kept:
        kept[county] = _read(county)
    return kept[county]


def _read(county: str) -> tuple[Dated, ...]:
    rows = StoredFigure.objects.filter(county=county, state=NoticeState.APPROVED)
    return tuple(row.as_dated() for row in rows.order_by("since", "id"))


def forget_own() -> None:
    """Ask again at the next use: a value was approved here."""
    if getattr(_here, "kept", None) is not None:
        _here.kept = {}


def _begin(**_: object) -> None:
    _here.kept = {}


def _end(**_: object) -> None:
    _here.kept = None


request_started.connect(_begin, dispatch_uid="law.figures.begin")
request_finished.connect(_end, dispatch_uid="law.figures.end")
