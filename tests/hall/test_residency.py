"""Residency: rates with the items that prove them, and letters that hold from – until."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kaocheng.hall.residency import (
    ALL_ITEMS,
    Authorisation,
    Mode,
    Power,
    Residency,
    authorisation_rate,
    may,
    residency_rate,
)

DAY = date(2026, 11, 20)
LETTER = Authorisation(
    "授〔2026〕1号", "U1", "甲", ("S1",), (Power.ACCEPT, Power.SIGN), date(2026, 1, 1)
)
HOME = Residency(
    "U1",
    "甲局",
    Mode.STAFF_AND_ITEMS,
    date(2025, 1, 1),
    due=("S1", "S2", "S3", "S4"),
    items=("S1", "S2"),
    excused=("S4",),
    staff=("甲",),
)


def test_residency_rate_names_what_is_missing() -> None:
    """Two of three due items are in the hall; the excused one counts on neither side."""
    rate = residency_rate([HOME])
    assert Decimal(2) / 3 == rate.value
    assert ("S3",) == rate.missing
    assert ("S1", "S2", "S3") == rate.whole


def test_no_items_is_no_rate() -> None:
    """Nothing to divide by is not zero."""
    assert residency_rate([]).value is None
    assert authorisation_rate([replace(HOME, items=())], [LETTER], DAY).value is None


def test_authorisation_rate_counts_people_who_are_here() -> None:
    """A letter counts when its holder was sent to the hall, it is in force, and it says 签发."""
    assert Decimal("0.5") == authorisation_rate([HOME], [LETTER], DAY).value
    elsewhere = replace(LETTER, account="乙")
    reviewing = replace(LETTER, powers=(Power.REVIEW,))
    other = replace(LETTER, department="U2")
    revoked = replace(LETTER, revoked_on=DAY)
    assert 0 == authorisation_rate([HOME], [elsewhere, reviewing, other, revoked], DAY).value
    everything = replace(LETTER, items=(ALL_ITEMS,))
    assert 1 == authorisation_rate([HOME], [everything], DAY).value


@pytest.mark.parametrize(
    ("changed", "holds"),
    [
        ({}, True),
        ({"since": date(2026, 11, 21)}, False),
        ({"until": DAY}, True),
        ({"until": date(2026, 11, 19)}, False),
        ({"revoked_on": DAY}, False),
        ({"revoked_on": date(2026, 11, 21)}, True),
    ],
)
def test_a_letter_holds_from_until(changed: dict[str, date], *, holds: bool) -> None:
    """The last day counts; a letter revoked today holds no more today."""
    letter = replace(LETTER, **changed)
    assert holds == letter.holds(DAY)
    assert holds == (may([letter], "甲", "S1", Power.SIGN, DAY) is not None)
    assert holds == letter.holds_in(DAY, DAY)


def test_may_asks_person_item_and_power() -> None:
    """A letter for S1 to accept and sign gives nothing else to nobody else."""
    assert LETTER == may([LETTER], "甲", "S1", Power.SIGN, DAY)
    assert may([LETTER], "甲", "S2", Power.SIGN, DAY) is None
    assert may([LETTER], "甲", "S1", Power.REVIEW, DAY) is None
    assert may([LETTER], "乙", "S1", Power.SIGN, DAY) is None


def test_a_letter_revoked_before_the_month_does_not_hold_in_it() -> None:
    """Revoked in October, it held on no day of November; revoked on the 2nd, it held on the 1st."""
    month = date(2026, 11, 1), date(2026, 11, 30)
    assert not replace(LETTER, revoked_on=date(2026, 10, 9)).holds_in(*month)
    assert not replace(LETTER, revoked_on=date(2026, 11, 1)).holds_in(*month)
    assert replace(LETTER, revoked_on=date(2026, 11, 2)).holds_in(*month)
    assert not replace(LETTER, since=date(2026, 11, 9), revoked_on=date(2026, 11, 9)).holds_in(
        *month
    )
