"""Years for the tests of composing: built from amounts in 万元, names made up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from kaocheng.money.records import (
    AccountsYear,
    BudgetLine,
    Contract,
    Income,
    LastYear,
    Office,
    Payment,
    Project,
    Reason,
    Reception,
)

GENERAL, FUND = "一般公共预算财政拨款", "政府性基金预算财政拨款"
BASIC, PROJECT = "基本支出", "项目支出"
PROJECTS = {"XM01": "大厅运转", "XM02": "专家评审", "XM03": "广场改造"}
DECLARED = {
    "没有上年数": "新设立单位，无上年数",
    "没有编制": "没有核定编制",
    "未开展绩效自评": "没有布置自评",
}
TEXTS = {
    **DECLARED,
    "部门职责": "负责集中受理和审批政务服务事项。\n负责管理政务服务大厅。",
    "公务接待内容": "接待外地同行考察大厅建设",
    "政府采购用途": "更换窗口旧设备",
}
REASON = "职能增加，人员和业务量随之增加"


def cents(amount: str) -> int:
    """An amount in 万元 as 分."""
    return int(Decimal(amount) * 1_000_000)


@dataclass(frozen=True, slots=True)
class Line:
    """One kind of spending: 功能, 经济, amount in 万元, nature, source, project."""

    function: str
    economic: str
    amount: str
    nature: str = BASIC
    source: str = GENERAL
    project: str = ""
    bought: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """What a year is built from."""

    lines: tuple[Line, ...]
    receptions: tuple[tuple[int, str], ...] = ()
    last: Mapping[str, str] = field(default_factory=dict)
    reasons: tuple[str, ...] = ()
    budget: Mapping[str, str] = field(default_factory=dict)


def built(
    story: Story, edition: str = "sichuan_2023", name: str = "遂宁市青禾区行政审批局"
) -> AccountsYear:
    """The year of a story: every line one budget line, one payment, one receipt."""
    number = 2020 if edition.endswith("2020") else 2024 if edition.endswith("2024") else 2023
    day = date(number, 6, 1)
    return AccountsYear(
        number,
        edition,
        name,
        (Office(name, "301001", "行政单位"),),
        projects=tuple(
            Project(code, words, "常年", line.function, (), "")
            for code, words in PROJECTS.items()
            for line in story.lines
            if line.project == code
        ),
        budget=tuple(_budget(i, line, story) for i, line in enumerate(story.lines, 1)),
        income=tuple(
            Income(
                f"SR{i:03d}", day, "301001", one.source, one.function, one.nature, cents(one.amount)
            )
            for i, one in enumerate(story.lines, 1)
        ),
        payments=tuple(_payment(i, line, day) for i, line in enumerate(story.lines, 1)),
        contracts=tuple(
            Contract(f"HT{i:03d}", day, "某某公司", one.project, cents(one.amount), one.bought)
            for i, one in enumerate(story.lines, 1)
            if one.bought
        ),
        receptions=tuple(
            Reception(f"JD{i:03d}", day, "外地同行", people, cents(amount))
            for i, (people, amount) in enumerate(story.receptions, 1)
        ),
        last_year=tuple(LastYear(key, cents(amount)) for key, amount in story.last.items()),
        reasons=tuple(Reason(about, REASON) for about in story.reasons),
        texts=dict(TEXTS),
    )


def _budget(index: int, line: Line, story: Story) -> BudgetLine:
    amount = cents(story.budget.get(line.function, line.amount))
    return BudgetLine(
        f"YS{index:03d}", "301001", line.function, line.economic, line.nature, line.source, amount,
        line.project,
    )  # fmt: skip


def _payment(index: int, line: Line, day: date) -> Payment:
    return Payment(
        f"ZF{index:03d}", day, "301001", "某某公司", "支付", line.function, line.economic,
        line.nature, line.source, cents(line.amount), line.project,
        f"HT{index:03d}" if line.bought else "",
    )  # fmt: skip


ANJU = Story(
    lines=(
        Line("2010350", "30101", "290"),
        Line("2010350", "30201", "33.08"),
        Line("2010301", "30101", "209.40"),
        Line("2010301", "30201", "32.07"),
        Line("2010301", "31002", "6.40", bought="货物"),
        Line("2010301", "30217", "1.52"),
        Line("2080505", "30108", "59.86"),
        Line("2089999", "30112", "1.62"),
        Line("2101101", "30110", "7.55"),
        Line("2101102", "30110", "13.39"),
        Line("2101103", "30111", "6.95"),
        Line("2210201", "30113", "48.11"),
        Line("2010399", "30209", "339.66", PROJECT, GENERAL, "XM01"),
        Line("2019999", "30226", "0.37", PROJECT, GENERAL, "XM02"),
        Line("2120899", "30213", "129.49", PROJECT, FUND, "XM03"),
    ),
    receptions=((10, "0.10"),) * 8 + ((11, "0.09"),) * 7 + ((13, "0.09"),),
    last={
        "收支总计": "1094.59",
        "财政拨款收支总计": "1094.59",
        "一般公共预算财政拨款支出": "1014.59",
        "“三公”经费": "1.25",
        "公务接待费": "1.25",
        "因公出国（境）费": "0",
        "公务用车购置及运行维护费": "0",
        "机关运行经费": "51.77",
    },
    reasons=(
        "收支总计",
        "财政拨款收支总计",
        "一般公共预算财政拨款支出",
        "机关运行经费",
        "公务接待费",
    ),
)
"""Figures of a real 2023 narrative; what it does not determine is made up."""
