"""Before anything is published: every part that is missing is told, and nothing is made up for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kaocheng.kernel.faults import Fault
from kaocheng.performance.judging import judged
from kaocheng.performance.lifecycle import (
    WHOLE,
    Assessment,
    Goal,
    Monitoring,
    PerformanceYear,
    Remark,
    Step,
)
from kaocheng.performance.results import NO_DATA, NO_SCORE
from kaocheng.performance.selfscore import evaluations
from tests.performance.years import CODE, EVIDENCE, GOAL, INDICATORS, funding, year

_DAYS = {
    "事前评估": (2022, 9),
    "目标": (2022, 10),
    "批复": (2023, 2),
    "监控": (2023, 6),
    "自评": (2024, 2),
}
_REASON = "设备检修两个月"
_ASSESSED = Assessment(CODE, "必需", "询价", "可计量", "有方案", "一般公共预算", "予以支持", "局长")


def _steps(subject: str = CODE) -> tuple[Step, ...]:
    return tuple(Step(subject, stage, date(*on, 28)) for stage, on in _DAYS.items())


def _readings() -> tuple[Monitoring, ...]:
    days = [date(2023, month, 20) for month in (6, 9, 11)]
    return tuple(Monitoring("ZB1", on, Decimal(500)) for on in days)


def _whole_year(**changed: object) -> PerformanceYear:
    """A year of one project in which nothing is wanting, in an edition without a scorecard."""
    parts: dict[str, object] = {
        "steps": _steps(),
        "monitoring": _readings(),
        "assessments": (_ASSESSED,),
        "remarks": tuple(Remark(CODE, f"ZB{n}", reason=_REASON) for n in (2, 3, 5, 7)),
        **changed,
    }
    reasons = parts["remarks"]
    parts["remarks"] = (*reasons, Remark(CODE, "预算执行率", reason="追加水电费"))  # type: ignore[misc]
    return year("shanghai_2024", **parts)


def _said(made: PerformanceYear, *, errors: bool = True) -> list[str]:
    money = funding()
    found = judged(made, money, evaluations(made, money))
    return [fault.message for fault in found if fault.is_error is errors]


def test_a_whole_year_has_nothing_wanting() -> None:
    """The case on which all others rest."""
    assert ([], []) == (_said(_whole_year()), _said(_whole_year(), errors=False))


_HOLES: Mapping[str, tuple[dict[str, object], str]] = {
    "no evidence": ({"evidence": EVIDENCE[1:]}, f"“公共区域消毒”{NO_DATA}：“公共区域消毒”的完成值"),
    "no indicators": ({"indicators": (), "evidence": (), "monitoring": ()}, "没有设绩效指标"),
    "no goal": ({"goals": (), "indicators": (), "evidence": ()}, "本年支出1,292,400.00元，没有编绩效目标"),
    "no reason": ({"remarks": ()}, "“免费复印”没有得满分，没有写原因"),
    "no course": ({"goals": (replace(GOAL, course=""),)}, "实施内容及过程概述没有填写"),
    "no conclusion": ({"goals": (replace(GOAL, conclusion=" "),)}, "评价结论没有填写"),
    "problems 无": ({"goals": (replace(GOAL, problems="无"),)}, "存在问题却没有写"),
    "同上": ({"remarks": (Remark(CODE, "ZB2", reason="同上。"),)}, "“ZB2”的未完成原因等于没有写"),
    "goal 略": ({"goals": (replace(GOAL, done="略"),)}, "目标完成情况等于没有写"),
    "weights": ({"indicators": (*INDICATORS[:-1], replace(INDICATORS[-1], weight=Decimal(12)))},
                "各指标分值之和是92分，本版式规定90分"),
    "cost upside down": ({"indicators": (*INDICATORS[:-1], replace(INDICATORS[-1], nature="≥"))}, "方向反了"),
    "no readings": ({"monitoring": ()}, "登记了2023-06-28的监控，没有监控数据"),
    "no assessment": ({"assessments": ()}, "登记了事前评估，没有评估内容和结论"),
    "not evaluated": ({"steps": _steps()[:-1]}, "还没有登记到“自评”"),
    "wrong number": ({"goals": (replace(GOAL, done="全年免费复印999999份。"),)},
                     "文字里写“999999份”，“免费复印”的证据是180000份"),
}  # fmt: skip


@pytest.mark.parametrize("hole", _HOLES)
def test_each_hole_is_an_error(hole: str) -> None:
    """Whatever is wanting is named, and keeps the year from being published."""
    changed, says = _HOLES[hole]
    assert any(says in message for message in _said(_whole_year(**changed))), _said(
        _whole_year(**changed)
    )


def test_a_gap_may_be_published_with_its_reason() -> None:
    """What truly was not measured: a note, and the total says that there is no score."""
    gap = tuple(Remark(CODE, f"ZB{n}", reason=_REASON) for n in (1, 2, 3, 5, 7))
    made = _whole_year(evidence=EVIDENCE[1:], remarks=gap)
    assert [] == _said(made)
    assert [f"“公共区域消毒”{NO_DATA}：“公共区域消毒”的完成值"] == _said(made, errors=False)
    faults = judged(made, funding(), evaluations(made, funding()))
    assert NO_SCORE in faults[0].remedy


def test_months_without_readings_are_noted() -> None:
    """What was not read in its month cannot be read later, so it is only told."""
    told = _said(_whole_year(monitoring=_readings()[:1]), errors=False)
    assert ["“大厅运转”没有9、11月的监控数据"] == told


def test_a_project_approved_late_is_not_asked_for_june() -> None:
    """Monitoring begins with the approval of the budget."""
    steps = tuple(
        replace(step, on=date(2023, 8, 1)) if step.stage in ("批复", "监控") else step
        for step in _steps()
    )
    told = _said(_whole_year(steps=steps, monitoring=_readings()[1:]), errors=False)
    assert [] == told


def test_a_scorecard_wants_its_evidence_by_subject() -> None:
    """Each item of the department's and of the project's card; the department wants a goal."""
    made = replace(_whole_year(), edition="sichuan_2023")
    found = judged(made, funding(), evaluations(made, funding()))
    written = [fault.written for fault in found if fault.column == "取数名称"]
    assert {f"{WHOLE} 目标制定", f"{CODE} 程序严密"} <= set(written)
    assert f"没有“{WHOLE}”的绩效目标" in [fault.message for fault in found]


def test_the_department_is_asked_for_its_conclusion() -> None:
    """Where its report has a box for it."""
    goals = (Goal(WHOLE, "某县行政审批局", "保障大厅运转", problems="无", measures="无"), GOAL)
    made = replace(_whole_year(goals=goals), edition="sichuan_2023")
    found: tuple[Fault, ...] = judged(made, funding(), evaluations(made, funding()))
    assert "“某县行政审批局”的评价结论没有填写" in [fault.message for fault in found]
