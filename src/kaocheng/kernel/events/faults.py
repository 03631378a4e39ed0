"""What checking finds (核验所见): the kind of fault, where, and in words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Tampering(StrEnum):
    """What was done to the events (改动种类)."""

    CHANGED = "内容被改"
    REPLACED = "整条被换"
    SWAPPED = "序号对调"
    MISSING = "缺失"
    INSERTED = "多出"
    TRUNCATED = "尾部被截"
    REMOVED = "整串被删"
    SEAL = "封存被破坏"
    ROW = "登记与事件不符"


@dataclass(frozen=True, slots=True)
class Break:
    """One place where a chain or a seal does not hold (断裂处).

    `first` and `last` are the serials of the stream that are concerned; for a seal `stream` is "" and both are
    its number.
    """

    county: str
    stream: str
    first: int
    last: int
    kind: Tampering
    message: str
