"""Numbers typed in words against the evidence (文字与证据矛盾): the same thing has one value.

A number is held against an indicator only where it is said of the same thing: the same unit, and
words before it that end like the indicator's name. Parts of a year, shares and targets are left
alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from kaocheng.kernel.documents import passage
from kaocheng.kernel.faults import Fault
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.places import Place
from kaocheng.performance.asform import GOALS
from kaocheng.performance.asking import REMARKS
from kaocheng.performance.lifecycle import PerformanceYear, Planned
from kaocheng.performance.measuring import actual, target_value
from kaocheng.performance.promises import PARTLY, subject
from kaocheng.performance.quantities import Quantity, measure, quantities
from kaocheng.performance.wording import plainly

_COUNTING = re.compile(r"(?:数量|[件项条个份套枚台次场人天日户]?数|场次|总量)\Z")
_PART_OF_YEAR = re.compile(
    r"\d月|上半年|下半年|季度|月底|月末|当月|截至|预计|计划|目标|指标值|上一年"
)
_ABOVE = re.compile(r"\A(?:以上|及以上)")
_BELOW = re.compile(r"\A(?:以下|以内|及以下)")
_MORE_THAN = re.compile(r"(?:超过|超出|不少于|不低于|突破|≥|多于)\Z")
_LESS_THAN = re.compile(r"(?:不超过|不高于|低于|少于|≤)\Z")
_BARE = re.compile(r"(?:全年|本年|年内|年度|累计|实际|共计?)*")
_COMMON = 4


@dataclass(frozen=True, slots=True)
class Told:
    """Words a unit wrote (填写的文字), where they stand, and what they are about.

    `subject` is "" where they may speak of any project; `indicator` the number of the indicator
    they were written beside, or "".
    """

    file: str
    row: int
    column: str
    text: str
    subject: str = ""
    indicator: str = ""


def contradictions(year: PerformanceYear, more: Iterable[Told] = ()) -> Iterator[Fault]:
    """Every number in the unit's words that its own evidence contradicts."""
    values = [(item, value) for item in year.indicators if (value := actual(year, item))]
    for told in (*_written(year), *more):
        for said in quantities(passage(told.text, Place(told.file))):
            for item, value in values:
                if told.subject in ("", item.subject) and _contradicts(told, said, item, value):
                    yield _fault(told, said, item, value)


def _written(year: PerformanceYear) -> Iterator[Told]:
    for goal in year.goals:
        texts = {
            "目标完成情况": goal.done, "实施内容及过程概述": goal.course, "评价结论": goal.conclusion,
            "存在问题": goal.problems, "改进措施": goal.measures,
        }  # fmt: skip
        for column, text in texts.items():
            yield Told(GOALS, goal.row, column, text, goal.subject)
    for remark in year.remarks:
        for column, text in (("完成情况", remark.done), ("未完成原因", remark.reason)):
            yield Told(REMARKS, remark.row, column, text, remark.subject, remark.about)


def _contradicts(told: Told, said: Quantity, item: Planned, value: Figure) -> bool:
    factor, base = measure(said.unit)
    wanted, same = measure(item.unit)
    before = said.before
    if base != same or PARTLY.search(before) or _PART_OF_YEAR.search(before):
        return False
    if not _same_thing(told, subject(said), item):
        return False
    number, true = said.figure.value * factor, value.value * wanted
    aim = target_value(item)
    return not (_agrees(told.text, said, number, true) or (aim and number == aim * wanted))


def _same_thing(told: Told, words: str, item: Planned) -> bool:
    """Whether the words before a number name the indicator; bare verbs beside an indicator mean it."""
    core = _COUNTING.sub("", item.name)
    if told.indicator == item.number and _BARE.fullmatch(words):
        return True
    common = 0
    while common < min(len(core), len(words)) and core[-1 - common] == words[-1 - common]:
        common += 1
    return common >= min(_COMMON, len(core)) and common > 1


def _agrees(text: str, said: Quantity, number: Decimal, true: Decimal) -> bool:
    """Whether the true value may be told so: rounded to the printed digits, or as a bound."""
    after, before = text[said.end : said.end + 4], said.before
    if _LESS_THAN.search(before) or _BELOW.match(after):
        return true <= number
    if _MORE_THAN.search(before) or _ABOVE.match(after) or re.search("余|多", said.text):
        return true >= number
    half = measure(said.unit)[0].scaleb(-said.figure.decimals) / 2
    return abs(number - true) <= half or "约" in before[-2:]


def _fault(told: Told, said: Quantity, item: Planned, value: Figure) -> Fault:
    true = f"{plainly(value.value)}{item.unit}"
    message = f"文字里写“{said.text}”，“{item.name}”的证据是{true}"
    remedy = "请核对，文字和证据写成同一个数"
    return Fault(told.file, "", told.row, told.column, told.text, message, remedy)
