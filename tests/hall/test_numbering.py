"""Numbers: three digits while they last, and no letter that cannot be read out."""

from __future__ import annotations

import pytest

from kaocheng.hall.numbering import check_letter, ticket_label, ticket_number
from kaocheng.kernel.refusing import Refusal
from tests.hall.examples import DAY


def test_labels_and_numbers() -> None:
    """A001, and A1000 after A999; the number names hall and day."""
    assert ["A001", "A999", "A1000"] == [ticket_label("A", n) for n in (1, 999, 1000)]
    assert "D1-20261120-A001" == ticket_number("D1", DAY, "A001")


def test_letters() -> None:
    """One or two capital letters."""
    check_letter("A")
    check_letter("ZW")
    for wrong in ("", "a", "1", "ABC", "综"):
        with pytest.raises(Refusal, match="字头"):
            check_letter(wrong)
