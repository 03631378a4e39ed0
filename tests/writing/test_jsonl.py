"""JSON lines."""

from __future__ import annotations

import json

from hypothesis import HealthCheck, given, settings

from kaocheng.kernel.reports import Report
from kaocheng.writing import jsonl
from tests.writing.doctored import doctored
from tests.writing.strategies import HOSTILE

PROMISED = {
    *("file", "line", "page", "sheet", "table", "row", "column", "quote", "places", "id"),
    *("code", "title", "family", "severity", "written", "expected", "difference"),
    *("message", "remedy", "basis", "consequence_of"),
}


def test_keys(report: Report) -> None:
    """Every object has the promised keys, also that of an unreadable file."""
    written = jsonl.body(report) + jsonl.unreadable("空.pdf", "文件是空的。")
    objects = [json.loads(line) for line in written.splitlines()]
    assert 7 == len(objects)
    assert [] == [key for item in objects for key in PROMISED if key not in item]
    assert {tuple(objects[0])} == {tuple(item) for item in objects}


def test_values(report: Report) -> None:
    """Place, quote and severity are those of the finding."""
    item = json.loads(jsonl.body(report).splitlines()[3])
    assert (4, 1, 7, 4) == (item["page"], item["table"], item["row"], item["column"])
    assert ("386.30", "error", None) == (item["quote"], item["severity"], item["line"])
    assert "找出" not in item["remedy"], "the finding's own remedy goes before its rule's"


def test_consequence_names_its_cause(report: Report) -> None:
    """`consequence_of` is the id of the finding it follows from."""
    objects = [json.loads(line) for line in jsonl.body(report).splitlines()]
    assert objects[3]["id"] == objects[4]["consequence_of"]
    assert [None] * 4 == [item["consequence_of"] for item in objects[:4]]


def test_identity_is_stable_and_unique(report: Report) -> None:
    """Two runs give the same ids, and no two findings share one."""
    first = [json.loads(line)["id"] for line in jsonl.body(report).splitlines()]
    second = [json.loads(line)["id"] for line in jsonl.body(report).splitlines()]
    assert first == second
    assert len(first) == len(set(first))


def test_unreadable() -> None:
    """A file that could not be read is one error object."""
    item = json.loads(jsonl.unreadable("空.pdf", "文件是空的。"))
    assert ("IO001", "error", "文件是空的。") == (item["code"], item["severity"], item["message"])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(words=HOSTILE)
def test_one_object_a_line(report: Report, words: str) -> None:
    """Whatever a document holds, each line is one object, and the quote comes back exactly."""
    written = jsonl.body(doctored(report, words)) + jsonl.unreadable(words, words)
    objects = [json.loads(line) for line in written.encode("utf-8").decode().splitlines()]
    assert 9 == len(objects)
    assert words == objects[0]["quote"]
