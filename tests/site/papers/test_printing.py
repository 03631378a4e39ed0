"""Printing: the first print is kept, later ones are that file, and every one is logged."""

from __future__ import annotations

from datetime import date

import pytest

from kaocheng.kernel.refusing import Refusal
from kaocheng.site.audit.models import StoredEvent, StoredRead
from kaocheng.site.base.files import path_of, purpose_of
from kaocheng.site.papers.services import docx_of, printed
from tests.site.papers.conftest import AT

pytestmark = pytest.mark.django_db


def test_a_reprint_is_the_same_file(walk, clerk) -> None:
    """Printed once, kept, and told in an event; each opening is logged."""
    (row,) = walk.papers
    first = printed(row=row, account=clerk, at=AT)
    again = printed(row=row, account=clerk, at=AT)
    assert (first.pk, path_of(first).read_bytes()[:5]) == (again.pk, b"%PDF-")
    assert [row.number] == [
        event.told["number"] for event in StoredEvent.objects.filter(kind="paper.printed")
    ]
    assert 2 == StoredRead.objects.filter(purpose=f"打印文书 {row.number}").count()


def test_a_changed_print_is_not_given_out(walk, clerk) -> None:
    """Lost or exchanged, it is refused."""
    (row,) = walk.papers
    file = printed(row=row, account=clerk, at=AT)
    path_of(file).unlink()
    with pytest.raises(Refusal, match="丢失或被改动"):
        printed(row=row, account=clerk, at=AT)


def test_nobody_opens_a_print_by_its_file_address(walk, clerk) -> None:
    """Only through the page of the paper, which logs it."""
    file = printed(row=walk.papers[0], account=clerk, at=AT)
    assert not purpose_of(file.purpose).may_open(file, clerk)


def test_a_word_document_can_be_had(walk) -> None:
    """For offices that stamp by other means."""
    assert docx_of(walk.papers[0]).startswith(b"PK")
    assert date(2026, 3, 2) == AT.date()
