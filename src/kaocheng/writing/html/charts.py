"""Charts (图表) as inline SVG with the same said in words: coverage, families, outcomes."""

from __future__ import annotations

from collections.abc import Sequence

from kaocheng.kernel.findings import Outcome
from kaocheng.kernel.reports import Report
from kaocheng.writing.coverage import covered, families, outcomes
from kaocheng.writing.html.escaping import esc
from kaocheng.writing.safe import shortened

_ROUND = 2 * 3.14159265 * 42
_TRACK = 150
_LINE = 24
_MOST = 8
_KEY = "红色是错误，黄色是提示。"
_OUTCOMES = {
    Outcome.HOLDS: "holds",
    Outcome.FAILS: "fails",
    Outcome.NOT_APPLICABLE: "idle",
    Outcome.NOT_POSSIBLE: "unable",
}
Part = tuple[int, str]


def charts(report: Report) -> str:
    """The three charts of a document, side by side."""
    found = families(report)
    shown = [(name, ((errors, "fails"), (notes, "unable"))) for name, errors, notes in found]
    said = "，".join(f"{name} 错误 {errors} 提示 {notes}" for name, errors, notes in found)
    counts = report.outcomes()
    ends = [(outcome.value, ((counts[outcome], _OUTCOMES[outcome]),)) for outcome in Outcome]
    return (
        '<div class="charts">'
        + _figure("数字核对范围", _donut(report), covered(report))
        + _figure("各项核对的结果", _bars(ends, outcomes(report)), "")
        + _figure(
            "问题分布", _bars(shown[:_MOST], said or "没有问题"), _KEY if shown else "没有问题"
        )
        + "</div>"
    )


def _figure(title: str, drawing: str, caption: str) -> str:
    words = f"<p>{esc(caption)}</p>" if caption else ""
    return f'<figure class="chart"><figcaption>{esc(title)}</figcaption>{drawing}{words}</figure>'


def _donut(report: Report) -> str:
    total = len(report.figures)
    share = (total - len(report.free)) / total if total else 0.0
    said = f"{int(share * 100)}%" if total else "—"
    return (
        f'<svg class="donut" viewBox="0 0 110 110" role="img" aria-label="{esc(covered(report))}">'
        '<circle class="track" cx="55" cy="55" r="42"/>'
        f'<circle class="arc" cx="55" cy="55" r="42" transform="rotate(-90 55 55)" '
        f'stroke-dasharray="{share * _ROUND:.2f} {_ROUND:.2f}"/>'
        f'<text x="55" y="62" text-anchor="middle">{said}</text></svg>'
    )


def _bars(rows: Sequence[tuple[str, Sequence[Part]]], said: str) -> str:
    """Horizontal bars, the count printed behind each."""
    if not rows:
        return ""
    longest = max((sum(count for count, _ in parts) for _, parts in rows), default=0) or 1
    height = len(rows) * _LINE
    lines = "".join(_bar(i, name, parts, longest) for i, (name, parts) in enumerate(rows))
    return (
        f'<svg class="bars" viewBox="0 0 300 {height}" role="img" aria-label="{esc(said)}">'
        f"{lines}</svg>"
    )


def _bar(index: int, name: str, parts: Sequence[Part], longest: int) -> str:
    top = index * _LINE
    left = 92.0
    drawn = ""
    for count, kind in parts:
        wide = count / longest * _TRACK
        drawn += (
            f'<rect class="{kind}" x="{left:.1f}" y="{top + 4}" width="{wide:.1f}" height="16"/>'
        )
        left += wide
    total = sum(count for count, _ in parts)
    return (
        f'<text x="86" y="{top + 17}" text-anchor="end">{esc(shortened(name, 6))}</text>{drawn}'
        f'<text x="{left + 6:.1f}" y="{top + 17}">{total}</text>'
    )
