"""Proof: the numbers listed recount to the value, and the figure carries them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from kaocheng.cases.measures import (
    Counted,
    Measure,
    Period,
    declared,
    figure,
    measures,
    prove,
    reckon,
)
from kaocheng.kernel.lineage import COUNT, VALUES
from tests.cases.measures.tallies import cases

FEBRUARY = Period(date(2026, 2, 1), date(2026, 2, 28))
TOLD = measures(date(2026, 12, 31))
BASES = {"收件": "received_on", "受理": "accepted_on", "办结": "closed_on"}


@settings(max_examples=300)
@given(found=cases(), measure=st.sampled_from(declared()))
def test_the_numbers_recount_to_the_value(found: list[Counted], measure: Measure) -> None:
    """Who takes the listed cases and nothing else comes to the same result, in the period only."""
    proof = prove(measure, found, FEBRUARY)
    by_number = {case.number: case for case in found}
    again = reckon(measure, ((by_number[number], 1) for number in proof.whole))
    assert proof.result == again
    assert (again.part, again.whole) == (len(proof.part), len(proof.whole))
    assert set(proof.part) <= set(proof.whole)
    days = [getattr(by_number[number], BASES[measure.base]) for number in proof.whole]
    assert all(FEBRUARY.first <= day <= FEBRUARY.last for day in days)


@given(found=cases())
def test_figures_follow_from_their_cases(found: list[Counted]) -> None:
    """Each source counts or adds up the cases it names; the formula over them gives the value."""
    for measure in declared():
        proof = prove(measure, found, FEBRUARY)
        made = figure(proof, 2026, "某局")
        if made is None:
            assert proof.result.value is None
            continue
        assert (2026, "某局", measure.name) == (made.year, made.body, made.name)
        if made.formula == COUNT:
            assert made.value == len(made.records)
            continue
        for source in made.sources:
            assert source.formula in (COUNT, VALUES)
            assert source.formula == VALUES or source.value == len(source.records)
        top, bottom = (source.value for source in made.sources)
        share = top / bottom
        exact = (1 - share if made.formula.startswith("1-") else share) / made.unit.factor
        assert abs(exact - made.value) <= Decimal("0.005")


def test_a_mean_names_the_cases_it_adds_up() -> None:
    """Seven working days over two cases; the third has no limit in working days."""
    day = date(2026, 2, 3)
    found = [
        Counted("甲", closed_on=day, used=3),
        Counted("乙", closed_on=day, used=4),
        Counted("丙", closed_on=day),
    ]
    made = figure(prove(TOLD["mean_days"], found, FEBRUARY))
    assert made is not None
    assert ("3.50工作日", "工作日") == (made.text, made.unit.name)
    assert [("甲", "乙"), ("甲", "乙")] == [source.records for source in made.sources]
    assert [7, 2] == [source.value for source in made.sources]
