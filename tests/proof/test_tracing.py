"""From a printed figure one comes to its formula, figures and entries."""

from __future__ import annotations

import pytest

from kaocheng.proof.evidence import evidence
from kaocheng.proof.figures import ledger
from kaocheng.proof.tracing import found, labels, line_of, spelled, trace, value_words
from tests.proof.making import YEAR, paper

ENTRIES = evidence(YEAR)
LEDGER = ledger([paper()], ENTRIES).ledger


@pytest.mark.parametrize("wanted", ["kc000002", "kc2", "2", "33.33", "33.33%", "33.33 %", "占比"])
def test_a_figure_is_found(wanted: str) -> None:
    """By its id in any form, by what is printed, by its name."""
    assert ["kc000002"] == [figure.id for figure in found(LEDGER, wanted)]


def test_nothing_is_found_for_what_is_not_there() -> None:
    """No guess is made."""
    assert () == found(LEDGER, "77.77")


def test_the_tree_goes_down_to_the_entries() -> None:
    """Share, its two figures, their payments; a figure already opened is not opened again."""
    tree = trace(LEDGER, ENTRIES, found(LEDGER, "kc2")[0])
    basic, whole = tree.sources
    assert ["Z1", "Z2"] == [entry.number for entry in basic.entries]
    assert [True, False] == [source.again for source in whole.sources]
    assert ["Z3", "Z4"] == [entry.number for entry in whole.sources[1].entries]


def test_formulas_are_spelled_with_names() -> None:
    """As one would say it."""
    tree = trace(LEDGER, ENTRIES, found(LEDGER, "kc2")[0])
    assert "基本支出÷本年支出合计" == spelled(tree.figure, labels(tree))
    assert "2条记录金额之和" == spelled(tree.sources[0].figure, [])


def test_a_figure_knows_its_line() -> None:
    """A table's row, a sentence; a chart prints no line."""
    named = {
        name: line_of(LEDGER, LEDGER.by_id()[name]) for name in ("kc000002", "kc000006", "kc000004")
    }
    kinds = [line.kind if line else None for line in named.values()]
    assert ["prose", "row", None] == kinds


def test_values_are_shown_in_their_unit() -> None:
    """A third of the whole in per cent, to six places."""
    known = LEDGER.by_id()
    assert ("33.333333%", "2万元") == (
        value_words(known["kc000002"]),
        value_words(known["kc000001"]),
    )
