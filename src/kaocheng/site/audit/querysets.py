"""Questions to the audit's rows (审计查询)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from django.db import models

from kaocheng.kernel.events import Event
from kaocheng.site.base.days import within

if TYPE_CHECKING:
    from kaocheng.site.audit.models import StoredEvent  # noqa: F401  # named in a string below

R = TypeVar("R", bound=models.Model)
_EVENT = (
    "county", "stream", "serial", "at", "actor", "role", "kind", "facts", "previous", "algorithm",
    "digest",
)  # fmt: skip


class EventQuerySet(models.QuerySet["StoredEvent"]):
    """Questions to events (事件查询)."""

    def of(self, county: str, stream: str) -> EventQuerySet:
        """The events of one stream, in their order (一条事件流)."""
        return self.filter(county=county, stream=stream).order_by("serial")

    def events(self, size: int = 2000) -> Iterator[Event]:
        """The values of the rows, read in pieces: a million cost no more memory than a thousand."""
        for row in self.values_list(*_EVENT).iterator(chunk_size=size):
            yield Event(*row)


class LogQuerySet(models.QuerySet[R]):
    """Questions to the logs (日志查询)."""

    def in_county(self, county: str) -> LogQuerySet[R]:
        """The county's own (本县)."""
        return self.filter(county=county)

    def between(self, since: date | None, until: date | None) -> LogQuerySet[R]:
        """From the one day through the other, in Beijing time (起止日)."""
        return self.filter(within("at", since, until))
