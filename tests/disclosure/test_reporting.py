"""Findings in the words of a clerk, in reading order, each followed by what follows from it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from kaocheng.disclosure.reporting import apart, explain, sorted_findings
from kaocheng.kernel.findings import Finding
from kaocheng.kernel.places import Place
from kaocheng.kernel.relations import Ratio, Sum, Term
from kaocheng.kernel.units import PERCENT, RATIO, YUAN, unit
from tests.disclosure.texts import causes, checked
from tests.strategies import figure


def _finding(line: int, words: str, cause: Finding | None = None) -> Finding:
    place = Place("a.txt", line=line)
    return Finding("ABC001", place, words, words, "1", words, cause=cause)


def test_a_sum_is_worked_out() -> None:
    """Parts with their signs, the result, what is written."""
    terms = (Term(figure("1.50")), Term(figure("0.50"), -figure("1").value))
    said = explain(Sum("X", figure("2.00"), terms, "甲 = 乙 - 丙"))
    assert "甲 = 乙 - 丙：(1.50万元 - 0.50万元) = 1.00万元，原文写作 2.00万元" == said


def test_a_share_is_worked_out() -> None:
    """To two decimals."""
    ratio = Ratio("X", figure("20.00", PERCENT), (Term(figure("1")),), (Term(figure("3")),), "占比")
    assert "占比：1万元 ÷ 3万元 = 33" in explain(ratio)
    assert explain(ratio).endswith("原文写作 20.00%")


def test_long_sums_are_cut_short() -> None:
    """A hundred rows are no explanation."""
    relation = Sum("X", figure("100"), tuple(Term(figure("1")) for _ in range(100)), "合计")
    assert 8 == explain(relation).count("1万元 ")


def test_findings_stand_in_reading_order_with_their_consequences() -> None:
    """A consequence goes behind its cause, wherever it stands."""
    late, early = _finding(9, "甲"), _finding(2, "乙")
    follows = _finding(1, "丙", cause=late)
    assert ["乙", "甲", "丙"] == [f.written for f in sorted_findings([follows, late, early])]


def test_the_same_fault_again_follows_from_the_first() -> None:
    """Same rule, same words, same value: one root."""
    first, again = _finding(2, "甲"), _finding(9, "甲")
    one, two = sorted_findings([again, first])
    assert (2, None) == (one.place.line, one.cause)
    assert (9, one) == (two.place.line, two.cause)
    assert 2 == sum(f.cause is None for f in sorted_findings([first, replace(again, expected="2")]))


def test_a_finding_says_the_difference_and_the_other_places() -> None:
    """What is written less what it should be."""
    text = "一、政府采购情况\n政府采购支出总额46.00万元，其中：货物支出15.00万元，服务支出20.00万元。\n"
    (found,) = causes(checked(text), "SUM")
    assert "11.00万元" == found.difference
    assert [3, 3] == [place.line for place in found.related]


def test_two_shares_lie_points_apart() -> None:
    """A difference of percentages is in 个百分点, never in percent; one of money in its unit."""
    assert "-14.03个百分点" == apart(figure("27.10", PERCENT), Decimal("-0.1403"))
    assert "0.35个百分点" == apart(figure("3.5", RATIO["‰"]), Decimal("0.0035"))
    assert "-1.50万元" == apart(figure("2.00"), Decimal(-15000))


def test_a_wrong_share_is_reported_in_points() -> None:
    """The finding says what is written in percent and the difference in points."""
    text = "收入合计200.00万元，其中：财政拨款收入100.00万元，占总收入的36.00%。\n"
    (found,) = causes(checked(text), "RAT001")
    assert ("36.00%", "-14.00个百分点") == (found.written, found.difference)


def test_an_undecided_fault_printed_again_follows_from_the_first() -> None:
    """One root however often the same words are printed; each copy has its place."""
    said = "本年支出60.00万元，其中：基本支出20.00万元，项目支出30.00万元。"
    report = checked(f"一、支出\n{said}\n二、支出结构\n{said}\n")
    wrong = [one for one in report.findings if report.severity(one).value == "error"]
    assert 1 == len(causes(report, "SUM001"))
    assert [None, wrong[0]] == [one.cause for one in wrong]
    assert [3, 5] == [one.place.line for one in wrong]


def test_points_are_as_precise_as_their_shares() -> None:
    """5个百分点 for 0.5 is not answered with 1个百分点."""
    (found,) = causes(checked("一、成效\n巩固率由99.1%提高到99.6%，提高5个百分点。\n"))
    assert ("0.5个百分点", "4.5个百分点") == (found.expected, found.difference)
    assert "= 0.5个百分点" in found.message


def test_an_amount_a_head_is_no_percentage() -> None:
    """It is worked out in its own unit."""
    terms = (Term(figure("100", YUAN)),), (Term(figure("8", unit("人"))),)
    ratio = Ratio("X", figure("15.00", YUAN), *terms, "人均")
    assert "= 12.50元，原文写作 15.00元" in explain(ratio)
