"""figures.json is written so that it reads back, and every alteration of it is seen."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaocheng.proof.entries import Damaged
from kaocheng.proof.evidence import evidence
from kaocheng.proof.figures import ledger
from kaocheng.proof.numerals import exact, number
from kaocheng.proof.shelf import dumped, evidence_read, loaded, sealed
from tests.proof.making import YEAR, paper

LEDGER = ledger([paper()], evidence(YEAR)).ledger
GOLDEN = Path(__file__).parents[1] / "golden" / "tiny_figures.json"


def test_the_ledger_of_the_tiny_year_is_as_agreed() -> None:
    """The whole file, character by character; `make golden` writes it anew."""
    assert GOLDEN.read_text("utf-8") == dumped(LEDGER)


def test_it_reads_back_as_it_was() -> None:
    """Figures, lines and all."""
    assert LEDGER == loaded(dumped(LEDGER))


def test_the_seal_is_broken_by_any_change() -> None:
    """A digit of a text, with the digest left as it was."""
    text = dumped(LEDGER)
    changed = text.replace('"text": "33.33"', '"text": "33.34"')
    assert sealed(text, loaded(text))
    assert not sealed(changed, loaded(changed))


@pytest.mark.parametrize(
    "text",
    ["", "{}", "[]", '{"schema": "x", "version": 1}', '{"schema": "kaocheng/figures", "version": 9}',
     '{"schema": "kaocheng/figures", "version": 2}', "[" * 100_000],
)  # fmt: skip
def test_what_is_not_a_ledger_is_refused(text: str) -> None:
    """With a sentence, never with a traceback."""
    with pytest.raises(Damaged):
        loaded(text)


@pytest.mark.parametrize("text", ["", "a,b\n", "\x00"])
def test_what_is_not_evidence_is_refused(text: str) -> None:
    """With a sentence too."""
    with pytest.raises(Damaged):
        evidence_read(text)


@given(st.fractions(max_denominator=10**6))
def test_numbers_are_exact(value: object) -> None:
    """Whatever fraction it is."""
    assert value == exact(number(value))
