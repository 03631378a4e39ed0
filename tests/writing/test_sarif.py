"""SARIF 2.1.0."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, given, settings

from kaocheng.kernel.documents import Paragraph, Passage, Stretch
from kaocheng.kernel.findings import Finding
from kaocheng.kernel.places import Place
from kaocheng.kernel.reports import Report
from kaocheng.writing import sarif
from kaocheng.writing.stream import Stream
from kaocheng.writing.summary import refusal, summary
from tests.writing.doctored import doctored, sheeted
from tests.writing.strategies import HOSTILE


def log(reports: list[Report], refused: tuple[str, ...] = ()) -> dict[str, Any]:
    """The log of a batch, put together as the command line does."""
    pieces: list[str] = []
    stream = Stream(sarif, pieces.append)
    for item in reports:
        stream.add(sarif.body(item))
    for file in refused:
        stream.add(sarif.unreadable(file, "文件是空的。"))
    kept = [summary(item) for item in reports] + [refusal(f, "文件是空的。") for f in refused]
    stream.close(kept)
    loaded: dict[str, Any] = json.loads("".join(pieces).encode())
    return loaded


def test_shape(report: Report) -> None:
    """What the schema requires is there: version, runs, tool, driver name, message, level."""
    whole = log([report])
    run = whole["runs"][0]
    assert ("2.1.0", 1, "Kaocheng") == (
        whole["version"],
        len(whole["runs"]),
        run["tool"]["driver"]["name"],
    )
    assert 6 == len(run["results"])
    for result in run["results"]:
        assert result["level"] in {"error", "note"}
        assert result["message"]["text"]
        assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]


def test_only_rules_that_fired(report: Report) -> None:
    """The driver lists the rules among the results, once each, with their level."""
    run = log([report, *sheeted(report, 2)])["runs"][0]
    listed = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert sorted({result["ruleId"] for result in run["results"]}) == listed
    levels = {r["id"]: r["defaultConfiguration"]["level"] for r in run["tool"]["driver"]["rules"]}
    assert ("error", "note") == (levels["ART001"], levels["RND001"])


def test_related_and_logical(report: Report) -> None:
    """A cell is a logical location, the cells that took part are related locations."""
    result = log([report])["runs"][0]["results"][3]
    logical = result["locations"][0]["logicalLocations"][0]
    assert ("表1/7/4", "table") == (logical["fullyQualifiedName"], logical["kind"])
    assert [1, 2, 3] == [item["id"] for item in result["relatedLocations"]]


def test_clean_documents_and_refused(report: Report) -> None:
    """Documents without findings leave no stray comma; a refused file is told by the run."""
    clean = replace(report, findings=())
    run = log([clean, report, clean], ("空.pdf",))["runs"][0]
    assert 6 == len(run["results"])
    assert run["invocations"][0]["executionSuccessful"] is False
    notes = run["invocations"][0]["toolExecutionNotifications"]
    assert ["文件是空的。"] == [note["message"]["text"] for note in notes]
    assert [] == log([clean])["runs"][0]["results"]


def test_region_of_a_text_file(report: Report) -> None:
    """Line and column in a text file, the column counted anew on each line."""
    at = Place("a.txt", line=3, paragraph=1)
    words = Passage("一二三四五六", (Stretch(0, at), Stretch(4, replace(at, line=4))))
    document = replace(report.document, blocks=(Paragraph(words),))
    finding = Finding("ART001", words.at(5, 6), "六", "六", "七", "错了。")
    result = log([replace(report, document=document, findings=(finding,))])["runs"][0]["results"][0]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert {"startLine": 4, "startColumn": 2, "snippet": {"text": "六"}} == region


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(words=HOSTILE)
def test_any_words(report: Report, words: str) -> None:
    """Whatever a document holds, the log is valid JSON in UTF-8."""
    assert 8 == len(log([doctored(report, words)])["runs"][0]["results"])
