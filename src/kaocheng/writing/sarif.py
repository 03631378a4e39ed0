"""Findings in SARIF 2.1.0 (静态分析结果交换格式), one run, only the rules that fired."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import PurePath
from urllib.parse import quote as url_quote

from kaocheng import __version__
from kaocheng.kernel.documents import Passage
from kaocheng.kernel.places import Place
from kaocheng.kernel.reports import Report
from kaocheng.writing.cards import Card, cards, where
from kaocheng.writing.spots import Spots
from kaocheng.writing.summary import Fired, Summary, fired

BETWEEN = ",\n"
_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_ESCAPED = {code: f"\\u{code:04x}" for code in (0x85, 0x2028, 0x2029, *range(0xD800, 0xE000))}


def head() -> str:
    """The log and its one run, as far as the results."""
    return f'{{"$schema":"{_SCHEMA}","version":"2.1.0","runs":[{{"results":[\n'


def body(report: Report) -> str:
    """The results of one document, a comma between them."""
    spots = Spots(report.document)
    shown = cards(report, spots)
    return BETWEEN.join(_dumped(_result(card, spots)) for card in shown)


def unreadable(file: str, why: str) -> str:
    """Nothing among the results: a file that was not read is told by the invocation, at the end."""
    del file, why
    return ""


def tail(summaries: Sequence[Summary]) -> str:
    """The invocation and the rules that fired."""
    refused = [item for item in summaries if item.unreadable is not None]
    invocation: dict[str, object] = {"executionSuccessful": not refused}
    if refused:
        invocation["toolExecutionNotifications"] = [_notification(item) for item in refused]
    driver = {
        "name": "Kaocheng",
        "fullName": "考成",
        "version": __version__,
        "language": "zh-CN",
        "rules": [_rule(rule) for rule in fired(summaries)],
    }
    rest = {
        "columnKind": "unicodeCodePoints",
        "invocations": [invocation],
        "tool": {"driver": driver},
    }
    return f"\n],{_dumped(rest)[1:]}]}}\n"


def _result(card: Card, spots: Spots) -> dict[str, object]:
    finding = card.finding
    said = "；".join(f"{head}：{text}" for head, text in card.comparison())
    passage = spots.passage(card.spot)
    extra = {
        "written": finding.written,
        "expected": finding.expected,
        "difference": finding.difference,
        "quote": finding.quote,
        "family": card.family,
        "remedy": card.remedy,
        "basis": card.basis,
        "consequenceOf": card.follows,
    }
    message = "。".join(part.rstrip("。") for part in (finding.message, said) if part)
    result: dict[str, object] = {
        "ruleId": card.code,
        "level": card.severity.value,
        "message": {"text": message},
        "locations": [_location(finding.place, finding.quote, passage)],
        "partialFingerprints": {"kaochengFinding/v1": card.id},
        "properties": {key: text for key, text in extra.items() if text},
    }
    if finding.related:
        related = (_location(place) for place in finding.related)
        result["relatedLocations"] = [{"id": i, **item} for i, item in enumerate(related, 1)]
    return result


def _location(place: Place, quote: str = "", passage: Passage | None = None) -> dict[str, object]:
    physical: dict[str, object] = {"artifactLocation": {"uri": _uri(place.file)}}
    if region := _region(place, quote, passage):
        physical["region"] = region
    location: dict[str, object] = {
        "physicalLocation": physical,
        "message": {"text": where(place)},
    }
    if logical := _logical(place):
        location["logicalLocations"] = [logical]
    return location


def _region(place: Place, quote: str, passage: Passage | None) -> dict[str, object]:
    """Line and column; only a text file has lines, so no other file has a region."""
    if place.line is None:
        return {}
    region: dict[str, object] = {"startLine": place.line}
    if passage is not None and place.start is not None and place.table is None:
        region["startColumn"] = _column(passage, place, place.start)
    if quote:
        region["snippet"] = {"text": quote}
    return region


def _column(passage: Passage, place: Place, start: int) -> int:
    """The 1-based column: a passage over several lines begins anew on each."""
    begins = [s.start for s in passage.stretches if s.place.line == place.line and s.start <= start]
    return start - min(begins, default=0) + 1


def _logical(place: Place) -> dict[str, object]:
    if place.table is not None:
        cell = f"表{place.table}/{place.row or ''}/{place.column or ''}".rstrip("/")
        return {"name": where(place), "fullyQualifiedName": cell, "kind": "table"}
    if place.paragraph is not None:
        name = f"段落{place.paragraph}"
        return {"name": where(place), "fullyQualifiedName": name, "kind": "paragraph"}
    return {}


def _rule(rule: Fired) -> dict[str, object]:
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.title},
        "defaultConfiguration": {"level": rule.severity},
        "properties": {"family": rule.family},
    }


def _notification(item: Summary) -> dict[str, object]:
    location = {"physicalLocation": {"artifactLocation": {"uri": _uri(item.file)}}}
    return {
        "descriptor": {"id": "IO001"},
        "level": "error",
        "message": {"text": item.unreadable},
        "locations": [location],
    }


def _uri(file: str) -> str:
    path = PurePath(file)
    if path.is_absolute():
        return url_quote(f"file://{path.as_posix()}", safe=":/", errors="replace")
    return url_quote(path.as_posix(), errors="replace")


def _dumped(item: object) -> str:
    return json.dumps(item, ensure_ascii=False).translate(_ESCAPED)
