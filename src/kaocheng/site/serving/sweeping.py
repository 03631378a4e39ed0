"""Sweeping up files (清理无主文件): what nothing refers to after a while, said first, then deleted and noted.

The time is a local figure (`local.unreferenced_files`). The daily round takes a slice of the store each minute after
midnight and looks only at what became old enough lately; the command looks at everything.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from kaocheng.kernel.clocks import SHANGHAI
from kaocheng.site.audit.services import append
from kaocheng.site.base.files.purposes import purpose_of
from kaocheng.site.base.files.sweeping import (
    SLICES,
    Age,
    drop_bytes,
    drop_row,
    loose_bytes,
    loose_rows,
)
from kaocheng.site.base.models import StoredFile
from kaocheng.site.law.services import figures_of

UNREFERENCED = "local.unreferenced_files"
LATELY = timedelta(days=30)
"""How far back the daily round looks: so many nights may be missed."""
_NOTED = 200
"""Files an event names at most; further ones stand in the next."""


@dataclass(frozen=True, slots=True)
class Loose:
    """Something nothing refers to (无主文件): what it is, of how many bytes."""

    said: str
    size: int


def found(*, county: str, at: datetime) -> Iterator[Loose]:
    """What a sweep would delete now, and nothing is deleted (只看不删)."""
    age = age_at(at, county)
    for part in SLICES:
        for file in loose_rows(county, part, age):
            yield Loose(_said(file), file.size)
        for path in loose_bytes(part, age):
            yield Loose(f"没有登记的内容 {path.name}", path.stat().st_size)


def sweep(
    *, county: str, at: datetime, age: Age | None = None, parts: Sequence[str] = SLICES
) -> tuple[int, int]:
    """Delete it; returns how many files and how many bytes of content without a file."""
    age = age or age_at(at, county)
    files = pieces = 0
    for part in parts:
        rows = list(loose_rows(county, part, age))
        for start in range(0, len(rows), _NOTED):
            files += _dropped(county, rows[start : start + _NOTED], at)
        pieces += sum(drop_bytes(path, age) for path in list(loose_bytes(part, age)))
    return files, pieces


def sweep_slice(county: str, at: datetime) -> int:
    """The slice of this minute: the whole store in the hours after midnight."""
    local = at.astimezone(SHANGHAI)
    turn = local.hour * 60 + local.minute
    if turn >= len(SLICES):
        return 0
    old = age_at(at, county)
    lately = Age(old.before, old.before - LATELY)
    return sum(sweep(county=county, at=at, age=lately, parts=SLICES[turn : turn + 1]))


def age_at(at: datetime, county: str) -> Age:
    """Old enough is what is older than the local figure."""
    days = figures_of(county)(UNREFERENCED, at.astimezone(SHANGHAI).date()).value
    return Age(at - timedelta(days=days))


def _dropped(county: str, rows: Sequence[StoredFile], at: datetime) -> int:
    with transaction.atomic():
        gone = [file for file in rows if drop_row(file)]
        if gone:
            append(
                county=county, stream="files/swept", kind="files.swept",
                facts={"files": [_fact(file) for file in gone]},
                actor="system", role="", at=at,
            )  # fmt: skip
    return len(gone)


def _fact(file: StoredFile) -> dict[str, Any]:
    return {
        "number": file.number,
        "purpose": file.purpose,
        "subject": file.subject,
        "sha256": file.sha256,
    }


def _said(file: StoredFile) -> str:
    title = purpose_of(file.purpose).title
    day = file.kept_at.astimezone(SHANGHAI).date()
    return f"{title} {file.number}（{day} 上传，{file.size_said}）"
