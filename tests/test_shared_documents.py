"""The real documents beside the checkout, where there are any: what must be said of them, and not."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest

from bench.corpus import FOLDER, documents
from kaocheng.disclosure.checking import check
from kaocheng.kernel.reports import Report
from kaocheng.reading.opening import read

PATHS = documents()
WITHOUT_ERRORS = (
    "附件2_部门决算模板",
    "普陀区商务委员会_2025单位预算",
    "普陀区商务委员会_2025部门预算",
)
INSPECTED = "普陀区司法局_2026单位预算"

pytestmark = pytest.mark.skipif(
    not PATHS, reason="真实文件不在检出目录旁边，没有在真实文件上核对。"
)


@lru_cache(maxsize=None)
def _report(path: Path) -> Report:
    return check(read(path))


def _named(stem: str) -> Report:
    (path,) = FOLDER.rglob(f"{stem}.pdf")
    return _report(path)


def _shown(report: Report) -> list[tuple[str, str]]:
    errors = (f for f in report.findings if report.severity(f).value == "error")
    return [(finding.code, finding.quote) for finding in errors]


def test_all_documents_are_there() -> None:
    """Five of text and five of PDF; fewer would mean that the tests below look at nothing."""
    kinds = [path.suffix for path in PATHS]
    assert (5, 5) <= (kinds.count(".txt"), kinds.count(".pdf"))


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_every_document_gives_a_report(path: Path) -> None:
    """With its kind, its figures, and findings that say where and what."""
    report = _report(path)
    assert "其他文件" != report.profile.kind
    assert [] != [*report.judged, *report.unjudged]
    for finding in report.findings:
        assert finding.message
        assert finding.written
        assert finding.place.words()


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_every_finding_belongs_to_a_rule_and_a_printed_place(path: Path) -> None:
    """A cause is reported before what follows from it."""
    report = _report(path)
    seen: set[int] = set()
    for finding in report.findings:
        assert finding.code in report.rules
        assert finding.cause is None or id(finding.cause) in seen
        seen.add(id(finding))


@pytest.mark.parametrize("stem", WITHOUT_ERRORS)
def test_right_documents_have_no_errors(stem: str) -> None:
    """The official blank form, and two budgets in which no fault is known."""
    assert [] == _shown(_named(stem))


@pytest.mark.parametrize(
    ("quote", "times"),
    [("1.10%", 1), ("57.8万元", 1), ("170.03万元", 1), ("21.74%", 1), ("64,840,547.00", 2)],
)
def test_the_inspectors_arithmetic_findings_are_found(quote: str, times: int) -> None:
    """What a real inspector wrote on the sheet that lies beside the document."""
    found = [
        shown for code, shown in _shown(_named(INSPECTED)) if code.startswith(("RAT", "CON", "ART"))
    ]
    assert times == found.count(quote)
