"""The check as a whole: one report, nothing said twice, nothing changed by what is not asked."""

from __future__ import annotations

from kaocheng.disclosure.checking import check
from kaocheng.kernel.findings import Outcome
from tests.disclosure.texts import TITLE, causes, checked, read_text

WRONG = (
    "一、收支情况\n本年收入合计143.50万元，其中：财政拨款收入100.30万元，其他收入42.30万元。"
    "本年支出合计240.00万元。一般公共预算财政拨款支出210.00万元，占本年支出合计的86.20%。\n"
)


def test_a_document_that_says_nothing_has_no_findings() -> None:
    """Nothing is missing where nothing was promised, and the rules say why they are silent."""
    report = check(read_text("无。\n"))
    outcomes = report.outcomes()
    assert () == report.findings
    assert 0 == outcomes[Outcome.FAILS]
    assert {"WRD", "STR"} >= {judged.code[:3] for judged in report.judged}  # of its words alone
    silent = {unjudged.code[:3] for unjudged in report.unjudged}
    assert {"SUM", "RAT", "CON", "DIR", "STA", "RND"} <= silent


def test_rules_can_be_chosen() -> None:
    """By code or beginning, wanted or unwanted."""
    document = read_text(TITLE + WRONG)
    assert ["SUM", "RAT"] == [finding.code[:3] for finding in check(document).findings]
    assert ["RAT"] == [f.code[:3] for f in check(document, select=["RAT"]).findings]
    assert ["SUM"] == [f.code[:3] for f in check(document, ignore=["RAT001"]).findings]


def test_an_edition_can_be_given() -> None:
    """It goes before what is recognised."""
    document = read_text(TITLE + WRONG)
    assert "yunnan_2020" == check(document, edition="yunnan_2020").profile.edition


def test_the_report_is_a_function_of_the_document() -> None:
    """Twice the same words, in the same order."""
    document = read_text(TITLE + WRONG)
    first, again = (
        [(f.code, f.place, f.message) for f in check(document).findings] for _ in range(2)
    )
    assert first == again


def test_every_check_ends_in_one_of_four_ways() -> None:
    """And the report counts them."""
    report = checked(WRONG)
    outcomes = report.outcomes()
    assert len(report.judged) + len(report.unjudged) == sum(outcomes.values())
    assert outcomes[Outcome.FAILS] == 2
    assert 2 == len(causes(report)) == report.errors


def test_rules_on_verdicts_say_why_they_are_silent() -> None:
    """Like every other rule."""
    silent = {unjudged.code for unjudged in checked("一、业务\n无。\n").unjudged}
    assert {"RAT006", "RAT007", "RND001", "RND002"} <= silent


def test_a_template_is_not_judged() -> None:
    """Figures left open are no faults."""
    blanks = "一、收支情况\n" + "本年收入合计XX万元，其中财政拨款收入XX万元，占XX%。\n" * 5
    report = checked(blanks)
    assert report.profile.template
    assert 0 == report.errors
