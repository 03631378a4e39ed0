"""A report counts what it says."""

from __future__ import annotations

from pathlib import Path

from kaocheng.kernel.documents import Document
from kaocheng.kernel.findings import Finding, Outcome, Severity, Unjudged
from kaocheng.kernel.places import Place
from kaocheng.kernel.reports import Judged, Profile, Report
from kaocheng.kernel.rulebook import Rule

HERE = Place("a.txt", line=1)


def _finding(severity: Severity | None = None, cause: Finding | None = None) -> Finding:
    return Finding("ABC001", HERE, "甲", "甲", "乙", "甲应为乙。", severity=severity, cause=cause)


def _report(*findings: Finding) -> Report:
    rule = Rule("ABC001", "甲", "甲", Severity.ERROR, str, lambda _: (), Path(), "abc001_x")
    return Report(
        document=Document("a.txt", "txt", ()),
        profile=Profile("其他文件"),
        findings=findings,
        judged=(Judged("ABC001", Outcome.HOLDS, "甲 = 乙", ()),),
        unjudged=(Unjudged("ABC001", Outcome.NOT_APPLICABLE, "没有甲"),),
        figures=(),
        free=(),
        rules={"ABC001": rule},
    )


def test_consequences_are_not_counted() -> None:
    """One fault and what follows from it are one error."""
    first = _finding()
    report = _report(first, _finding(cause=first), _finding(Severity.NOTE))
    assert (1, 1) == (report.errors, report.notes)


def test_a_finding_may_weigh_less_than_its_rule() -> None:
    """Its own word goes before the rule's."""
    report = _report()
    assert Severity.ERROR is report.severity(_finding())
    assert Severity.NOTE is report.severity(_finding(Severity.NOTE))


def test_every_outcome_is_counted() -> None:
    """Judged and unjudged together; outcomes that did not occur are 0."""
    wanted = {
        Outcome.HOLDS: 1,
        Outcome.FAILS: 0,
        Outcome.NOT_APPLICABLE: 1,
        Outcome.NOT_POSSIBLE: 0,
    }
    assert wanted == _report().outcomes()
