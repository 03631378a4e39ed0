"""What blanks and dashes mean in an equation."""

from __future__ import annotations

from kaocheng.disclosure.settling import Claim, is_due, settled, words
from kaocheng.disclosure.tables import Entry, Table, tables
from kaocheng.kernel.findings import Finding, Outcome, Severity, Unjudged
from kaocheng.kernel.relations import Sum
from tests.disclosure.grid_making import document


def table(row: str) -> Table:
    """One row with 合计, 基本支出 and 项目支出."""
    text = (
        f"科目编码\t科目名称\t合计\t基本支出\t项目支出\n201\t甲\t{row}\n202\t乙\t1.00\t1.00\t1.00"
    )
    (made,) = tables(document("某项情况表", "单位：元", text))
    return made


def cells(made: Table) -> list[Entry]:
    """Its cells from left to right."""
    return [made.entries[1, column] for column in (2, 3, 4)]


def said(row: str, signs: tuple[int, int] = (1, 1), kind: str = "=") -> list[object]:
    """What 合计 = 基本支出 ± 项目支出 becomes."""
    whole, *parts = cells(table(row))
    return list(settled(Claim("ART000", whole, kind, tuple(zip(signs, parts, strict=True)), "…")))


def test_blank_parts_count_as_nothing() -> None:
    """The printed ones are added up."""
    (relation,) = said("3.00\t3.00\t")
    assert isinstance(relation, Sum)
    assert ["3.00"] == [term.figure.text for term in relation.terms]


def test_nothing_printed_says_nothing() -> None:
    """Neither does a zero over blanks."""
    assert [] == said("\t\t")
    assert [] == said("0.00\t\t")


def test_a_total_without_any_part_cannot_be_judged() -> None:
    """Dashes say that there are no parts."""
    assert [Outcome.NOT_POSSIBLE] == [
        s.outcome for s in said("3.00\t\t") if isinstance(s, Unjudged)
    ]
    (dashes,) = said("3.00\t—\t—")
    assert isinstance(dashes, Unjudged)
    assert Outcome.NOT_APPLICABLE is dashes.outcome


def test_a_blank_total_is_a_note_unless_it_is_due() -> None:
    """Zero parts ask for no total."""
    (finding,) = said("\t3.00\t4.00")
    assert isinstance(finding, Finding)
    assert ("7.00元", Severity.NOTE) == (finding.expected, finding.severity)
    assert [] == said("\t0.00\t0.00")


def test_a_blank_difference_moves_to_the_other_side() -> None:
    """0 = 3 - 3 is 3 = 3."""
    (relation,) = said("\t3.00\t3.00", signs=(1, -1))
    assert isinstance(relation, Sum)
    assert relation.stated is not relation.terms[0].figure


def test_a_sum_of_one_printed_part_prints_it_twice() -> None:
    """Blanks are nil; a printed zero may hide a few yuan."""
    (relation,) = said("3.00\t3.00\t")
    assert isinstance(relation, Sum)
    assert relation.same is True
    (relation,) = said("3.00\t3.00\t0.00")
    assert isinstance(relation, Sum)
    assert relation.same is False


def test_a_blank_is_due_where_its_row_has_other_amounts() -> None:
    """Then it was forgotten."""
    made = table("\t3.00\t4.00")
    assert True is is_due(made, made.entries[1, 2])


def test_long_lists_are_shortened() -> None:
    """First, last, and dots."""
    entry = cells(table("3.00\t3.00\t"))[0]
    assert "201 甲＋201 甲" == words([(1, entry), (1, entry)])
    assert 1 == words([(1, entry)] * 12).count("…")


def test_a_total_that_cannot_be_read_is_no_blank() -> None:
    """What a conversion has torn says nothing against the amounts beside it."""
    (open_one,) = said("3,0 8.0.0\t3.00\t4.00")
    assert isinstance(open_one, Unjudged)
    assert Outcome.NOT_POSSIBLE is open_one.outcome
