"""What a file shows or holds beside its running text (附带内容): pictures, formulas, properties."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Aside:
    """One thing beside the text (附带内容): what it is, where, and its content or its hash.

    `what` is a word of the field: 图中文字, 图片, 替代文字, 公式, 属性 …; `where` is told to a person.
    """

    what: str
    where: str
    text: str


def hashed(parts: Iterable[str | bytes]) -> str:
    """A short hash that stands for content too long to be kept; equal content, equal hash."""
    digest = hashlib.sha256()
    for part in parts:
        raw = part.encode() if isinstance(part, str) else part
        digest.update(f"{len(raw)}:".encode())
        digest.update(raw)
    return f"sha256:{digest.hexdigest()[:32]}"
