"""The department as a whole in a forecast: its scorecard item by item, and its form."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from kaocheng.kernel.units import PERCENT
from kaocheng.performance.forecast import Forecast, forecasts
from kaocheng.performance.funding import Funding
from kaocheng.performance.lifecycle import WHOLE, Goal, Monitoring, PerformanceYear
from kaocheng.performance.making import figure
from kaocheng.performance.outlooks import Outlook
from tests.performance.years import GOAL, planned, whole, year, yuan

_MONEY = {
    "年初部门预算数": "1000000", "全年预算调剂金额": "20000", "年度预算总额": "1020000",
    "控制科目年初预算数": "100000", "控制科目决算数": "52000", "部门支出执行数": "450000",
    "项目支出全年预算数": "500000", "项目支出执行数": "250000",
}  # fmt: skip
_PROGRESS = {"6月执行进度": "44.12", "9月执行进度": "44.12", "11月执行进度": "44.12"}


def _funding(**changed: str) -> Funding:
    figures = {name: yuan(name, text) for name, text in {**_MONEY, **changed}.items()}
    shares = {name: figure(name, Decimal(text), PERCENT) for name, text in _PROGRESS.items()}
    return Funding({**figures, **shares})


def _of_department(made: PerformanceYear, money: Funding, month: int = 6) -> Forecast:
    return next(one for one in forecasts(made, money, month) if one.title)


def _item(made: Forecast, name: str) -> Outlook:
    return next(one for one in made.outlooks if one.name == name)


def test_money_as_it_stands_and_at_its_pace() -> None:
    """Half the projects' money by June is on course; adjustments that go on cost points twice."""
    made = _of_department(year(), _funding())
    done = _item(made, "预算完成")
    assert (Decimal(5), Decimal(10), "正常") == (done.points.low, done.points.high, done.danger)
    moved = _item(made, "编制准确")
    assert ("难以完成", Decimal(6), Decimal(8)) == (
        moved.danger,
        moved.points.low,
        moved.points.high,
    )
    assert "6月底：比值2.00%；按序时推算：比值4.00%" == moved.why


def test_checkpoints_to_come() -> None:
    """44.12 % by June earns June; nothing more paid would miss September, the pace would not quite."""
    progress = _item(_of_department(year(), _funding()), "执行进度")
    assert ["7.22", "9.86"] == [f"{end:.2f}" for end in (progress.points.low, progress.points.high)]


def test_a_deviation_that_passes_through_nothing() -> None:
    """52 now, 104 at the pace, of a budget of 100: full points may be had, and will be."""
    seen = _item(_of_department(year(), _funding()), "支出控制")
    assert (Decimal(0), Decimal(10), "正常") == (seen.points.low, seen.points.high, seen.danger)
    wild = _item(_of_department(year(), _funding(控制科目决算数="80000")), "支出控制")
    assert (Decimal(0), Decimal(10), "有风险") == (wild.points.low, wild.points.high, wild.danger)


@pytest.mark.parametrize(
    ("value", "low", "high", "danger"),
    [("550", 0, 10, "正常"), ("400", 0, 0, "难以完成"), ("900", 0, 10, "有风险"),
     ("1500", 0, 0, "难以完成")],
)  # fmt: skip
def test_goals_reached(value: str, low: int, high: int, danger: str) -> None:
    """A quantity counts between its target and three tenths above it, at its pace."""
    reading = Monitoring("ZB1", date(2023, 6, 30), Decimal(value))
    made = year(indicators=(planned("ZB1", target="1100"),), monitoring=(reading,))
    seen = _item(_of_department(made, _funding()), "目标实现")
    assert (low, high, danger) == (seen.points.low, seen.points.high, seen.danger)
    assert ("公共区域消毒" in seen.why) == (danger != "正常")


def test_what_is_judged_at_the_end_is_open() -> None:
    """Evidence of December says nothing in June; what was known by June is taken."""
    late = year(evidence=(whole("违纪违规问题数", "2", unit="个"),))
    assert "年末凭证据评定" == _item(_of_department(late, _funding()), "违规记录").why
    known = _item(_of_department(late, _funding(), 12), "违规记录")
    assert (Decimal(9), Decimal(9)) == (known.points.low, known.points.high)


def test_the_sentence_tells_what_is_open() -> None:
    """The department is named, its scorecard, and how many points nobody can tell yet."""
    goals = (GOAL, Goal(WHOLE, "青河县行政审批局", "依法履职。"))
    words = _of_department(year(goals=goals), _funding()).words
    assert words.startswith(
        "“青河县行政审批局”（区级部门整体支出绩效评价自评得分）按6月监控，全年预计"
    )
    assert "年末凭证据评定，" in words


def test_a_department_with_a_form_has_its_execution() -> None:
    """Where the whole is evaluated by a form, execution is one of its lines."""
    goals = (Goal(WHOLE, "青河县行政审批局", "依法履职。"),)
    items = (planned("ZB9", subject=WHOLE, weight="90"),)
    made = forecasts(year("yunnan_2020", goals=goals, indicators=items), _funding(), 6)
    assert ["预算执行率", "公共区域消毒"] == [one.name for one in made[0].outlooks]
    assert "6月底执行44.1%，应达到50.0%" == made[0].outlooks[0].why
