"""Every figure is calculated anew from the evidence, and what no longer follows is named."""

from __future__ import annotations

from dataclasses import replace

from kaocheng.proof.evidence import evidence
from kaocheng.proof.figures import ledger
from kaocheng.proof.recomputing import altered, recomputed
from tests.proof.making import YEAR, paper

ENTRIES = evidence(YEAR)
LEDGER = ledger([paper()], ENTRIES).ledger


def _with(name: str, /, **changes: object) -> list[str]:
    figures = tuple(replace(one, **changes) if one.id == name else one for one in LEDGER.figures)
    return [f"{f.kind} {f.where}" for f in recomputed(replace(LEDGER, figures=figures), ENTRIES)[1]]


def test_an_untouched_ledger_holds() -> None:
    """Every figure, to the last digit and hash."""
    assert [] == recomputed(LEDGER, ENTRIES)[1]


def test_an_altered_entry_is_named() -> None:
    """By its number, because its own hash no longer fits."""
    held = tuple((one, one.sha256) for one in ENTRIES)
    torn = tuple(
        (replace(e, amount=1), told) if e.number == "Z2" else (e, told) for e, told in held
    )
    assert [] == list(altered(held))
    assert ["编号Z2"] == [fault.where for fault in altered(torn)]


def test_a_payment_more_or_less_breaks_what_comes_of_it() -> None:
    """The figures that print it are named with what they should be; the others are not."""
    fewer = tuple(one for one in ENTRIES if one.number != "Z4")
    faults = [f for f in recomputed(LEDGER, fewer)[1] if f.kind == "figure"]
    told = {(f.where, f.written, f.should) for f in faults}
    assert {
        ("kc000002", "33.33", "40.00"),
        ("kc000003", "20", "0"),
        ("kc000005", "40,000.00", "30,000.00"),
        ("kc000006", "60,000.00", "50,000.00"),
        ("kc000008", "40,000.00", "30,000.00"),
    } == told


def test_an_altered_print_is_named_with_what_it_should_be() -> None:
    """In the ledger itself."""
    assert ["figure kc000001"] == _with("kc000001", text="3.00")


def test_only_the_root_of_an_altered_ledger_is_named() -> None:
    """What follows from it is not told again."""
    assert ["ledger s000001"] == _with("s000001", sha256="0" * 64)[:1]
    assert ["ledger kc000004"] == _with("kc000004", name="别的")[:1]


def test_circles_and_gaps_are_told() -> None:
    """A ledger that was tampered with cannot hang the verifier."""
    assert "ledger kc000004" in _with("kc000004", sources=("kc000006",))
    assert "ledger kc000006" in _with("kc000006", sources=("nowhere",))


def test_a_formula_that_is_none_is_told() -> None:
    """It is not run, whatever it says."""
    assert "ledger kc000006" in _with("kc000006", expression="__import__('os')")
