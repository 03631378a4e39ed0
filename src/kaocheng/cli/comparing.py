"""The files of a run held against each other (文件之间的核对), after the last of them is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from kaocheng.cli.reviewing import Review
from kaocheng.cli.slips import Slip
from kaocheng.disclosure.between.judging import between
from kaocheng.disclosure.between.packing import Packed
from kaocheng.kernel.findings import Outcome
from kaocheng.kernel.reports import Report

_SHOWN = 3


@dataclass(slots=True)
class Comparing:
    """Keeps a few kilobytes of each file; `checks` and `reasons` tell what came of holding them together."""

    review: Review
    packed: list[Packed] = field(default_factory=list)
    checks: Counter[Outcome] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)

    def add(self, slip: Slip) -> None:
        """Keep what may be compared of one file."""
        if slip.packed is not None:
            self.packed.append(slip.packed)

    def slips(self) -> Iterator[Slip]:
        """One slip for each file that something was compared in; its part is empty where all agrees."""
        review = self.review
        for report in between(self.packed, select=review.select, ignore=review.ignore):
            self._count(report)
            slip = review.slip(report)
            yield (
                slip
                if slip.summary.fired
                else Slip(slip.summary, None, slip.suppressed, slip.known)
            )

    def _count(self, report: Report) -> None:
        for judged in report.judged:
            self.checks[judged.outcome] += 1
        for unjudged in report.unjudged:
            self.checks[unjudged.outcome] += 1
            self.reasons[unjudged.because] += unjudged.outcome is Outcome.NOT_POSSIBLE

    def said(self) -> Iterator[str]:
        """What came of it, in a line or two; nothing where no two files belong together."""
        if not self.checks:
            return
        ended = "，".join(f"{o.value} {self.checks[o]}" for o in Outcome if self.checks[o])
        yield f"文件之间核对 {sum(self.checks.values())} 项：{ended}。"
        often = sorted(self.reasons.items(), key=lambda item: (-item[1], item[0]))
        yield from (f"  无法核对 {count} 项：{why}" for why, count in often[:_SHOWN] if count)
