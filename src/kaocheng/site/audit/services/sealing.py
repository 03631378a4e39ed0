"""Sealing (封存): the heads of all streams that grew, under one root, chained to the seal before."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, OperationalError, connection, transaction
from django.db.models import Max

from kaocheng.kernel.events import Grown, Seal, SealedHead, sealed
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.audit.models import StoredEvent, StoredSeal, StoredSealedHead
from kaocheng.site.audit.services.choosing import algorithm

_PORTION = 20_000
_BATCH = 1000
_PATIENCE = 500
"""Milliseconds."""


def seal_events(*, county: str, at: datetime) -> StoredSeal | None:
    """Seal what was appended since the last seal; None when there was nothing, or another seals it now.

    Many events are sealed in portions, so that memory stays small; the last seal is returned. Raises Refusal
    while a long transaction appends.
    """
    high, seal = _highest(county), None
    try:
        while grown := _grown(county, high):
            with transaction.atomic():
                seal = _store(county, grown, at)
    except IntegrityError:
        return None
    return seal


def _highest(county: str) -> int:
    """The highest key of all events that are committed; no lower one can still be on its way.

    On PostgreSQL whoever appends is waited for, but not long: behind us everybody else would wait.
    """
    try:
        with transaction.atomic():
            if connection.vendor == "postgresql":
                table = connection.ops.quote_name(StoredEvent._meta.db_table)  # noqa: SLF001
                with connection.cursor() as cursor:
                    cursor.execute(f"SET LOCAL lock_timeout = {_PATIENCE}")
                    cursor.execute(f"LOCK TABLE {table} IN SHARE MODE")
            found = StoredEvent.objects.filter(county=county).aggregate(high=Max("id"))["high"]
    except OperationalError as error:
        raise Refusal(
            "audit.busy", "正有较长的操作在记入事件，现在不能封存。", "请过几分钟再试。"
        ) from error
    return int(found or 0)


def _grown(county: str, high: int) -> Grown | None:
    """The next portion of events not sealed yet, by the last event of each stream."""
    low = _sealed_up_to(county)
    waiting = StoredEvent.objects.filter(county=county, id__gt=low, id__lte=high).order_by("id")
    heads: dict[str, SealedHead] = {}
    count, last = 0, low
    for key, stream, serial, digest in waiting.values_list("id", "stream", "serial", "digest")[
        :_PORTION
    ]:
        count, last = count + 1, key
        if stream not in heads or heads[stream].serial < serial:
            heads[stream] = SealedHead(stream, serial, digest)
    return Grown(count, last, tuple(heads.values())) if count else None


def _sealed_up_to(county: str) -> int:
    found = StoredSeal.objects.filter(county=county).aggregate(high=Max("high"))["high"]
    return int(found or 0)


def _store(county: str, grown: Grown, at: datetime) -> StoredSeal:
    last = StoredSeal.objects.filter(county=county).order_by("-number").first()
    seal = sealed(county, at, grown, algorithm(), last.as_seal() if last else None)
    stored = StoredSeal.objects.create(**{name: getattr(seal, name) for name in Seal.__slots__})
    rows = (
        StoredSealedHead(
            county=county, seal=seal.number, place=place, stream=head.stream, serial=head.serial,
            digest=head.digest,
        )
        for place, head in enumerate(grown.heads)
    )  # fmt: skip
    StoredSealedHead.objects.bulk_create(rows, batch_size=_BATCH)
    return stored
