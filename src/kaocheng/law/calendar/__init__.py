"""The working calendar of the State Council's notices (工作日历): data by year, see docs/time.md."""

from kaocheng.law.calendar.loading import notice_from, notices, work_calendar

__all__ = ["notice_from", "notices", "work_calendar"]
