"""A finding that rests on another figure follows from what is found there."""

from __future__ import annotations

from dataclasses import replace

from kaocheng.disclosure.consequences import attached
from kaocheng.kernel.findings import Finding
from kaocheng.kernel.places import Place
from tests.disclosure.texts import causes, checked

_PART, _TOTAL = Place("a.txt", line=3, start=4), Place("a.txt", line=3, start=9)


def _finding(place: Place, follows: Place | None = None) -> Finding:
    return Finding("ABC001", place, "1", "1", "2", "甲", follows=follows)


def test_it_follows_from_what_is_found_at_the_figure() -> None:
    """Whichever of the two was said first."""
    part, total = _finding(_PART), _finding(_TOTAL, follows=_PART)
    for said in ([part, total], [total, part]):
        found = {f.place.start: f.cause for f in attached(said)}
        assert {4: None, 9: part} == found


def test_it_follows_from_the_root() -> None:
    """Where the figure is itself only a consequence, its cause is the cause of both."""
    root = _finding(Place("a.txt", line=1))
    between = replace(_finding(_PART), cause=root)
    assert [root, root] == [f.cause for f in attached([between, _finding(_TOTAL, _PART)])]


def test_without_a_finding_there_it_stands_alone() -> None:
    """Nor does it follow from itself."""
    alone, self_centred = _finding(_TOTAL, follows=_PART), _finding(_PART, follows=_PART)
    assert [None] == [f.cause for f in attached([alone])]
    assert [None] == [f.cause for f in attached([self_centred])]


def test_a_total_copied_from_a_wrong_part_is_no_fault_of_its_own() -> None:
    """综合得分 that was added up from a wrong 部分得分 is reported under that part, as an error."""
    text = """
部门整体支出绩效评价报告

四、评价情况

（一）投入

1、目标设定（7分）

（1）目标合理性（3分）：目标合理，该项得3分。

（2）目标明确性（4分）：目标明确，该项得4分。

（二）过程

1、预算执行（12分）

（1）预算完成率（5分）：该项得5分。

（2）制度健全（7分）：制度健全，该项得7分。

综合得分：投入绩效为7分，过程绩效为14分，综合以上绩效评价得分21分，良好。
"""
    report = checked(text)
    assert ["14"] == [f.written for f in causes(report) if f.code == "PER016"]
    total = next(f for f in report.findings if f.written == "21")
    assert total.cause is not None
    assert ("14", "error") == (total.cause.written, report.severity(total).value)
