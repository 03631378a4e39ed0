"""Text for the terminal."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings

from kaocheng.kernel.reports import Report
from kaocheng.writing import text
from kaocheng.writing.safe import width
from kaocheng.writing.summary import refusal, summary
from tests.writing.doctored import doctored
from tests.writing.strategies import HOSTILE

GOLDEN = Path(__file__).parent / "golden" / "report.txt"


def test_golden(report: Report) -> None:
    """The whole output of the made-up report, with a second file that could not be read."""
    summaries = [summary(report), refusal("空.pdf", "文件是空的。")]
    written = text.head() + text.body(report) + text.unreadable("空.pdf", "文件是空的。")
    assert GOLDEN.read_text("utf-8") == written + text.tail(summaries)


def test_colour_only_when_told(report: Report) -> None:
    """Escape sequences appear with colour and never without; the words are the same."""
    plain, coloured = text.body(report), text.body(report, colour=True)
    assert "\x1b" not in plain
    assert "\x1b[31" in coloured


def test_one_document_needs_no_table(report: Report) -> None:
    """The summary of a single document is its sentence alone."""
    assert text.tail([summary(report)]).count("\n") == 3


def test_table_is_aligned(report: Report) -> None:
    """Columns keep their width although Chinese characters are two columns wide."""
    lines = text.tail([summary(report), refusal("a.pdf", "x")]).splitlines()[2:5]
    assert [lines[0].index("错误")] == [lines[0].index("错误")]
    start = width(lines[0][: lines[0].index("文种")])
    assert start == width(lines[1][: lines[1].index("部门决算公开")])


def test_consequence_stands_under_its_cause(report: Report) -> None:
    """What follows from a fault is indented below it and not told a second time."""
    written = text.body(report)
    assert "由此引起：\n      └ 第4页 表1 第9行第4列" in written
    assert written.count("第9行第4列") == 1


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(words=HOSTILE)
def test_no_control_reaches_the_terminal(report: Report, words: str) -> None:
    """Nothing in a document can move the cursor, colour the screen or turn the reading order."""
    written = text.body(doctored(report, words)) + text.unreadable(words, words)
    bad = [c for c in written if (ord(c) < 32 and c != "\n") or c in "\x7f\x9b\u202e"]
    assert bad == []
    written.encode("utf-8")
