"""Whole papers: the golden text, the figures of a published year, any legal year."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from kaocheng.disclosure.checking import check
from kaocheng.disclosure.compose import Refused, compose
from kaocheng.disclosure.compose.reading_back import read_back
from kaocheng.disclosure.numbers import numbers
from kaocheng.kernel.papers import Chart, Heading, Paper, Prose
from kaocheng.money.records import AccountsYear
from tests.disclosure.compose.answering import composed
from tests.disclosure.compose.legal_years import NAMES, legal_years
from tests.disclosure.compose.years import ANJU, DECLARED, Line, Story, built

GOLDEN = Path(__file__).parent / "golden_sichuan_2023.txt"
DETERMINED = [
    "1179.47万元",
    "84.88万元",
    "7.75%",
    "1049.98万元",
    "89.02%",
    "129.49万元",
    "10.98%",
    "709.95万元",
    "60.19%",
    "469.52万元",
    "39.81%",
    "35.39万元",
    "3.49%",
    "912.5万元",
    "86.91%",
    "61.48万元",
    "5.86%",
    "27.89万元",
    "2.66%",
    "48.11万元",
    "323.08万元",
    "249.39万元",
    "339.66万元",
    "0.37万元",
    "59.86万元",
    "1.62万元",
    "7.55万元",
    "13.39万元",
    "6.95万元",
    "636.88万元",
    "73.07万元",
    "1.52万元",
    "0.27万元",
    "21.6%",
    "16批次",
    "170人次",
    "21.3万元",
    "41.14%",
    "6.4万元",
]
"""Every figure that the published narrative prints and its own numbers determine."""
WHOLE = replace(ANJU, last={**ANJU.last, "本年收入合计": "1094.59", "本年支出合计": "1094.59"},
                reasons=(*ANJU.reasons, "本年收入合计", "本年支出合计", "“三公”经费"))  # fmt: skip


def narrative(paper: Paper) -> str:
    """Headings, paragraphs and captions, one a line."""
    lines = []
    for part in paper.parts:
        if isinstance(part, Heading | Prose):
            lines.append(part.text)
        elif isinstance(part, Chart):
            lines.append(f"[{part.description}]")
    return "\n".join([paper.title, *lines]) + "\n"


def untraced(paper: Paper) -> list[str]:
    """Runs that print a number and carry no figure, and figures without lineage."""
    runs = [run for part in paper.parts if isinstance(part, Prose) for run in part.runs]
    bare = [run.text for run in runs if run.figure is None and list(numbers(run.text))]
    loose = [f.text for f in paper.figures() if not (f.formula or f.sources or f.records)]
    return bare + loose


def test_golden_text() -> None:
    """The narrative of the example year, word for word."""
    assert narrative(compose(built(ANJU))[0]) == GOLDEN.read_text("utf-8")


def test_figures_of_a_published_narrative() -> None:
    """Entries reconstructed from its figures give every figure of it again."""
    printed = {figure.text for figure in compose(built(ANJU))[0].figures()}
    assert [text for text in DETERMINED if text not in printed] == []


@pytest.mark.parametrize("edition", sorted(NAMES))
def test_the_checker_has_nothing_to_say(edition: str) -> None:
    """No finding, every figure bound, every number traced, and the edition recognised."""
    lines = tuple(
        replace(line, function="2080599" if line.function == "2089999" else line.function)
        for line in WHOLE.lines
    )
    (paper,) = compose(built(replace(WHOLE, lines=lines), edition, NAMES[edition]))
    report = check(read_back(paper))
    assert [finding.message for finding in report.findings] == []
    assert [figure.text for figure in report.free] == []
    assert untraced(paper) == []
    assert report.profile.edition == edition


@settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(legal_years(st.sampled_from(sorted(NAMES))))
def test_any_legal_year_composes_clean(year: AccountsYear) -> None:
    """Whatever was zero, new, above or below the budget: no finding, nothing untraced."""
    paper = composed(year)
    report = check(read_back(paper))
    assert [finding.message for finding in report.findings] == []
    assert untraced(paper) == []


def test_a_year_may_declare_its_rounding() -> None:
    """末项倒挤 fills the last share up to 100, and the checker names it as what it is."""
    year = built(ANJU)
    paper = compose(replace(year, texts={**year.texts, "取整规则": "末项倒挤"}))[0]
    assert "住房保障支出48.11万元，占4.57%" in narrative(paper)
    assert {finding.code for finding in check(read_back(paper)).findings} == {"RAT007"}


def test_nothing_is_composed_without_reasons() -> None:
    """All that is missing is told at once."""
    with pytest.raises(Refused) as refused:
        compose(replace(built(ANJU), reasons=(), texts=dict(DECLARED)))
    asked = [item.about for item in refused.value.missing]
    assert asked == ["文字|部门职责", "收支总计", "财政拨款收支总计", "一般公共预算财政拨款支出",
                     "公务接待费", "文字|公务接待内容", "机关运行经费", "文字|政府采购用途"]  # fmt: skip


def test_below_budget_needs_a_reason_of_its_own() -> None:
    """An item and its total below the budget: both sentences ask why."""
    with pytest.raises(Refused) as refused:
        compose(built(replace(ANJU, budget={"2210201": "50"})))
    assert [item.message for item in refused.value.missing] == [
        (
            "“一般公共预算财政拨款支出”决算数与预算数不同（决算1049.98万元，预算1051.87万元），"
            "请在“原因说明”表中写明主要原因，说明的数字填“一般公共预算财政拨款支出预算差异”。"
        ),
        (
            "“住房公积金”决算数与预算数不同（决算48.11万元，预算50万元），"
            "请在“原因说明”表中写明主要原因，说明的数字填“住房公积金”。"
        ),
    ]


def test_a_first_year_compares_with_nothing() -> None:
    """Without any figure of last year no sentence speaks of one."""
    text = narrative(composed(built(replace(ANJU, last={}))))
    assert re.findall(r"2022|上年|增长|下降", text) == []


def test_a_body_without_money_of_its_own() -> None:
    """Only the fund: no classes, no items, no 三公, no pie of nothing."""
    story = Story((Line("2120899", "30213", "10", "项目支出", "政府性基金预算财政拨款", "XM03"),))
    text = narrative(composed(built(story)))
    assert "2023年度没有一般公共预算财政拨款支出。" in text
    assert "没有安排“三公”经费财政拨款预算，也没有发生支出" in text
    assert "结构情况" not in text


def test_an_unknown_code_is_refused() -> None:
    """A code printed for want of a name would be a fault in public."""
    story = Story((Line("2012345", "30201", "10"),))
    with pytest.raises(Refused) as refused:
        compose(built(story))
    assert refused.value.missing[0].about == "科目|2012345"


def test_receptions_that_nobody_registered() -> None:
    """Money for receptions and an empty register contradict each other."""
    with pytest.raises(Refused) as refused:
        compose(built(replace(ANJU, receptions=())))
    assert "公务接待费（30217）15,200.00元，对不上，请把每批接待补登进来。" in str(refused.value)
