"""Proposing notices: read and checked, kept as entered; what cannot be right is refused with every slip."""

from __future__ import annotations

from datetime import date

import pytest

from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.models import Account
from kaocheng.site.audit.models import StoredEvent
from kaocheng.site.law.models import NoticeState, StoredNotice
from kaocheng.site.law.services import propose_file, propose_words
from tests.site.law.conftest import FILE, NOW, TITLE, WORDS

pytestmark = pytest.mark.django_db


def by_words(by: Account, words: str = WORDS, year: int = 2027) -> StoredNotice:
    """Enter the words of a notice."""
    return propose_words(
        year=year, title=TITLE, document="试〔2026〕1号", issued=date(2026, 11, 4), words=words,
        by=by, role="system_manager", at=NOW,
    )  # fmt: skip


def test_a_notice_by_its_words(manager: Account) -> None:
    """Kept as a file that gives the days back, waiting for the second person, and told to the audit."""
    row = by_words(manager)
    (notice,) = row.as_notices()
    assert (NoticeState.PROPOSED, manager.username, TITLE) == (row.state, row.proposed_by, str(row))
    assert {date(2027, 2, 13), date(2027, 2, 20)} == {day for day, _ in notice.make_ups}
    assert len(notice.days_off) == 10
    event = StoredEvent.objects.get(stream=f"notice/{row.pk}")
    assert event.told == {"document": "试〔2026〕1号", "title": TITLE, "year": 2027}


def test_a_notice_by_its_file(manager: Account) -> None:
    """Title, number and day come from the file."""
    row = propose_file(text=FILE, by=manager, role="system_manager", at=NOW)
    assert (2027, "试〔2026〕1号", date(2026, 11, 4)) == (row.year, row.document, row.issued)


def test_every_slip_in_the_words_is_told(manager: Account) -> None:
    """Two slips, two sentences; nothing is kept."""
    wrong = WORDS.replace("1日（周五）", "1日（周四）").replace("共7天", "共8天")
    with pytest.raises(Refusal, match=r"通知写的是星期四.*写着共8天"):
        by_words(manager, wrong)
    assert not StoredNotice.objects.exists()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("year = ", "law.file"),
        ("year = 2027", "law.file"),
        ('year = 2027\nnotice = [{ number = "1" }]', "law.file"),
        ('year = "x"\nnotice = [{ title = "t" }]', "law.file"),
        (FILE.replace("off = [2027-01-01,", 'off = ["x",'), "law.file"),
        (FILE + FILE.partition("\n")[2], "law.file"),
        (FILE.replace("2026-12-26", "2026-12-25"), "law.notice"),
        (FILE.replace("2027", "2029"), "law.notice"),
        (FILE.replace("2027", "2029").replace("make_up = [2026-12-26]", ""), "law.year"),
        ('year = 2027\n[[notice]]\ntitle = "空"\n', "law.notice"),
    ],
)
def test_files_that_cannot_be_right(manager: Account, text: str, code: str) -> None:
    """Torn, empty, two at once, a make-up day on a Friday, another year, a year too far ahead."""
    with pytest.raises(Refusal) as found:
        propose_file(text=text, by=manager, role="system_manager", at=NOW)
    assert code == found.value.code
    assert found.value.remedy


def test_a_change_to_a_year_in_force(manager: Account) -> None:
    """A notice may change a year that is known."""
    row = by_words(manager, "一、抗灾：3月2日（周一）放假，共1天。3月7日（周六）上班。", 2026)
    assert row.year == 2026
