"""Suppressed and known findings are taken out together with what follows from them, and counted."""

from __future__ import annotations

from kaocheng.cli.baseline import fingerprint
from kaocheng.cli.sifting import Sieve, sift
from kaocheng.cli.suppressions import Suppression
from tests.cli.reports import document, in_sentence, in_table, report

TAKEN = document()
ROOT = in_sentence(TAKEN)
FOLLOWS = in_table(TAKEN, cause=ROOT)
OTHER = in_sentence(TAKEN, "2.00万元", "TYP001")
REPORT = report(TAKEN, ROOT, FOLLOWS, OTHER)


def test_an_empty_sieve_keeps_all() -> None:
    """Nothing is taken out and no fingerprint is made."""
    sifted = sift(REPORT, Sieve())
    assert sifted.report.findings == REPORT.findings
    assert (sifted.suppressed, sifted.known, sifted.fingerprints) == ({}, 0, ())


def test_a_suppressed_finding_goes_with_its_consequences() -> None:
    """Both are counted under the reason, the other finding stays."""
    sifted = sift(REPORT, Sieve((Suppression("SUM001", "a.txt", "已更正", "5.00万元"),)))
    assert sifted.report.findings == (OTHER,)
    assert sifted.suppressed == {"已更正": 2}


def test_a_known_finding_goes_with_its_consequences() -> None:
    """The baseline knows the root; what hangs on it is not left behind."""
    sifted = sift(REPORT, Sieve(known={fingerprint(ROOT, TAKEN): 1}))
    assert sifted.report.findings == (OTHER,)
    assert sifted.known == 2


def test_a_finding_more_often_than_known_is_new() -> None:
    """Where the baseline knew one, the second of two equal findings is reported."""
    twin = in_sentence(TAKEN)
    sifted = sift(report(TAKEN, ROOT, twin), Sieve(known={fingerprint(ROOT, TAKEN): 1}))
    assert sifted.report.findings == (twin,)


def test_recording_gives_a_fingerprint_for_each() -> None:
    """What is suppressed anyway is not recorded."""
    sieve = Sieve((Suppression("TYP001", "*", "不改"),), recording=True)
    assert sift(REPORT, sieve).fingerprints == tuple(
        fingerprint(finding, TAKEN) for finding in (ROOT, FOLLOWS)
    )


def test_recorded_findings_are_known_again() -> None:
    """A run with the baseline it has just written reports nothing."""
    prints = sift(REPORT, Sieve(recording=True)).fingerprints
    known = {mark: prints.count(mark) for mark in prints}
    assert sift(REPORT, Sieve(known=known)).report.findings == ()
