"""Keeping a file (存放): by the hash of its content, out of reach of any address, for the owner's eyes."""

from __future__ import annotations

import hashlib
import os
import secrets
import tempfile
import unicodedata
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from kaocheng.kernel.refusing import Refusal
from kaocheng.site.base.files.kinds import recognised
from kaocheng.site.base.files.purposes import MIB, Purpose, purpose_of
from kaocheng.site.base.models import StoredFile

NAME_MOST = 120


def keep_upload(
    *, upload: UploadedFile[Any], by: Any, purpose: str, at: datetime, subject: str = ""
) -> StoredFile:
    """Check an upload by its content and keep it; `subject` is the number of what it belongs to.

    Raises `Refusal` for a kind that is not taken, a name that does not fit the content, a file that
    is too big, broken, acts on its own, or hides another inside.
    """
    wanted = purpose_of(purpose)
    name = cleaned(upload.name or "")
    _check_size(upload.size or 0, name, wanted)
    part, digest = _written(upload.chunks(), name, wanted)
    try:
        kind = recognised(part, name, wanted.kinds)
        size = part.stat().st_size
        _settle(part, digest)
    finally:
        part.unlink(missing_ok=True)
    with transaction.atomic():
        stored = StoredFile(
            county=settings.COUNTY,
            number=secrets.token_hex(16),
            sha256=digest,
            name=name,
            kind=kind.value,
            size=size,
            purpose=purpose,
            subject=subject,
            kept_by=getattr(by, "username", str(by)),
            kept_at=at,
        )
        stored.full_clean()
        stored.save(force_insert=True)
    return stored


def path_of(file: StoredFile) -> Path:
    """Where the bytes of a file lie."""
    return place_of(file.sha256)


def cleaned(name: str) -> str:
    """A file name without folders, control characters and marks that turn the reading direction."""
    last = name.replace("\\", "/").rpartition("/")[2]
    kept = "".join(c for c in last if unicodedata.category(c) not in {"Cc", "Cf", "Co", "Cs"})
    stem, dot, suffix = kept.strip().strip(".").rpartition(".")
    return f"{stem[: NAME_MOST - 8]}{dot}{suffix[:7]}" if stem else (kept[:NAME_MOST] or "未命名")


def _check_size(size: int, name: str, purpose: Purpose) -> None:
    if size == 0:
        raise Refusal("file.empty", f"“{name}”是空文件。", "请检查后重新选择。")
    if size > purpose.most:
        raise Refusal(
            "file.size",
            f"“{name}”有 {size / MIB:.1f} MB，超过上限 {purpose.most // MIB} MB。",
            "请降低扫描分辨率，或者拆成几个文件上传。",
        )


def _written(chunks: Iterable[bytes], name: str, purpose: Purpose) -> tuple[Path, str]:
    """The bytes in a temporary file beside their later place, and their SHA-256."""
    folder = Path(settings.FILES)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, part = tempfile.mkstemp(dir=folder, prefix="part-")
    digest, size = hashlib.sha256(), 0
    try:
        with os.fdopen(handle, "wb") as stream:
            for chunk in chunks:
                size += len(chunk)
                _check_size(size, name, purpose)
                digest.update(chunk)
                stream.write(chunk)
            stream.flush()
            os.fsync(stream.fileno())
    except BaseException:
        Path(part).unlink(missing_ok=True)
        raise
    return Path(part), digest.hexdigest()


def _settle(part: Path, digest: str) -> None:
    """Give the checked file its place; the same content is kept once.

    Content that is there already is touched: so whoever sweeps sees that it is wanted again, or, having taken it
    away, is not relied upon (see `sweeping`).
    """
    place = place_of(digest)
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        os.utime(place)
    except FileNotFoundError:
        part.chmod(0o600)
        part.replace(place)


def place_of(digest: str) -> Path:
    """Where content of this hash lies."""
    return Path(settings.FILES) / digest[:2] / digest[2:4] / digest
