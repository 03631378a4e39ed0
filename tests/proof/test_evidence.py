"""Evidence holds numbers, days, amounts and codes, and no name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kaocheng.proof.entries import COLUMNS, Damaged, entry
from kaocheng.proof.evidence import evidence
from kaocheng.proof.shelf import evidence_read, evidence_text
from tests.proof.making import YEAR


def test_no_payee_and_no_purpose_leaves_the_store() -> None:
    """The words of a payment are in no cell of the evidence."""
    text = evidence_text(evidence(YEAR))
    assert [] == [word for word in ("收款公司", "某用途") if word in text]


def test_the_file_reads_back_as_it_was() -> None:
    """Each entry and the hash beside it."""
    entries = evidence(YEAR)
    read = evidence_read(evidence_text(entries))
    assert [(one, one.sha256) for one in entries] == list(read)


def test_two_entries_may_not_share_a_number() -> None:
    """A number in a figure's lineage must mean one entry."""
    first, second = YEAR.payments[:2]
    twice = replace(YEAR, payments=(first, replace(second, number=first.number)))
    with pytest.raises(Damaged, match="用了两次"):
        evidence(twice)


@pytest.mark.parametrize(
    "cells", [["x"], ["1", "支付", "昨天", *[""] * 11], ["1", "支付", "", "x", *[""] * 10]]
)
def test_a_torn_row_is_told(cells: list[str]) -> None:
    """Too few cells, no day, no number."""
    with pytest.raises(Damaged):
        entry(cells)


def test_every_column_has_a_head() -> None:
    """The heads and the fields of an entry go together."""
    assert len(COLUMNS) == len(evidence(YEAR)[0].row)
