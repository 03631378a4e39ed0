"""What need not be reported again (筛除): suppressed findings, and those of the baseline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kaocheng.cli.baseline import fingerprint
from kaocheng.cli.suppressions import Suppression
from kaocheng.kernel.findings import Finding
from kaocheng.kernel.reports import Report


@dataclass(frozen=True, slots=True)
class Sieve:
    """What is borne with a reason, and how often each known finding stood in the baseline."""

    suppressions: tuple[Suppression, ...] = ()
    known: Mapping[str, int] = field(default_factory=dict)
    recording: bool = False


@dataclass(frozen=True, slots=True)
class Sifted:
    """The report without what was taken out, how many for which reason, and all fingerprints."""

    report: Report
    suppressed: Mapping[str, int]
    known: int
    fingerprints: tuple[str, ...]


def sift(report: Report, sieve: Sieve) -> Sifted:
    """Take out suppressed and known findings, each with the consequences that hang on it."""
    reasons: Counter[str] = Counter()
    for finding in (dropped := _matching(report.findings, lambda f: bool(_reason(f, sieve)))):
        reasons[_reason(_root(finding, dropped), sieve)] += 1
    kept = [f for f in report.findings if f not in dropped]
    marks = _marks(report, kept) if sieve.known or sieve.recording else {}
    left = Counter(sieve.known)
    old = [f for f in kept if _counted(left, marks.get(f, ""))]
    gone = _matching(kept, lambda f: f in old)
    remaining = tuple(f for f in kept if f not in gone)
    prints = tuple(marks.values()) if sieve.recording else ()
    return Sifted(replace(report, findings=remaining), reasons, len(gone), prints)


def _matching(findings: Sequence[Finding], wanted: Callable[[Finding], bool]) -> list[Finding]:
    """The findings wanted, and whatever follows from one of them."""
    taken = {id(f) for f in findings if wanted(f)}
    return [f for f in findings if any(id(g) in taken for g in _chain(f))]


def _chain(finding: Finding) -> list[Finding]:
    chain = [finding]
    while (cause := chain[-1].cause) is not None and cause not in chain:
        chain.append(cause)
    return chain


def _root(finding: Finding, dropped: Sequence[Finding]) -> Finding:
    return [f for f in _chain(finding) if f in dropped][-1]


def _reason(finding: Finding, sieve: Sieve) -> str:
    return next((s.reason for s in sieve.suppressions if s.covers(finding)), "")


def _marks(report: Report, findings: Sequence[Finding]) -> dict[Finding, str]:
    return {f: fingerprint(f, report.document) for f in findings}


def _counted(left: Counter[str], mark: str) -> bool:
    if left[mark] <= 0:
        return False
    left[mark] -= 1
    return True
