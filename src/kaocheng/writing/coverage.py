"""What was checked and what was not (核对范围), in sentences and counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kaocheng.kernel.documents import EXCERPT
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.findings import Outcome
from kaocheng.kernel.reports import Report
from kaocheng.writing.cards import where
from kaocheng.writing.safe import one_line


def covered(report: Report) -> str:
    """How many printed figures take part in a check."""
    if report.document.format == EXCERPT:
        return "只与同时核对的其他文件对照。"
    figures, free = len(report.figures), len(report.free)
    if not figures:
        return "没有读到数字。"
    return f"{figures} 个数字中 {figures - free} 个至少有一项独立核对，{free} 个无从核对。"


def outcomes(report: Report) -> str:
    """How many checks ended how."""
    counts = report.outcomes()
    said = "，".join(f"{outcome.value} {counts[outcome]}" for outcome in Outcome)
    return f"核对 {sum(counts.values())} 项：{said}。"


def reasons(report: Report, outcome: Outcome) -> list[tuple[str, int]]:
    """Why checks were not made, the most frequent reason first."""
    counted = Counter(u.because for u in report.unjudged if u.outcome is outcome)
    return sorted(counted.items(), key=lambda item: (-item[1], item[0]))


def families(report: Report) -> list[tuple[str, int, int]]:
    """Causes by family, as they are counted everywhere: name, errors, notes; the most first."""
    errors: Counter[str] = Counter()
    notes: Counter[str] = Counter()
    for finding in report.findings:
        if finding.cause is not None:
            continue
        family = report.rules[finding.code].family
        heavy = report.severity(finding).value == "error"
        (errors if heavy else notes)[family] += 1
    names = sorted({*errors, *notes}, key=lambda name: (-errors[name] - notes[name], name))
    return [(name, errors[name], notes[name]) for name in names]


def free(report: Report, most: int) -> Iterator[str]:
    """The free figures in words, at most `most` of them, and how many more there are."""
    for figure in report.free[:most]:
        yield free_figure(figure)
    if len(report.free) > most:
        yield f"……另有 {len(report.free) - most} 个"


def free_figure(figure: Figure) -> str:
    """One free figure: place, what is printed, what it is."""
    name = f"（{one_line(figure.name)}）" if figure.name else ""
    return f"{where(figure.place)} {printed(figure)}{name}".strip()


def printed(figure: Figure) -> str:
    """The figure as printed, with its unit, which a table does not print beside it."""
    text = one_line(figure.text)
    return text if text.endswith(figure.unit.name) else text + figure.unit.name
