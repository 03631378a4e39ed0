"""The evaluation reports: every heading of their outlines, each edition through the same door."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

import pytest

from kaocheng.cli.years import load
from kaocheng.disclosure.checking import check
from kaocheng.disclosure.compose import Draft, drafted
from kaocheng.disclosure.compose.reading_back import read_back
from kaocheng.editions.loading import publishable
from kaocheng.kernel.documents import Document
from kaocheng.kernel.papers import Heading, Paper, Prose, Sheet
from kaocheng.money.records import AccountsYear
from kaocheng.performance.lifecycle import WHOLE, Evidence, PerformanceYear
from kaocheng.performance.standards import cards_of
from kaocheng.proof.evidence import evidence
from kaocheng.proof.figures import ledger
from kaocheng.reading.opening import read
from kaocheng.writing.papers import write_docx

YEAR = Path(__file__).parents[3] / "examples" / "year"
R6 = {
    "整体绩效分析", "履职效能", "预算管理", "财务管理", "资产管理", "采购管理", "部门预算项目绩效分析",
    "项目决策", "项目执行", "目标实现", "重点领域绩效分析", "结果应用情况",
}  # fmt: skip
R7 = {
    "设立背景及实施内容", "实施目的及支持方向", "预算安排及分配管理", "项目绩效目标设置", "评价目的",
    "预设问题及评价重点", "评价选点", "评价方法", "评价组织", "通用指标", "共性指标", "个性指标",
}  # fmt: skip
R3 = {
    "预算情况", "收支决算情况", "评价目的", "评价实施过程", "投入", "过程", "产出及效率", "综合评价结论",
}  # fmt: skip
R5 = {
    "自评目的", "自评指标体系和评分办法", "自评组织过程", "绩效自评结果应用情况", "主要经验及做法",
    "制度建设和管理情况",
}  # fmt: skip
INPUTS = (
    ("三公经费上年预算数", "16000", "元"), ("新建楼堂馆所实际面积", "0", "平方米"),
    ("新建楼堂馆所批准面积", "0", "平方米"), ("新建楼堂馆所实际投资", "0", "元"),
    ("新建楼堂馆所批准概算", "0", "元"), ("政府采购预算数", "3400000", "元"),
    ("政府采购决算数", "3329600", "元"), ("重点工作完成数", "12", "项"), ("重点工作任务数", "12", "项"),
)  # fmt: skip
"""What the scorecard of 湖南 asks for and the accounts do not tell."""


@lru_cache(maxsize=1)
def _loaded() -> tuple[AccountsYear, PerformanceYear]:
    loaded = load(YEAR)
    assert loaded.accounts is not None
    assert loaded.performance is not None
    return loaded.accounts, loaded.performance


@lru_cache(maxsize=None)
def _years(edition: str) -> tuple[AccountsYear, PerformanceYear]:
    """The example year as another province asks for it, judged by posts where its card wants that."""
    accounts, performance = _loaded()
    texts = {**accounts.texts, "主要经验": "每月核对一次进度。", "制度建设": "项目按管理办法实施。"}
    numbers = {item.number for item in performance.indicators}
    own = tuple(item for item in performance.evidence if item.about in numbers)
    judged = tuple(
        Evidence(
            f"PD{n}", WHOLE, raw["name"], Decimal(raw["maximum"]) - 1, "分", date(2023, 12, 31),
            "评价底稿", (f"DG-{n}",), note="查阅台账",
        )
        for n, raw in enumerate(raw for _, card in cards_of(edition) for raw in card["items"])
        if raw.get("method", {}).get("kind") == "manual"
    )  # fmt: skip
    asked = {
        name
        for _, card in cards_of(edition)
        for raw in card["items"]
        for name in raw.get("inputs", ())
    }
    judged += tuple(
        Evidence(
            f"SR{n}", WHOLE, name, Decimal(value), measure, date(2023, 12, 31), "台账", (f"TZ-{n}",)
        )
        for n, (name, value, measure) in enumerate(INPUTS)
        if name in asked
    )
    kept = performance if edition == "sichuan_2023" else replace(
        performance, evidence=(*own, *judged), overrides=(), checks=()
    )  # fmt: skip
    return replace(accounts, edition=edition, texts=texts), replace(kept, edition=edition)


@lru_cache(maxsize=None)
def _draft(edition: str) -> Draft:
    return drafted(*_years(edition))


def _paper(edition: str) -> Paper:
    return _draft(edition).papers[0]


def _headings(edition: str) -> set[str]:
    """The headings without their numbers."""
    texts = (part.text for part in _paper(edition).parts if isinstance(part, Heading))
    return {text.rpartition("）")[2].split("、")[-1].split(".")[-1] for text in texts}


def _prose(edition: str) -> str:
    parts = (part for part in _paper(edition).parts if isinstance(part, Prose))
    return "\n".join("".join(run.text for run in part.runs) for part in parts)


def test_every_edition_with_an_outline_has_a_door() -> None:
    """The scorecards of 湖南 and the project goals of 四川 2020 too."""
    assert {
        "hunan_2019", "hunan_2020", "shanghai_2024", "sichuan_2020", "sichuan_2023", "yunnan_2020",
    } == set(publishable())  # fmt: skip


@pytest.mark.parametrize(
    ("edition", "outline"),
    [("sichuan_2023", R6), ("sichuan_2023", R7), ("hunan_2019", R3), ("yunnan_2020", R5)],
)
def test_the_outline_is_whole(edition: str, outline: set[str]) -> None:
    """No heading of the outline is missing where the year has something to say under it."""
    assert set() == outline - _headings(edition)


@pytest.mark.parametrize(
    ("edition", "form"),
    [
        ("hunan_2019", "部门整体支出绩效评价"),
        ("hunan_2020", "专项资金汇总表"),
        ("sichuan_2020", "完成情况表"),
    ],
)
def test_their_forms_can_be_reached(edition: str, form: str) -> None:
    """Scorecard C, the funds table, the table of goals reached."""
    titles = [part.title for part in _paper(edition).parts if isinstance(part, Sheet)]
    assert any(form in title for title in titles), titles


@pytest.mark.parametrize("edition", ["hunan_2019", "hunan_2020", "sichuan_2020", "sichuan_2023"])
def test_a_filled_year_is_let_through(edition: str) -> None:
    """Nothing is missing, nothing wrong, once the edition has what it asks for."""
    draft = _draft(edition)
    assert ((), ()) == (draft.missing, draft.errors)


@pytest.mark.parametrize("edition", publishable())
def test_every_figure_of_every_edition_is_proved(edition: str) -> None:
    """The ledger leaves nothing unproven, whichever reports are written."""
    accounts, performance = _years(edition)
    proof = ledger(_draft(edition).papers, evidence(accounts, performance))
    assert [] == [f"{one.figure} {one.text} {one.because}" for one in proof.unproven]


def _unbound(document: Document, edition: str) -> list[str]:
    report = check(document, edition=edition)
    assert [] == [f"{one.code} {one.message}" for one in report.findings]
    return [f"{one.place.words()} {one.name} {one.text}" for one in report.free]


@pytest.mark.parametrize("edition", ["hunan_2020", "shanghai_2024", "sichuan_2020"])
def test_every_figure_has_a_second_source(edition: str) -> None:
    """Our checker binds each figure that is printed and finds nothing, whichever reports are written."""
    assert [] == _unbound(read_back(_paper(edition)), edition)


def test_every_figure_of_a_scorecard_has_a_second_source(tmp_path: Path) -> None:
    """Its title stands in the contents too, so the file itself is read."""
    write_docx(_paper("hunan_2019"), tmp_path / "paper.docx")
    assert [] == _unbound(read(tmp_path / "paper.docx"), "hunan_2019")


def test_projects_by_kind() -> None:
    """How many, how much, how far, and how many with a large surplus; shares of the whole."""
    assert "本年支出项目5个，其中：常年项目3个，阶段（一次性）项目2个" in _prose("sichuan_2023")
    assert "没有结余率超过一成的项目" in _prose("sichuan_2023")


def test_a_large_surplus_is_counted_and_proved() -> None:
    """A tenth of a project's payments left out: its rest is above a tenth of its budget."""
    accounts, performance = _years("sichuan_2023")
    (first, *_) = [project.code for project in accounts.projects if project.kind == "常年"]
    paid = tuple(one for n, one in enumerate(accounts.payments) if one.project != first or n % 5)
    draft = drafted(replace(accounts, payments=paid), performance)
    runs = [run for part in draft.papers[0].parts if isinstance(part, Prose) for run in part.runs]
    (count,) = [run.figure for run in runs if run.figure and "结余率偏高" in run.figure.name]
    assert Decimal(1) == count.value
    assert any("不超过" in source.formula for source in count.sources[0].sources)


