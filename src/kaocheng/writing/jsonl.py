"""Findings for machines (JSON 行): one object a line."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence

from kaocheng.kernel.places import Place
from kaocheng.kernel.reports import Report
from kaocheng.writing.cards import Card, cards, where
from kaocheng.writing.summary import Summary

BETWEEN = ""
UNREADABLE = "IO001"
# what some readers of lines take for an end of line, and what UTF-8 cannot hold
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def head() -> str:
    """Nothing: each line stands by itself."""
    return ""


def body(report: Report) -> str:
    """One line a finding."""
    return "".join(_line(_object(report, card)) for card in cards(report))


def unreadable(file: str, why: str) -> str:
    """One line of the same keys for a file that could not be read."""
    return _line(
        {
            "id": hashlib.sha256(file.encode("utf-8", "replace")).hexdigest()[:12],
            "file": file,
            **_place(Place(file)),
            "quote": "",
            "code": UNREADABLE,
            "title": "文件无法读取",
            "family": "读取",
            "severity": "error",
            "written": "",
            "expected": "",
            "difference": "",
            "message": why,
            "remedy": "",
            "basis": "",
            "consequence_of": None,
            "places": [],
        }
    )


def tail(summaries: Sequence[Summary]) -> str:
    """Nothing: a line more would be no finding."""
    del summaries
    return ""


def _object(report: Report, card: Card) -> Mapping[str, object]:
    finding = card.finding
    return {
        "id": card.id,
        "file": report.document.file,
        **_place(finding.place),
        "quote": finding.quote,
        "code": card.code,
        "title": card.title,
        "family": card.family,
        "severity": card.severity.value,
        "written": finding.written,
        "expected": finding.expected,
        "difference": finding.difference,
        "message": finding.message,
        "remedy": card.remedy,
        "basis": card.basis,
        "consequence_of": card.follows or None,
        "places": [_related(place, finding.place.file) for place in finding.related],
    }


def _related(place: Place, here: str) -> dict[str, object]:
    """Another place that took part; its file is told where it is another one."""
    other = {"file": place.file} if place.file != here else {}
    return other | _place(place) | {"words": where(place)}


def _place(place: Place) -> dict[str, object]:
    return {
        "line": place.line,
        "page": place.page,
        "sheet": place.sheet,
        "table": place.table,
        "row": place.row,
        "column": place.column,
        "paragraph": place.paragraph,
        "start": place.start,
        "end": place.end,
    }


def _line(item: Mapping[str, object]) -> str:
    text = json.dumps(item, ensure_ascii=False)
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"
