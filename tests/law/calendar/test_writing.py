"""The file of a notice is read back as it was written, and what cannot be right is told."""

from __future__ import annotations

import tomllib
from datetime import date

import pytest

from kaocheng.kernel.workdays import Notice
from kaocheng.law.calendar import notice_from
from kaocheng.law.calendar.parsing import Holiday
from kaocheng.law.calendar.writing import notice_faults, written_notice

NEW_YEAR = Holiday(
    "元旦", (date(2027, 1, 1), date(2027, 1, 2)), (date(2026, 12, 27), date(2027, 1, 3))
)


def test_what_is_written_is_read_back() -> None:
    """Title with quotation marks, number, day, holidays."""
    text = written_notice(
        2027, '关于"2027年"的通知', "试〔2026〕1号", date(2026, 11, 4), [NEW_YEAR]
    )
    data = tomllib.loads(text)
    notice = notice_from(data["year"], data["notice"][0])
    assert ('关于"2027年"的通知', "试〔2026〕1号", date(2026, 11, 4)) == (
        notice.title,
        notice.number,
        notice.issued,
    )
    assert notice.days_off == tuple((day, "元旦") for day in NEW_YEAR.off)
    assert notice.make_ups == tuple((day, "元旦") for day in NEW_YEAR.make_up)
    assert [] == list(notice_faults(notice))


@pytest.mark.parametrize(
    ("off", "make_up", "says"),
    [
        ((), (), "没有任何一天"),
        ((date(2028, 1, 1),), (), "2028-01-01不在2027年"),
        ((date(2026, 11, 30),), (), "2026-11-30不在2027年"),
        ((), (date(2027, 1, 4),), "2027-01-04不是周末"),
        ((date(2027, 1, 2),), (date(2027, 1, 2),), "2027-01-02出现了两次"),
        ((date(2027, 1, 1), date(2027, 1, 1)), (), "2027-01-01出现了两次"),
    ],
)
def test_what_cannot_be_right_is_told(
    off: tuple[date, ...], make_up: tuple[date, ...], says: str
) -> None:
    """Days of other years, make-up days on working days, a day twice."""
    notice = Notice(
        2027, "", "通知", None, tuple((d, "元旦") for d in off), tuple((d, "元旦") for d in make_up)
    )
    assert any(says in fault for fault in notice_faults(notice))


def test_restored_days_are_something() -> None:
    """A change may do nothing but take a day back."""
    notice = Notice(2027, "", "通知", None, (), (), restored=(date(2027, 1, 4),))
    assert [] == list(notice_faults(notice))