def test_scores_of_the_groups_are_told_with_points() -> None:
    """Item by item, the sum of the group behind them; in 湖南 with what they were worked out from."""
    assert "绩效目标合理性分值3分，得2分" in _prose("hunan_2019")
    ratio = "在职人员控制率分值3分，得3分，比率=在职人数35人÷编制数39人×100%=89.74%"
    assert ratio in _prose("hunan_2019")
    assert "程序严密评定为“完善”，分值4分，得4分" in _prose("sichuan_2023")
    assert "项目绩效指标分值50分，得49.89分" in _prose("sichuan_2023")


@pytest.mark.parametrize(
    ("edition", "labels"),
    [
        ("sichuan_2023", ("其中：财政资金", "财政专户管理资金", "单位资金", "其他资金")),
        (
            "yunnan_2020",
            ("上级补助", "其中：中央", "省级", "市级", "其中：本级财力安排", "部门自筹及其他"),
        ),
    ],
)
def test_the_money_rows_of_the_forms_are_whole(edition: str, labels: tuple[str, ...]) -> None:
    """F-D by source, F-C by the level that pays, rows without money too."""
    forms = [part for part in _paper(edition).parts if isinstance(part, Sheet)]
    form = next(part for part in forms if part.kind in ("F-C", "F-D"))
    texts = [box.text for row in form.body for box in row]
    assert [] == [label for label in labels if label not in texts]
