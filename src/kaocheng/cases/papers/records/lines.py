"""Lines of papers (文书中的明细): materials, opinions, days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Handed:
    """A material as it was handed in (已收材料)."""

    name: str
    form: str = "纸质"
    originals: int = 0
    copies: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class Lack:
    """A material that is missing or wrong (需补正的材料): what about it, by which standard and basis."""

    name: str
    problem: str
    standard: str = ""
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Owing:
    """A material that may follow (容缺材料), and until when."""

    name: str
    until: date
    standard: str = ""


@dataclass(frozen=True, slots=True)
class Opinion:
    """A department's opinion (部门意见): 合格, 整改 or 不合格, its words and day."""

    unit: str
    conclusion: str
    text: str
    day: date


@dataclass(frozen=True, slots=True)
class Delivered:
    """A paper or licence that is handed over (送达的文书)."""

    title: str
    number: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class Reckoned:
    """Days that count or do not for one reason (连续日期): the lines of “此日期如何得出”."""

    first: date
    last: date
    counted: int
    total: int
    why: str
    basis: str = ""
