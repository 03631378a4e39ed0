"""What papers of the examination say (退回更正、特别程序、延期、转办、预审)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from kaocheng.cases.papers.kinds import PaperKind
from kaocheng.cases.papers.records.lines import Handed, Lack, Reckoned
from kaocheng.kernel.clocks import Budget


@dataclass(frozen=True, slots=True)
class MaterialCorrection:
    """材料更正通知书: after acceptance, which materials are wrong and how; asked by which department, in which step."""

    kind: ClassVar = PaperKind.MATERIAL_CORRECTION
    lacks: tuple[Lack, ...]
    unit: str = ""
    step: str = ""
    due: date | None = None


@dataclass(frozen=True, slots=True)
class SpecialProcedure:
    """特别程序告知书: which procedure, why, how long.

    `excluded` says that this time is left out of the statutory limit too (行政许可法第四十五条), not only of
    the promised one.
    """

    kind: ClassVar = PaperKind.SPECIAL_PROCEDURE
    procedure: str
    reason: str
    since: date
    budget: Budget
    bases: tuple[str, ...] = ()
    due: date | None = None
    excluded: bool = True


@dataclass(frozen=True, slots=True)
class Extension:
    """延期告知书: how much longer, why, who approved it, the new day and how it is reached."""

    kind: ClassVar = PaperKind.EXTENSION
    reason: str
    extra: Budget
    before: date
    due: date
    approver: str
    reckoning: tuple[Reckoned, ...] = ()
    approval: str = ""


@dataclass(frozen=True, slots=True)
class Handover:
    """转办函: to which authority, why, with which materials, answer until when."""

    kind: ClassVar = PaperKind.HANDOVER
    to: str
    reason: str
    until: date | None = None
    materials: tuple[Handed, ...] = ()


@dataclass(frozen=True, slots=True)
class Preview:
    """预审意见书: what was looked at before acceptance, what is still to come, until when it holds."""

    kind: ClassVar = PaperKind.PREVIEW
    opinion: str
    lacks: tuple[Lack, ...] = ()
    valid_to: date | None = None
