"""What papers of decisions say (准予、不予、撤销、更正、联合验收)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from kaocheng.cases.papers.kinds import PaperKind
from kaocheng.cases.papers.records.lines import Opinion


@dataclass(frozen=True, slots=True)
class Approval:
    """准予行政许可决定书: what is permitted, the licence given, from when until when."""

    kind: ClassVar = PaperKind.APPROVAL
    decided: date
    content: str
    bases: tuple[str, ...] = ()
    result: str = ""
    result_number: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    conditions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rejection:
    """不予行政许可决定书: reasons and basis; the remedies come from the law of the day, `remedies` adds to them."""

    kind: ClassVar = PaperKind.REJECTION
    decided: date
    reasons: tuple[str, ...]
    bases: tuple[str, ...] = ()
    remedies: str = ""


@dataclass(frozen=True, slots=True)
class Revocation:
    """撤销行政许可决定书: which decision of which day is revoked, why, on what basis other than 行政许可法.

    `decision` is the 文号 of the decision, `certificate` the number of the licence that loses its force with it.
    """

    kind: ClassVar = PaperKind.REVOCATION
    revoked: date
    decided: date
    reasons: tuple[str, ...]
    decision: str = ""
    certificate: str = ""
    bases: tuple[str, ...] = ()
    remedies: str = ""


@dataclass(frozen=True, slots=True)
class Rectification:
    """更正决定书: what the decision said, what it should say, why; the rest of it stands."""

    kind: ClassVar = PaperKind.RECTIFICATION
    rectified: date
    decided: date
    subject: str
    before: str
    after: str
    reason: str
    decision: str = ""


@dataclass(frozen=True, slots=True)
class JointOpinion:
    """联合验收意见书: every department's opinion and the one conclusion."""

    kind: ClassVar = PaperKind.JOINT_OPINION
    project: str
    opinions: tuple[Opinion, ...]
    conclusion: str
    lead: str
    remedies: tuple[str, ...] = ()
