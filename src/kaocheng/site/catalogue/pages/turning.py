"""Turning the pages of a list that is ordered by nearness (翻页): by number of page, for it is short."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest

from kaocheng.site.catalogue.models import StoredVersion
from kaocheng.site.catalogue.querysets import VersionQuerySet

SIZE = 30
DEEPEST = 100
"""Pages that can be turned to; whoever wants more narrows the list."""


@dataclass(frozen=True, slots=True)
class Turned:
    """Some rows of a list (一页), where it leads, and how many there are."""

    rows: list[StoredVersion]
    number: int
    counted: int
    previous: str
    next: str

    @property
    def has_other_pages(self) -> bool:
        """Whether there is anywhere to turn to."""
        return bool(self.previous or self.next)

    @property
    def said(self) -> str:
        """How many there are, in words."""
        return f"共 {self.counted:,} 项，第 {self.number} 页"


def turned(found: VersionQuerySet, request: HttpRequest) -> Turned:
    """The page the address asks for; the first for anything that is no number."""
    text = request.GET.get("page", "")
    number = min(int(text), DEEPEST) if text.isascii() and text.isdigit() and int(text) else 1
    start = (number - 1) * SIZE
    rows = list(found[start : start + SIZE + 1])
    more = len(rows) > SIZE and number < DEEPEST
    return Turned(
        rows=rows[:SIZE],
        number=number,
        counted=found.order_by().count(),
        previous=_address(request, number - 1) if number > 1 else "",
        next=_address(request, number + 1) if more else "",
    )


def _address(request: HttpRequest, number: int) -> str:
    query = request.GET.copy()
    query["page"] = str(number)
    return f"?{query.urlencode()}"
