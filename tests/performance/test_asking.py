"""What the unit is asked for: reasons, evidence, problems; nothing when all is told."""

from __future__ import annotations

from dataclasses import replace

from kaocheng.performance.asking import wanted
from kaocheng.performance.lifecycle import PerformanceYear, Remark
from kaocheng.performance.measuring import reached
from kaocheng.performance.selfscore import evaluations
from tests.performance.years import CODE, EVIDENCE, GOAL, evidence, funding, planned, year

_ABOUT = ("预算执行率", "ZB2", "ZB3", "ZB5", "ZB7")
_REMARKS = tuple(Remark(CODE, about, reason="检修两个月") for about in _ABOUT)


def _asked(made: PerformanceYear, executed: str = "1292400") -> list[str]:
    scores = evaluations(made, funding(executed=executed))
    forms = replace(scores, cards=())
    return [fault.message for fault in wanted(made, forms)]


def test_nothing_to_ask() -> None:
    """Reasons given, problems written."""
    assert [] == _asked(year(remarks=_REMARKS))


def test_reasons_are_asked_for() -> None:
    """A score below full, a changed budget and a low execution each want a reason."""
    said = _asked(year(), executed="1000000")
    assert "“免费复印”没有得满分，没有写原因" in said
    assert "“大厅运转”年中调整了预算，没有写理由" in said
    assert "“大厅运转”预算执行率77.38%，不足90%，没有写原因" in said


def test_problems_and_evidence_are_asked_for() -> None:
    """无 will not do where a target was missed; an indicator without evidence is named."""
    quiet = replace(GOAL, problems="无")
    said = _asked(year(goals=(quiet,), remarks=_REMARKS, evidence=EVIDENCE[1:]))
    assert any("存在问题却没有写" in text for text in said)
    assert "“公共区域消毒”未取得数据：“公共区域消毒”的完成值" in said


def test_what_lies_above_its_target_wants_a_reason() -> None:
    """A count of ＝ as soon as it is more, one of ≥ beyond what our checker lets pass."""
    for nature, value, asked in (
        ("＝", "1001", 1),
        ("＝", "1000", 0),
        ("≥", "1300", 0),
        ("≥", "1301", 1),
    ):
        items, proofs = (planned("ZB1", nature),), (evidence("ZB1", value),)
        made = year(indicators=items, evidence=proofs)
        assert asked == sum("超出指标值" in said for said in _asked(made)), (nature, value)
        told = year(
            indicators=items,
            evidence=proofs,
            remarks=(Remark(CODE, "ZB1", reason="新设两个窗口，进驻事项增加，办件随之增加"),),
        )
        assert not any("超出指标值" in said for said in _asked(told))


def test_equal_means_equal() -> None:
    """A count of ＝ that lies above its target is not among those reached."""
    for value, met in (("1000", 1), ("1500", 0), ("900", 0)):
        made = year(indicators=(planned("ZB1", "＝"),), evidence=(evidence("ZB1", value),))
        pair = reached(made, None)
        assert pair is not None
        assert met == pair[0].value
