"""The words in which findings are shown."""

from __future__ import annotations

from kaocheng.kernel.findings import Finding, Outcome, Severity
from kaocheng.kernel.places import Place


def test_severities_in_chinese() -> None:
    """Two weights and no more."""
    assert ["错误", "提示"] == [severity.chinese for severity in Severity]


def test_four_outcomes() -> None:
    """Holds, fails, does not apply, could not be decided: none of them is another."""
    assert ["相符", "不符", "不适用", "无法核对"] == [outcome.value for outcome in Outcome]


def test_two_findings_are_never_one() -> None:
    """The same words at the same place may be said by two checks."""
    place = Place("a.txt", line=1)
    assert Finding("A", place, "", "", "", "") != Finding("A", place, "", "", "", "")
