"""Records of an archive (归档案卷): what is put in, and the index that names and hashes every piece."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

FORMAT = "kaocheng-archive/1"
"""How a package says what it is, for readers of later times."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing to be archived (归档文件): a paper, a material or a record.

    `content` is its bytes, or the path of a file that holds them; `suffix` the format, such as "pdf".
    """

    kind: str
    title: str
    day: date
    content: bytes | Path
    suffix: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class IndexLine:
    """One line of the index (卷内目录): where it lies in the package, what it is, its size and hash."""

    path: str
    kind: str
    title: str
    number: str
    day: date
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Head:
    """What an archive says of itself (案卷封面): number, case, title, who keeps it for how long.

    `until` is None where it is kept for ever (永久); `more` are further elements, each as text.
    """

    number: str
    case: str
    title: str
    county: str
    unit: str
    term: str
    until: date | None
    sealed_at: datetime
    more: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Sealed:
    """A package that has been written (封装结果): its hash, that of its index, how much is in it."""

    sha256: str
    index_sha256: str
    size: int
    lines: tuple[IndexLine, ...]


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something in a package that is not as it was sealed (校验发现的问题): where, and in words."""

    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}：{self.message}" if self.path else self.message
