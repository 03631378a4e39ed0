"""Forms as printed: golden text, figures with lineage, and our own checker finds nothing in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from kaocheng.kernel.figures import Figure
from kaocheng.kernel.findings import Finding
from kaocheng.kernel.numerals import read_number
from kaocheng.kernel.papers import Sheet
from kaocheng.kernel.rulebook import rules_in
from kaocheng.performance import rules
from kaocheng.performance.funding import Funding
from kaocheng.performance.lifecycle import WHOLE, Goal, Override, PerformanceYear, Remark
from kaocheng.performance.papers import parts
from kaocheng.performance.readers import read_performance
from kaocheng.writing.papers.grids import spots
from tests.performance.sheets import document, grid, text
from tests.performance.years import CODE, EVIDENCE, GOAL, evidence, funding, planned, whole, year

_GOLDEN = Path(__file__).parent / "golden"
_REMARKS = (
    Remark(CODE, "预算执行率", reason="年中追加水电费29.24万元，按实际面积测算。"),
    Remark(CODE, "ZB2", reason="自助复印机检修两个月。"),
)
_BY_HAND = (Override(CODE, "ZB4", Decimal(9), "两次报修没有记录时间", "自评小组组长"),)


def _year(edition: str = "sichuan_2023") -> PerformanceYear:
    made = year(edition, remarks=_REMARKS, overrides=_BY_HAND)
    goal = Goal(WHOLE, "青河县行政审批局", "全年受理业务12万件以上。", "受理业务133183件。")
    own = planned("BM1", target="120000", unit="件", weight="90", subject=WHOLE, name="受理业务")
    proof = evidence("BM1", "133183", "件", subject=WHOLE)
    return replace(
        made,
        goals=(goal, *made.goals),
        indicators=(own, *made.indicators),
        evidence=(proof, *made.evidence),
    )


def _sheets(edition: str) -> tuple[Sheet, ...]:
    return parts(_year(edition), _funding())


def _funding() -> Funding:
    return funding({"年度预算总额": "11794700", "部门支出执行数": "11000000"})


@pytest.mark.parametrize(
    ("edition", "kinds"),
    [
        ("sichuan_2023", ["F-E", "F-D", "F-F"]),
        ("sichuan_2020", ["F-D", "F-A"]),
        ("yunnan_2020", ["F-B", "F-C"]),
        ("hunan_2019", ["F-E"]),
        ("hunan_2020", ["F-G", "F-D"]),
        ("shanghai_2024", ["F-D"]),
    ],
)
def test_forms_of_the_editions(edition: str, kinds: list[str]) -> None:
    """Each edition prints its own forms, and every row covers the whole width."""
    made = _sheets(edition)
    assert kinds == [sheet.kind for sheet in made]
    for sheet in made:
        for row in spots((*sheet.head, *sheet.body)):
            assert len(sheet.widths) == sum(spot.box.column_span for spot in row), sheet.kind


@pytest.mark.parametrize("edition", ["sichuan_2023", "sichuan_2020", "yunnan_2020", "hunan_2020"])
def test_golden_text(edition: str) -> None:
    """The forms, filled, as a person would read them off."""
    made = "\n".join(text(sheet) for sheet in _sheets(edition))
    assert (_GOLDEN / f"{edition}.txt").read_text("utf-8") == made


def _findings(made: tuple[Sheet, ...]) -> Iterator[str]:
    performance = read_performance(document(*made))
    for rule in rules_in(rules):
        for record in performance.records(rule.of):
            for said in rule.function(record):
                if isinstance(said, Finding):
                    yield f"{rule.code} {said.message}"


@pytest.mark.parametrize("edition", ["sichuan_2023", "sichuan_2020", "yunnan_2020"])
def test_our_own_rules_find_nothing(edition: str) -> None:
    """Read back as a document, the forms give no finding but the hints about what is missing."""
    assert [] == list(_findings(_sheets(edition)))


def test_read_back_the_form_says_what_the_records_say() -> None:
    """Scores, weights, rates and totals survive printing and reading."""
    form = next(s for s in _sheets("sichuan_2023") if s.kind == "F-D")
    read = read_performance(document(form)).forms[0]
    assert "F-D" == read.form
    assert CODE == read.code or read.project.endswith("大厅运转")
    scores = [i.score.figure.value for i in read.indicators if i.score and i.score.figure]
    assert [Decimal(x) for x in ("20", "9", "9.95", "9", "17", "10", "8")] == scores
    assert read.fund is not None
    assert read.fund.rate is not None
    assert "100.00%" == read.fund.rate.text
    assert read.total is not None
    assert "100" == read.total.text
    assert read.total_score is not None
    assert "92.95" == read.total_score.text


def test_override_is_printed_with_reason_and_post() -> None:
    """A score by hand shows why and who answers for it, by post."""
    printed = text(next(s for s in _sheets("sichuan_2023") if s.kind == "F-D"))
    assert "人工调整：两次报修没有记录时间（自评小组组长）" in printed


def _deep(figure: Figure) -> Iterator[Figure]:
    yield figure
    for source in figure.sources:
        yield from _deep(source)


@pytest.mark.parametrize("edition", ["sichuan_2023", "sichuan_2020", "yunnan_2020", "hunan_2020"])
def test_every_printed_number_is_a_figure_with_lineage(edition: str) -> None:
    """A cell that is all number carries a figure with its print, a formula, and sources or records."""
    for sheet in _sheets(edition):
        for box in (box for row in sheet.body for box in row):
            is_code = len(box.text) == 7 and box.text.isdigit()
            if read_number(box.text.rstrip("%")) is not None and not (box.header or is_code):
                assert box.figure is not None, box.text
            if box.figure is not None:
                assert box.text == box.figure.text
                assert all(f.formula or f.unit.is_money for f in _deep(box.figure))


def test_missing_data_are_printed_as_missing() -> None:
    """No evidence: 未取得数据 in place of value and score, and no sum of the rest."""
    bare = parts(year(evidence=EVIDENCE[1:]), _funding())
    printed = text(next(s for s in bare if s.kind == "F-D"))
    assert (
        "1100 | 次 | 未取得数据 | 20 | 未取得数据 | 未取得数据：“公共区域消毒”的完成值" in printed
    )
    assert "合计 | 100 | 不能评分 | 有指标未取得数据" in printed


def test_scorecard_of_the_department_reads_back() -> None:
    """F-E is read as a scorecard whose headings add up."""
    proofs = (*EVIDENCE, whole("目标制定", "8", unit="分", note="要素齐全"))
    made = parts(year(goals=(GOAL,), evidence=proofs), _funding())
    card = read_performance(document(made[0])).scorecards[0]
    assert 12 == len(card.items)
    first = card.items[0]
    assert first.score is not None
    assert "8" == first.score.text
    assert {"80", "30", "20", "10", "2", "8"} >= {
        str(h.maximum.value) for h in card.headings if h.maximum
    }
    assert 8 == grid(made[0]).width


def test_groups_of_a_project_scorecard_are_one_cell() -> None:
    """通用指标 once beside all of its items, 项目决策 once beside its two; each item keeps its own."""
    (card,) = [sheet for sheet in _sheets("sichuan_2023") if sheet.kind == "F-F"]
    texts = [box.text for row in card.body for box in row]
    assert (1, 1) == (texts.count("通用指标"), texts.count("项目决策"))
    spans = {box.text: box.row_span for row in card.body for box in row}
    assert (8, 2) == (spans["通用指标"], spans["项目决策"])
    placed = [spot.column for row in spots(card.body) for spot in row if not spot.goes_on]
    assert placed.count(4) == len(card.body) - 1
