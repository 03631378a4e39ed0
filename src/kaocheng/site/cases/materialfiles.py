"""Files of materials (材料电子文件): kept before the move that hands them in, opened by who sees the case."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils import timezone

from kaocheng.site.accounts.models import Account
from kaocheng.site.audit.models import StoredEvent
from kaocheng.site.audit.services import log_read
from kaocheng.site.base.files import Purpose, keep_upload
from kaocheng.site.base.models import StoredFile
from kaocheng.site.cases.models import StoredCase

PURPOSE = "case-material"


def keep_files(received: Sequence[Any], *, case: str, by: Account, at: datetime) -> list[Any]:
    """The materials with their uploads kept and replaced by number and digest of the file.

    Raises Refusal for a file that is not taken; files kept before it stay, unreferenced and unreachable.
    """
    return [row if isinstance(row, str) else _kept(dict(row), case, by, at) for row in received]


def _kept(row: dict[str, Any], case: str, by: Account, at: datetime) -> dict[str, Any]:
    upload = row.pop("upload", None)
    if upload is None:
        return row
    file = keep_upload(upload=upload, by=by, purpose=PURPOSE, at=at, subject=case)
    return row | {"file": file.number, "digest": file.sha256}


def may_open(file: StoredFile, account: Any) -> bool:
    """Who sees the case sees its files."""
    if not account.is_authenticated:
        return False
    return StoredCase.objects.visible_to(account).filter(number=file.subject).exists()


def note(file: StoredFile, account: Account) -> None:
    """Materials are personal data: whoever opens those of another is logged, and the applicant sees by whom."""
    row = StoredCase.objects.of(account.county).get(number=file.subject)
    if StoredCase.objects.own_of(account).filter(pk=row.pk).exists():
        return
    log_read(
        account=account, subject=f"applicant/{row.applicant}",
        purpose=f"打开材料文件“{file.name}”（办件 {row.number}）", at=timezone.now(),
    )  # fmt: skip


def refers(county: str, files: Sequence[StoredFile]) -> set[str]:
    """Those an event of their case names: also what a corrected material has replaced, for the events stand."""
    streams = {f"case/{file.subject}" for file in files}
    events = StoredEvent.objects.filter(county=county, stream__in=streams)
    told = list(events.values_list("stream", "facts"))
    return {
        file.number
        for file in files
        for stream, facts in told
        if stream == f"case/{file.subject}" and file.number in facts
    }


CASE_MATERIAL = Purpose(PURPOSE, "办件材料", may_open=may_open, note=note, refers=refers)
