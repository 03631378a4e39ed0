"""What a check of one document gives (核对报告), ready to be written in any format."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kaocheng.kernel.documents import Document
from kaocheng.kernel.extracts import Extract
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.findings import Finding, Outcome, Severity, Unjudged
from kaocheng.kernel.rulebook import Rule


@dataclass(frozen=True, slots=True)
class Judged:
    """One relation that was decided (已核对的一条关系): what it claims, on which figures, the outcome."""

    code: str
    outcome: Outcome
    says: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """What kind of document it is (文种): kind 部门决算公开/部门预算公开/绩效自评…, edition, year, body.

    `edition` is the folder name such as "yunnan_2020" or "" for a layout nobody described (未知版式);
    `template` tells a blank form with XX for figures.
    """

    kind: str
    edition: str = ""
    edition_title: str = "未知版式"
    year: int | None = None
    body: str = ""
    template: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """Everything said about one document (核对报告).

    `findings` stand in reading order, a consequence after its cause; `judged` are the relations
    decided, `unjudged` those not decided with the reason; `figures` every printed figure and `free`
    those bound to no independent check; `rules` the rulebook by code; `extract` what other documents of
    the office may be held against.
    """

    document: Document
    profile: Profile
    findings: tuple[Finding, ...]
    judged: tuple[Judged, ...]
    unjudged: tuple[Unjudged, ...]
    figures: tuple[Figure, ...]
    free: tuple[Figure, ...]
    rules: Mapping[str, Rule] = field(repr=False)
    extract: Extract | None = None

    def severity(self, finding: Finding) -> Severity:
        """How grave a finding is: its own word, or else its rule's."""
        return finding.severity or self.rules[finding.code].severity

    @property
    def errors(self) -> int:
        """Count of findings of severity 错误, consequences not counted."""
        return sum(1 for f in self.findings if not f.cause and self.severity(f) is Severity.ERROR)

    @property
    def notes(self) -> int:
        """Count of findings of severity 提示, consequences not counted."""
        return sum(1 for f in self.findings if not f.cause and self.severity(f) is Severity.NOTE)

    def outcomes(self) -> dict[Outcome, int]:
        """How many checks ended in which outcome."""
        counts = dict.fromkeys(Outcome, 0)
        for judged in self.judged:
            counts[judged.outcome] += 1
        for unjudged in self.unjudged:
            counts[unjudged.outcome] += 1
        return counts
