"""What papers of the end say (送达、终止)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from kaocheng.cases.papers.kinds import PaperKind
from kaocheng.cases.papers.records.lines import Delivered, Handed


@dataclass(frozen=True, slots=True)
class ServiceReceipt:
    """送达回证: what is handed over, how and where; the receiver signs on paper."""

    kind: ClassVar = PaperKind.SERVICE_RECEIPT
    papers: tuple[Delivered, ...]
    mode: str
    place: str = ""
    waybill: str = ""


@dataclass(frozen=True, slots=True)
class Termination:
    """终止办理告知书: why the case ends without a decision; `withdrawn` by the applicant on that day."""

    kind: ClassVar = PaperKind.TERMINATION
    reason: str
    ended: date
    withdrawn: date | None = None
    bases: tuple[str, ...] = ()
    returned: tuple[Handed, ...] = ()
