"""What was checked and what was not (核对范围), in sentences and counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kaocheng.kernel.documents import EXCERPT
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.findings import Outcome
from kaocheng.kernel.numerals import read_number
from kaocheng.kernel.reports import Report
from kaocheng.writing.cards import where
from kaocheng.writing.safe import one_line

_FEW = 5
"""Where fewer than one figure in so many takes part in a check, silence says nothing."""
_TABLE = 12
"""So many lines with nothing but a number are no page numbers."""


def covered(report: Report) -> str:
    """How many printed figures take part in a check."""
    if report.document.format == EXCERPT:
        return "只与同时核对的其他文件对照。"
    figures, free = len(report.figures), len(report.free)
    loose = loose_numbers(report)
    more = f"另有 {loose} 行只有一个数字，没有读成表，未核对。" if loose else ""
    if not figures:
        return more or "没有读到数字。"
    return f"{figures} 个数字中 {figures - free} 个至少有一项独立核对，{free} 个无从核对。{more}"


def unassured(report: Report) -> str:
    """Why silence about a document is no praise of it; "" where enough of it was checked."""
    if report.document.format == EXCERPT:
        return ""
    if report.profile.template:
        return "空白模板，没有填好的数字可核对"
    return _unbound(report) or _scattered(report)


def _unbound(report: Report) -> str:
    figures, bound = len(report.figures), len(report.figures) - len(report.free)
    if not figures:
        return "没有读到数字，未作数字核对"
    if not bound:
        return f"读到的 {figures} 个数字一个也没有核对到，不能说没有问题"
    if is_little(bound, figures):
        return f"只核对到 {figures} 个数字中的 {bound} 个，其余不能说没有问题"
    return ""


def _scattered(report: Report) -> str:
    loose = loose_numbers(report)
    bound = len(report.figures) - len(report.free)
    if is_little(bound, bound + loose) or loose > len(report.figures):
        return f"有 {loose} 行只有一个数字，表格可能已被打散，没有核对，不能说没有问题"
    return ""


def loose_numbers(report: Report) -> int:
    """How many lines hold a number and nothing else: cells of tables that were not put together again."""
    texts = (p.text for p in report.document.paragraphs() if p.role not in {"header", "footer"})
    found = sum(1 for text in texts if read_number(text) is not None)
    return found if found >= _TABLE else 0


def is_little(bound: int, figures: int) -> bool:
    """Whether so few figures are bound that nothing can be said of the document as a whole."""
    return bound * _FEW < figures


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
