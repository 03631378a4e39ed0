"""What must hold between the records of a performance year (绩效数据完整性), each breach a fault."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date

from kaocheng.kernel.faults import Fault
from kaocheng.performance.lifecycle import (
    REJECTED,
    UNDONE,
    WHOLE,
    Evidence,
    PerformanceYear,
    Planned,
    Step,
    is_post,
    refusal,
)
from kaocheng.performance.measuring import target_value
from kaocheng.performance.onevalue import contradicting
from kaocheng.performance.quantities import measure
from kaocheng.performance.spotintegrity import spot_faults
from kaocheng.performance.wording import tells

Where = dict[str, tuple[str, str]]
"""Which file and worksheet each kind of record was read from."""
Say = Callable[..., Fault]

_IDENTITY = re.compile(r"\d{17}[\dXx]\Z")
_MOBILE = re.compile(r"1[3-9]\d{9}\Z")
_NUMBER = re.compile(
    r"[0-9A-Za-z（）()\[\]〔〕第号_/.~—－-]*\d[0-9A-Za-z（）()\[\]〔〕第号_/.~—－-]*"
)
_FACTORS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK = "10X98765432"


def faults_of(year: PerformanceYear, where: Mapping[str, tuple[str, str]]) -> Iterator[Fault]:
    """Every breach in the year, with the file and row it stands in."""
    for kind, check in _CHECKS:
        file, sheet = where.get(kind, ("", ""))
        yield from check(year, _sayer(file, sheet))


def _sayer(file: str, sheet: str) -> Say:
    def say(row: int, column: str, written: str, message: str, remedy: str) -> Fault:
        return Fault(file, sheet, row, column, written, message, remedy)

    return say


def _goals(year: PerformanceYear, say: Say) -> Iterator[Fault]:
    counted = Counter(goal.subject for goal in year.goals)
    for goal in year.goals:
        if counted[goal.subject] > 1:
            yield say(goal.row, "对象", goal.subject, "同一对象写了几行", "请合成一行")


def _indicators(year: PerformanceYear, say: Say) -> Iterator[Fault]:
    counted = Counter(item.number for item in year.indicators)
    for item in year.indicators:
        if counted[item.number] > 1:
            yield say(item.row, "指标编号", item.number, "编号重复", "每个指标用不同的编号")
        if item.weight <= 0:
            yield say(item.row, "分值", str(item.weight), "分值应大于0", "请写分值")
        if item.nature == "＝" and target_value(item) == 0:
            remedy = "不许发生的写“≤”和0；要做到多少的写多少"
            yield say(item.row, "指标值", item.target, "“＝0”量不出做到了多少", remedy)


def _steps(year: PerformanceYear, say: Say) -> Iterator[Fault]:
    told: dict[str, tuple[Step, ...]] = {}
    for step in sorted(year.steps, key=lambda s: s.on):
        before = told.get(step.subject, ())
        if why := refusal(before, step):
            yield say(step.row, "环节", step.stage, why, "补上缺的环节，或改正日期")
        told[step.subject] = (*before, step)
    yield from _given_up(year, say)
    for step in year.steps:
        if step.post and not is_post(step.post):
            yield say(step.row, "职务", step.post, *_NOT_A_POST)


def _given_up(year: PerformanceYear, say: Say) -> Iterator[Fault]:
    """未实施 has its document and its reason, is about a project, and leaves nothing to measure."""
    measured = {item.subject for item in year.evidence} | {o.subject for o in year.overrides}
    for step in (step for step in year.steps if step.stage == UNDONE):
        if step.subject == WHOLE:
            remedy = "写项目代码；部门整体没有未实施的说法"
            yield say(step.row, "对象", step.subject, f"“{UNDONE}”只说项目", remedy)
        if not tells(step.basis):
            yield say(step.row, "依据", step.basis, f"“{UNDONE}”没有写依据", "写取消的文号或会议")
        if not tells(step.note):
            yield say(step.row, "说明", step.note, f"“{UNDONE}”没有写原因", "写明为什么没有实施")
        if step.subject in measured:
            remedy = "实施了的删去“未实施”；没有实施的删去它的证据和调整得分"
            message = f"登记了“{UNDONE}”，又填了证据或调整得分"
            yield say(step.row, "环节", step.stage, message, remedy)


_NOT_A_POST = ("这里只写职务", "写“财务负责人”“办公室主任”之类，不写姓名")


def _assessments(year: PerformanceYear, say: Say) -> Iterator[Fault]:
    counted = Counter(item.subject for item in year.assessments)
    for item in year.assessments:
        if counted[item.subject] > 1:
            yield say(item.row, "对象", item.subject, "同一对象写了几行", "请合成一行")
        if not is_post(item.post):
            yield say(item.row, "审批职务", item.post, *_NOT_A_POST)
        after = {step.stage for step in year.through(item.subject)}
        if item.conclusion == REJECTED and "批复" in after:
            remedy = "请核对结论；没有通过评估的不得安排预算"
            yield say(item.row, "评估结论", item.conclusion, "评估没有通过，却登记了批复", remedy)


def _monitoring(year: PerformanceYear, say: Say) -> Iterator[Fault]:
    for reading in year.monitoring:
        if reading.on.year != year.year:
            day = reading.on.isoformat()
            yield say(reading.row, "截止日期", day, f"不在{year.year}年内", "请核对日期")


def _evidence(year: PerformanceYear, say: Say) -> Iterator[Fault]:
    counted = Counter(item.number for item in year.evidence)
    planned = {item.number: item for item in year.indicators}
    for item in year.evidence:
        if counted[item.number] > 1:
            yield say(item.row, "证据编号", item.number, "编号重复", "每条证据用不同的编号")
        if item.value is None and not item.level:
            yield say(item.row, "数值", "", "数值和档次都没有填", "至少填一项")
        for number in item.records:
            if why := _private(number):
                yield say(item.row, "记录编号", _masked(number), why, "只写办件号、台账号等编号")
        aim = planned.get(item.about)
        if aim:
            yield from _of_aim(year, item, aim, say)


def _of_aim(year: PerformanceYear, item: Evidence, aim: Planned, say: Say) -> Iterator[Fault]:
    """An actual value against its own indicator: subject, unit, sign and day."""
    if aim.subject != item.subject:
        yield say(item.row, "对象", item.subject, f"指标属于“{aim.subject}”", "请核对对象")
    if aim.nature != "定性" and measure(item.unit)[1] != measure(aim.unit)[1]:
        said = f"与指标的单位“{aim.unit}”对不上"
        yield say(item.row, "计量单位", item.unit, said, "换算成指标的单位再填")
    if aim.level2.startswith("数量") and item.value is not None and item.value < 0:
        yield say(
            item.row, "数值", f"{item.value:f}", "数量不能小于0", "请核对台账，写实际完成的数量"
        )
    if item.cutoff > date(year.year, 12, 31):
        day = item.cutoff.isoformat()
        yield say(item.row, "截止日期", day, "在年度之后", "完成值截止到年末")


def _private(number: str) -> str:
    """Why a record's number may not be kept: it is an identity card, a telephone, or words."""
    if _IDENTITY.fullmatch(number):
        weighed = sum(int(d) * f for d, f in zip(number[:17], _FACTORS, strict=True))
        if _CHECK[weighed % 11] == number[17].upper():
            return "像身份证号，不得填写个人信息"
    if _MOBILE.fullmatch(number):
        return "像手机号，不得填写个人信息"
    return "" if _NUMBER.fullmatch(number) else "不是编号"


def _masked(number: str) -> str:
    return number if len(number) < 7 else f"{number[:3]}…{number[-2:]}"


def _overrides(year: PerformanceYear, say: Say) -> Iterator[Fault]:
    for made in year.overrides:
        if made.score is None:
            yield say(made.row, "调整得分", "", "写了理由或职务，没有写得分", "写得分，或删去理由")
            continue
        if made.score < 0:
            yield say(made.row, "调整得分", str(made.score), "不能小于0", "请改正")
        if not made.reason:
            yield say(made.row, "调整理由", "", "调整得分须写理由", "写明为什么不采用计算得分")
        if not is_post(made.post):
            yield say(made.row, "职务", made.post, *_NOT_A_POST)


_CHECKS: tuple[tuple[str, Callable[[PerformanceYear, Say], Iterator[Fault]]], ...] = (
    ("goals", _goals),
    ("indicators", _indicators),
    ("steps", _steps),
    ("assessments", _assessments),
    ("monitoring", _monitoring),
    ("evidence", _evidence),
    ("evidence", contradicting),
    ("remarks", _overrides),
    ("checks", spot_faults),
)
