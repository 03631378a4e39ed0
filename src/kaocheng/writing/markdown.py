"""Findings in Markdown (标记文本), to be pasted into a report or an issue."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kaocheng.kernel.findings import Outcome
from kaocheng.kernel.reports import Report
from kaocheng.writing import summary as lines_of
from kaocheng.writing.cards import Card, Followers, after, cards, followers, roots
from kaocheng.writing.coverage import covered, free, outcomes, reasons, unassured
from kaocheng.writing.excerpts import Excerpt, excerpt
from kaocheng.writing.safe import one_line
from kaocheng.writing.spots import Spots
from kaocheng.writing.summary import Summary

BETWEEN = "\n"
_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~&!$])")
_FREE = 20


def head() -> str:
    """The title."""
    return "# 考成核对报告\n\n"


def body(report: Report) -> str:
    """One document as a section."""
    spots = Spots(report.document)
    shown = cards(report, spots)
    found = followers(shown)
    lines = [*_title(report)]
    for number, card in enumerate(roots(shown), 1):
        lines += _card(number, card, spots)
        lines += _consequences(found, card)
        lines.append("")
    return "\n".join([*lines, *_coverage(report)]) + "\n"


def unreadable(file: str, why: str) -> str:
    """A document that could not be read."""
    return f"## {_safe(file)}\n\n**无法读取**：{_safe(why)}\n"


def tail(summaries: Sequence[Summary]) -> str:
    """The summary table and the totals."""
    marks = ("---:" if i in lines_of.NUMERIC else "---" for i in range(len(lines_of.HEADS)))
    table = [lines_of.HEADS, tuple(marks)]
    table += [tuple(_safe(cell) for cell in row) for row in lines_of.rows(summaries)]
    rows = (f"| {' | '.join(row)} |" for row in table)
    return "\n## 汇总\n\n" + "\n".join(rows) + f"\n\n{lines_of.totals(summaries)}\n"


def _title(report: Report) -> Iterator[str]:
    yield f"## {_safe(report.document.file)}"
    yield ""
    yield " · ".join(map(_safe, lines_of.about(report)))
    yield ""
    yield f"**{report.errors} 处错误，{report.notes} 处提示。**"
    if doubt := unassured(report):
        yield f"**{doubt}。**"
    yield ""
    for remark in report.document.remarks:
        yield f"> {_safe(remark)}"
        yield ""


def _card(number: int, card: Card, spots: Spots) -> Iterator[str]:
    finding = card.finding
    yield f"### {number}. {card.severity.chinese} {card.code} {_safe(card.title)}"
    yield ""
    rows = (
        ("位置", " ".join(part for part in (card.where, card.label) if part)),
        *card.comparison(),
        ("说明", finding.message),
        ("缘由", card.why),
        ("处理", card.remedy),
        ("依据", card.basis),
    )
    part = excerpt(spots, card.spot, finding.quote)
    for index, (head_, said) in enumerate(rows):
        if said:
            yield f"- {head_}：{_safe(said)}"
        if index == 0 and part:
            yield f"- 原文：{_quoted(part)}"


def _quoted(part: Excerpt) -> str:
    return f"{_safe(part.before)}**【{_safe(part.quoted)}】**{_safe(part.after)}"


def _consequences(found: Followers, root: Card) -> Iterator[str]:
    following = list(after(found, root))
    if following:
        yield "- 由此引起："
    for depth, card in following:
        said = "，".join(f"{head_} {text}" for head_, text in card.comparison())
        reason = _safe(said or card.finding.message)
        yield f"{'  ' * depth}- {_safe(card.where)} {card.code} {_safe(card.title)}：{reason}"


def _coverage(report: Report) -> Iterator[str]:
    yield f"核对范围：{outcomes(report)}{covered(report)}"
    for reason, count in reasons(report, Outcome.NOT_POSSIBLE):
        yield f"- 无法核对 {count} 项：{_safe(reason)}"
    if report.free:
        yield ""
        yield f"<details><summary>无从核对的数字（{len(report.free)} 个）</summary>"
        yield ""
        yield from (f"- {_safe(line)}" for line in free(report, _FREE))
        yield ""
        yield "</details>"


def _safe(text: str) -> str:
    """Words of the document on one line, without meaning in Markdown or HTML."""
    return _SPECIAL.sub(r"\\\1", one_line(text))
