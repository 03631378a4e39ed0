"""Verifying the store's audit (核验审计记录): every stream and every seal of a county, in little memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from django.db.models import Exists, Max, OuterRef, QuerySet

from kaocheng.kernel.events import (
    Break,
    Event,
    Seal,
    SealedHead,
    Tampering,
    check_seals,
    check_stream,
)
from kaocheng.site.audit.comparing import comparisons
from kaocheng.site.audit.models import StoredEvent, StoredSeal, StoredSealedHead

_PIECE = 2000


@dataclass(slots=True)
class Verified:
    """What has been looked at (已核验): counts, and the last seal to note outside the store."""

    county: str
    events: int = 0
    streams: int = 0
    seals: int = 0
    unsealed: int = 0
    rows: int = 0
    last: Seal | None = None


def counties() -> list[str]:
    """Every county with events or seals."""
    found = set(StoredEvent.objects.order_by().values_list("county", flat=True).distinct())
    return sorted(found | set(StoredSeal.objects.values_list("county", flat=True).distinct()))


def count_events(county: str) -> int:
    """How many events there are to look at."""
    return StoredEvent.objects.filter(county=county).count()


def verify_county(
    verified: Verified, step: Callable[[int], None] = lambda _: None
) -> Iterator[Break]:
    """Every break of a county; counts are kept in `verified`, `step` hears how many events are done.

    Events appended meanwhile do no harm: seals made after the beginning are left for the next time.
    """
    county = verified.county
    last = StoredSeal.objects.filter(county=county).order_by("-number").first()
    verified.last = last.as_seal() if last else None
    yield from check_seals(_counted_seals(verified))
    yield from _streams(verified, step)
    yield from _removed(verified)
    yield from _put_in(verified)
    high = verified.last.high if verified.last else 0
    verified.unsealed = StoredEvent.objects.filter(county=county, id__gt=high).count()


def _counted_seals(verified: Verified) -> Iterator[tuple[Seal, list[SealedHead]]]:
    """The seals with their heads, one at a time."""
    for seal in _seals(verified):
        verified.seals += 1
        rows = StoredSealedHead.objects.filter(county=seal.county, seal=seal.number)
        found = rows.order_by("place").values_list("stream", "serial", "digest")
        yield seal, [SealedHead(*row) for row in found]


def _seals(verified: Verified) -> Iterator[Seal]:
    if verified.last is None:
        return
    rows = StoredSeal.objects.filter(county=verified.county, number__lte=verified.last.number)
    for row in rows.order_by("number").iterator(chunk_size=_PIECE):
        yield row.as_seal()


def _streams(verified: Verified, step: Callable[[int], None]) -> Iterator[Break]:
    """Both lists come in the order of the database, so one walk over both is enough.

    On the way the rows that repeat what events say are compared with what they add up to, where the chain holds.
    """
    compare = comparisons(verified.county)
    heads = groupby(_heads(verified), key=attrgetter("stream"))
    ahead = next(heads, None)
    rows = StoredEvent.objects.filter(county=verified.county).order_by("stream", "serial")
    for stream, events in groupby(rows.events(_PIECE), key=attrgetter("stream")):
        sealed: list[SealedHead] = []
        if ahead is not None and ahead[0] == stream:
            sealed = list(ahead[1])
            ahead = next(heads, None)
        verified.streams += 1
        counted = _counted(events, verified, step)
        compared = compare.get(stream.partition("/")[0])
        if compared is None:
            yield from check_stream(counted, sealed)
        else:
            told = list(counted)
            broken = list(check_stream(told, sealed))
            yield from broken
            if not broken:
                yield from compared.add(stream, told)
    for compared in compare.values():
        yield from compared.finish()
        verified.rows += compared.rows


def _heads(verified: Verified) -> Iterator[SealedHead]:
    """The sealed heads of streams that still have events."""
    if verified.last is None:
        return
    rows = StoredSealedHead.objects.filter(
        Exists(_events_of_head()), county=verified.county, seal__lte=verified.last.number
    )
    found = rows.order_by("stream", "seal").values_list("stream", "serial", "digest")
    for row in found.iterator(chunk_size=_PIECE):
        yield SealedHead(*row)


def _counted(
    events: Iterable[Event], verified: Verified, step: Callable[[int], None]
) -> Iterator[Event]:
    for event in events:
        verified.events += 1
        if verified.events % _PIECE == 0:
            step(verified.events)
        yield event


def _removed(verified: Verified) -> Iterator[Break]:
    """Streams that were sealed and have no event left."""
    if verified.last is None:
        return
    rows = StoredSealedHead.objects.filter(
        ~Exists(_events_of_head()), county=verified.county, seal__lte=verified.last.number
    )
    gone = rows.order_by("stream").values("stream").annotate(last=Max("serial"))
    for found in gone.iterator(chunk_size=_PIECE):
        message = f"第1至{found['last']}条：封存之后整串被删"
        yield Break(verified.county, found["stream"], 1, found["last"], Tampering.REMOVED, message)


def _events_of_head() -> QuerySet[StoredEvent]:
    return StoredEvent.objects.filter(county=OuterRef("county"), stream=OuterRef("stream"))


def _put_in(verified: Verified) -> Iterator[Break]:
    """Events whose keys lie under a seal that did not see them."""
    low = 0
    for seal in _seals(verified):
        rows = StoredEvent.objects.filter(county=seal.county, id__gt=low, id__lte=seal.high)
        if rows.count() > seal.events:
            yield from _strangers(seal, rows.values_list("stream", "serial"))
        low = seal.high


def _strangers(seal: Seal, rows: Iterable[tuple[str, int]]) -> Iterator[Break]:
    """Of the events under a seal, those beyond the heads it was put on."""
    heads = dict(
        StoredSealedHead.objects.filter(county=seal.county, seal=seal.number).values_list(
            "stream", "serial"
        )
    )
    for stream, serial in rows:
        if serial > heads.get(stream, 0):
            message = f"第{serial}条：封存{seal.number}时没有这一条，后来插入"
            yield Break(seal.county, stream, serial, serial, Tampering.INSERTED, message)


def check_anchors(county: str, anchors: Iterable[str]) -> Iterator[Break]:
    """Seals as they were noted outside the store, written number:digest (the digest may be shortened)."""
    for anchor in anchors:
        number, _, noted = anchor.partition(":")
        kept = StoredSeal.objects.filter(county=county, number=int(number)).first()
        if kept is None or not kept.digest.startswith(noted.lower()):
            now = f"现在是{kept.digest[: len(noted)]}" if kept else "现在没有这一次封存"
            message = f"封存{number}：与抄存在外的摘要不符，{now}"
            yield Break(county, "", int(number), int(number), Tampering.SEAL, message)
