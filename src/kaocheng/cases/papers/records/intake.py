"""What papers of taking in and acceptance say (接件、受理、补正、不予受理、容缺、承诺)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from kaocheng.cases.papers.kinds import PaperKind
from kaocheng.cases.papers.records.lines import Handed, Lack, Owing, Reckoned
from kaocheng.kernel.clocks import Budget


@dataclass(frozen=True, slots=True)
class Receipt:
    """材料接收凭证: what was handed in, at which window, to be looked at until when."""

    kind: ClassVar = PaperKind.RECEIPT
    materials: tuple[Handed, ...]
    window: str = ""
    answer_by: date | None = None


@dataclass(frozen=True, slots=True)
class Acceptance:
    """受理通知书: accepted when, to be decided until when, and how that day is reached.

    `silent` says that the day came without a word, so that the case counts as accepted (视为受理).
    """

    kind: ClassVar = PaperKind.ACCEPTANCE
    accepted: date
    budget: Budget
    due: date
    reckoning: tuple[Reckoned, ...] = ()
    materials: tuple[Handed, ...] = ()
    silent: bool = False


@dataclass(frozen=True, slots=True)
class Correction:
    """补正告知书: everything that is missing or wrong, once; `until` is when it should be there."""

    kind: ClassVar = PaperKind.CORRECTION
    lacks: tuple[Lack, ...]
    until: date | None = None


@dataclass(frozen=True, slots=True)
class NotAccepted:
    """不予受理决定书: why, on what basis.

    `needless` says that no permit is needed; `authority` is the right one where this is not. With neither
    the papers are still incomplete or wrong after they were completed.
    """

    kind: ClassVar = PaperKind.NOT_ACCEPTED
    reason: str
    bases: tuple[str, ...] = ()
    needless: bool = False
    authority: str = ""
    authority_contact: str = ""
    remedies: str = ""


@dataclass(frozen=True, slots=True)
class Tolerance:
    """容缺受理告知书 with 承诺: what is owed until when, and what happens if it does not come."""

    kind: ClassVar = PaperKind.TOLERANCE
    accepted: date
    owed: tuple[Owing, ...]
    consequence: str
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Promise:
    """告知承诺书: what is required, what the applicant promises, how it is checked, what a breach costs."""

    kind: ClassVar = PaperKind.PROMISE
    requirements: tuple[str, ...]
    promises: tuple[str, ...]
    checking: str
    consequence: str
    bases: tuple[str, ...] = ()
