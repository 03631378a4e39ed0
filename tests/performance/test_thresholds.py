"""A judgement can be made again from its formula: bands, levels, and what altered evidence gives."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from pathlib import Path

import pytest

from kaocheng.cli.years import load
from kaocheng.disclosure.compose import compose
from kaocheng.performance.scoring import Band
from kaocheng.performance.thresholds import banded, levelled, rung
from kaocheng.proof.evidence import evidence
from kaocheng.proof.expressions import Source, calculate
from kaocheng.proof.figures import Proof, ledger
from kaocheng.proof.recomputing import recomputed

YEAR = Path(__file__).parents[2] / "examples" / "year"
BANDS = (
    Band(Decimal("0.1"), Decimal(1)), Band(Decimal("0.2"), Decimal("0.5")), Band(None, Decimal(0)),
)  # fmt: skip


def _worth(formula: str, value: str) -> Fraction | None:
    exact = Fraction(value)
    return calculate(formula, [Source(exact, exact)], lambda _: Fraction(0))


@pytest.mark.parametrize(
    ("value", "share"), [("0.1", "1"), ("0.11", "0.5"), ("0.2", "0.5"), ("0.21", "0")]
)
def test_bands(value: str, share: str) -> None:
    """An edge belongs to the band below it."""
    assert Fraction(share) == _worth(banded("[1]", BANDS), value)


@pytest.mark.parametrize(("number", "share"), [("1", "0"), ("2", "0.6"), ("3", "1")])
def test_levels(number: str, share: str) -> None:
    """By the number of the level."""
    shares = [Decimal(0), Decimal("0.6"), Decimal(1)]
    assert Fraction(share) == _worth(levelled("[1]", shares), number)


def test_a_level_tells_its_scale() -> None:
    """Its name says what the numbers mean, its entry where the word stands."""
    made = rung(("差", "好"), "好", "ZJ1")
    assert ("评定档次（1 差，2 好）", Decimal(2)) == (made.name, made.value)
    assert ("ZJ1/档次",) == made.records


@lru_cache(maxsize=1)
def _proof() -> Proof:
    loaded = load(YEAR)
    assert loaded.accounts is not None
    papers = compose(loaded.accounts, loaded.performance)
    return ledger(papers, evidence(loaded.accounts, loaded.performance))


def test_every_printed_score_comes_from_somewhere() -> None:
    """No score of the example year is a number that its formula merely repeats."""
    scores = [one for one in _proof().ledger.figures if one.spot and one.name.endswith("得分")]
    assert len(scores) > 100
    assert [] == [one.name for one in scores if not (one.sources or one.entries)]
    assert [] == [
        one.name for one in scores if not any(mark in one.expression for mark in ("[", "Σ", "记录"))
    ]


@pytest.mark.parametrize(
    ("level", "name", "points"), [("完善", "程序严密得分", 0), ("是", "自评公开得分", 0)]
)
def test_an_altered_level_alters_the_score(level: str, name: str, points: int) -> None:
    """The first level in its stead, in the evidence alone: score and totals no longer agree."""
    proof = _proof()
    at = next(i for i, one in enumerate(proof.entries) if one.group == level)
    entries = list(proof.entries)
    entries[at] = replace(entries[at], value="1")
    anew, faults = recomputed(proof.ledger, tuple(entries))
    wrong = [anew[fault.where] for fault in faults if fault.kind == "figure"]
    assert (name, points) in [(one.name, one.exact) for one in wrong]
    assert any(one.name == "自评得分" for one in wrong)


def test_an_altered_payment_moves_a_band() -> None:
    """A threshold is calculated anew too: ten times the office costs leave the band of full marks."""
    proof = _proof()
    entries = tuple(
        replace(one, amount=one.amount * 10) if one.kind == "支付" and one.amount else one
        for one in proof.entries
    )
    anew, _ = recomputed(proof.ledger, entries)
    (score,) = (one for one in anew.values() if one.name == "支出控制得分" and one.spot)
    assert 0 == score.exact
