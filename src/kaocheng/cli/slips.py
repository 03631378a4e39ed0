"""What a worker sends back about one file (核对结果条): small, ready to be written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kaocheng.kernel.findings import Outcome
from kaocheng.kernel.reports import Report


@dataclass(frozen=True, slots=True)
class Slip:
    """The line of one file in the summary, and its part of the output.

    `unreadable` is the sentence that says why the file could not be read, or "" when it was read.
    `bound` of `printed` figures take part in at least one independent check; `decided` counts the
    checks that ended in 相符 or 不符.
    """

    file: str
    kind: str = ""
    errors: int = 0
    notes: int = 0
    decided: int = 0
    bound: int = 0
    printed: int = 0
    suppressed: Mapping[str, int] = field(default_factory=dict)
    known: int = 0
    fingerprints: tuple[str, ...] = ()
    unreadable: str = ""
    fragment: str | bytes = ""

    @property
    def coverage(self) -> str:
        """The share of printed figures that are bound, as shown."""
        return f"{self.bound / self.printed:.0%}" if self.printed else "—"


def kind(report: Report) -> str:
    """Kind of document and edition in a few words."""
    profile = report.profile
    blank = "（空白模板）" if profile.template else ""
    return f"{profile.kind}·{profile.edition_title}{blank}"


def decided(report: Report) -> int:
    """How many checks came to a decision."""
    outcomes = report.outcomes()
    return outcomes[Outcome.HOLDS] + outcomes[Outcome.FAILS]
