"""Markdown."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from kaocheng.kernel.reports import Report
from kaocheng.writing import markdown
from kaocheng.writing.summary import summary
from tests.writing.doctored import doctored
from tests.writing.strategies import HOSTILE


def test_finding(report: Report) -> None:
    """A finding has its heading, place, quote and comparison; what follows is nested below."""
    written = markdown.body(report)
    assert "### 4. 错误 ART001 合计与各项之和不符" in written
    assert "**【386.30】**" in written
    assert "- 由此引起：\n  - 第4页 表1 第9行第4列" in written


def test_table(report: Report) -> None:
    """The summary is a table with as many cells in each row."""
    lines = [line for line in markdown.tail([summary(report)]).splitlines() if line[:1] == "|"]
    assert {9} == {line.count("|") for line in lines}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(words=HOSTILE)
def test_no_markup_of_strangers(report: Report, words: str) -> None:
    """A document brings neither HTML nor table cells nor headings of its own."""
    made = doctored(report, words)
    written = markdown.body(made) + markdown.tail([summary(made)])
    outside = written.replace("\\<", "").replace("<details>", "").replace("</details>", "")
    outside = outside.replace("<summary>", "").replace("</summary>", "")
    assert "<" not in outside
    assert markdown.body(made).count("\n## ") == 0
    written.encode("utf-8")
