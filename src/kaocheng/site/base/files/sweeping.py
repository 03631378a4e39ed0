"""Sweeping (清理): files nothing refers to any more, first their rows, then bytes no row names.

Everything is old by the time it is swept, and what is in flight is young: an upload writes or touches its bytes
before its row is entered. Bytes are taken aside first and looked at again, so that an upload of the same content
either has touched them before (they are put back) or finds them gone and writes its own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, islice
from pathlib import Path
from typing import TypeVar

from django.conf import settings

from kaocheng.site.base.files.keeping import place_of
from kaocheng.site.base.files.purposes import purpose_of
from kaocheng.site.base.models import StoredFile

T = TypeVar("T")
SLICES = tuple(f"{number:02x}" for number in range(256))
"""The first two signs of a hash: a store is swept slice by slice (清理批次)."""
_AT_ONCE = 500
_ASIDE = "swept-"
_DIGEST = re.compile(rf"(?:{_ASIDE})?([0-9a-f]{{64}})")


@dataclass(frozen=True, slots=True)
class Age:
    """How old what is swept must be (清理的时间范围): kept before that, and after `since` if told."""

    before: datetime
    since: datetime | None = None


def loose_rows(county: str, part: str, age: Age) -> Iterator[StoredFile]:
    """Files of a slice, old enough, that nothing refers to; those of a purpose that cannot tell are left."""
    rows = StoredFile.objects.filter(county=county, kept_at__lt=age.before)
    rows = rows.filter(sha256__gte=part, sha256__lt=part + "g")
    if age.since:
        rows = rows.filter(kept_at__gte=age.since)
    for some in _some(rows.order_by("sha256", "pk")):
        yield from _loose(county, some)


def drop_row(file: StoredFile) -> bool:
    """Delete the row, unless it has meanwhile been given to something; whether it was deleted."""
    same = {"pk": file.pk, "purpose": file.purpose, "subject": file.subject}
    return bool(StoredFile.objects.filter(**same).delete()[0])


def loose_bytes(part: str, age: Age) -> Iterator[Path]:
    """Bytes of a slice, old enough, that no row of any county names; and parts of uploads that broke off."""
    found = chain((Path(settings.FILES) / part).glob("*/*"), _torn(part))
    for some in _some(path for path in found if _is_old(path, age)):
        known = _named(match[1] for path in some if (match := _DIGEST.fullmatch(path.name)))
        yield from (path for path in some if _digest(path) not in known)


def drop_bytes(path: Path, age: Age) -> bool:
    """Delete these bytes, unless somebody has begun to use them meanwhile; whether they were deleted."""
    digest = _digest(path)
    if not digest:
        path.unlink(missing_ok=True)
        return True
    aside = path.with_name(f"{_ASIDE}{digest}")
    try:
        path.replace(aside)
    except FileNotFoundError:  # another sweeper was faster
        return False
    if _is_old(aside, age) and not _named([digest]):
        aside.unlink(missing_ok=True)
        return True
    if not place_of(digest).exists():
        aside.replace(place_of(digest))
    aside.unlink(missing_ok=True)
    return False


def _some(things: Iterable[T]) -> Iterator[Sequence[T]]:
    """So many at once, in their order."""
    left = iter(things)
    while taken := tuple(islice(left, _AT_ONCE)):
        yield taken


def _loose(county: str, files: Sequence[StoredFile]) -> Iterator[StoredFile]:
    by_purpose = defaultdict(list)
    for file in files:
        by_purpose[file.purpose].append(file)
    for key, some in by_purpose.items():
        refers = purpose_of(key).refers
        kept = refers(county, some) if refers else {file.number for file in some}
        yield from (file for file in some if file.number not in kept)


def _torn(part: str) -> Iterator[Path]:
    """What an upload that was killed left behind; it belongs to no slice and is looked for in the first."""
    return Path(settings.FILES).glob("part-*") if part == SLICES[0] else iter(())


def _is_old(path: Path, age: Age) -> bool:
    try:
        return path.stat().st_mtime < age.before.timestamp()
    except FileNotFoundError:
        return False


def _digest(path: Path) -> str:
    found = _DIGEST.fullmatch(path.name)
    return found[1] if found else ""


def _named(digests: Iterable[str]) -> set[str]:
    rows = StoredFile.objects.filter(sha256__in=list(digests))
    return set(rows.values_list("sha256", flat=True))
