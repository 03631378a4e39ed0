"""Files sent ahead of a case (预先上传): kept for their sender alone until a case takes them in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile

from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.models import Account
from kaocheng.site.base.files import Purpose, keep_upload
from kaocheng.site.base.models import StoredFile
from kaocheng.site.cases.materialfiles import PURPOSE as MATERIAL

PURPOSE = "api-upload"
MOST_WAITING = 200
"""So many files of one account may wait for a case (待用文件上限)."""


def keep_file(*, upload: UploadedFile[Any], by: Account, at: datetime) -> StoredFile:
    """Check and keep a file (上传电子文件); refused when too many of the same sender wait."""
    if _waiting(by).count() >= MOST_WAITING:
        raise Refusal(
            "upload.many",
            f"已有 {MOST_WAITING} 个文件上传后没有使用。",
            "请先用于办件，再继续上传。",
        )
    return keep_upload(upload=upload, by=by, purpose=PURPOSE, at=at)


def with_files(rows: Sequence[dict[str, Any]], by: Account) -> list[dict[str, Any]]:
    """The materials handed in, each with the digest of its file; refuses files that are not the sender's."""
    numbers = _numbers(rows)
    known = {file.number: file for file in _waiting(by).filter(number__in=numbers)}
    if len(numbers) != len(set(numbers)):
        raise Refusal("upload.twice", "同一个文件用在了两份材料上。", "请为每份材料各传一个文件。")
    if missing := [number for number in numbers if number not in known]:
        raise Refusal(
            "upload.none", f"没有编号为{'、'.join(missing)[:200]}的待用文件。", "请先上传，一个文件只用一次。"
        )  # fmt: skip
    return [_with_digest(row, known) for row in rows]


def hand_over(rows: Iterable[dict[str, Any]], *, case: str, by: Account) -> None:
    """Make the files the case's (归入办件), inside the caller's transaction; one goes into one case only."""
    numbers = _numbers(rows)
    moved = _waiting(by).filter(number__in=numbers).update(purpose=MATERIAL, subject=case)
    if moved != len(numbers):
        raise Refusal("upload.used", "有文件刚用于另一个办件。", "请重新上传。")


def _waiting(by: Account) -> Any:
    mine = StoredFile.objects.filter(county=by.county, purpose=PURPOSE, subject="")
    return mine.filter(kept_by=by.get_username())


def _numbers(rows: Iterable[dict[str, Any]]) -> list[str]:
    return [row["file"] for row in rows if row.get("file")]


def _with_digest(row: dict[str, Any], known: dict[str, StoredFile]) -> dict[str, Any]:
    file = known.get(row.get("file", ""))
    kept = {name: value for name, value in row.items() if value}
    return kept | {"digest": file.sha256, "form": "电子"} if file else kept


def _may_open(file: StoredFile, account: Any) -> bool:
    return bool(account.is_authenticated and account.get_username() == file.kept_by)


def _refers(county: str, files: Sequence[StoredFile]) -> set[str]:
    """None: what a case has taken in is the case's."""
    del county, files
    return set()


UPLOAD = Purpose(PURPOSE, "接口上传的文件", may_open=_may_open, refers=_refers)
