"""One document with everything about it (一份文件): result, charts, filters, text, findings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from kaocheng.kernel.documents import EXCERPT
from kaocheng.kernel.findings import Outcome
from kaocheng.kernel.reports import Report
from kaocheng.writing.cards import cards
from kaocheng.writing.coverage import covered, free, outcomes, reasons, unassured
from kaocheng.writing.html.charts import charts
from kaocheng.writing.html.document import paper
from kaocheng.writing.html.escaping import esc, key
from kaocheng.writing.html.listing import filters, listing
from kaocheng.writing.html.marks import marks
from kaocheng.writing.spots import Spots
from kaocheng.writing.summary import about

_FREE = 200


def article(report: Report) -> str:
    """The whole of one document, folded under its name."""
    spots = Spots(report.document)
    shown = cards(report, spots)
    marked = marks(report, shown, spots)
    return (
        f'<details class="doc" id="{_key(report)}" open>\n'
        f"<summary>{_name(report.document.file)} {_badges(report)}</summary>\n"
        f"{_about(report)}{charts(report)}\n"
        '<div class="columns">\n'
        '<section class="paper" aria-label="文件原文">\n'
        f"{paper(report.document, marked)}</section>\n"
        '<aside class="side" aria-label="问题清单">\n'
        f"{filters(shown)}{listing(shown, spots, unassured(report))}{''.join(_rest(report))}</aside>\n"
        "</div>\n</details>\n"
    )


def refused(file: str, why: str) -> str:
    """A document that could not be read."""
    return (
        f'<details class="doc" id="{key(file)}" open>\n<summary>{_name(file)} '
        f'<span class="verdict unread">无法读取</span></summary>\n<p>{esc(why)}</p>\n</details>\n'
    )


def _key(report: Report) -> str:
    """What links lead to; passages quoted for other documents stand below the document itself."""
    return key(report.document.file) + ("-between" if report.document.format == EXCERPT else "")


def _name(file: str) -> str:
    """The name of a file; its whole path when pointed at."""
    return f'<h2 title="{esc(file)}">{esc(PurePath(file).name or file)}</h2>'


def _badges(report: Report) -> str:
    if not report.findings:
        doubt = unassured(report)
        kind, words = ("note", doubt) if doubt else ("clean", "没有发现问题")
        return f'<span class="verdict {kind}">{esc(words)}</span>'
    return "".join(
        f'<span class="verdict {kind}">{count} 处{word}</span>'
        for kind, count, word in (("error", report.errors, "错误"), ("note", report.notes, "提示"))
        if count
    )


def _about(report: Report) -> str:
    pages = [f"{report.document.pages}页"] if report.document.pages else []
    words = " · ".join(map(esc, [*about(report), *pages]))
    remarks = "".join(f'<p class="remark">{esc(said)}</p>' for said in report.document.remarks)
    return f'<p class="about">{words}</p>{remarks}'


def _rest(report: Report) -> Iterator[str]:
    """What was not checked, folded away."""
    yield '<details class="rest"><summary>核对范围</summary>'
    yield f"<p>{esc(outcomes(report))}</p><p>{esc(covered(report))}</p>"
    unable = reasons(report, Outcome.NOT_POSSIBLE)
    if unable:
        items = "".join(f"<li>{esc(reason)}（{count} 项）</li>" for reason, count in unable)
        yield f"<h4>无法核对的原因</h4><ul>{items}</ul>"
    if report.free:
        items = "".join(f"<li>{esc(said)}</li>" for said in free(report, _FREE))
        yield f"<h4>无从核对的数字（文中加点线）</h4><ul>{items}</ul>"
    yield "</details>\n"
