"""Writing and checking a notice's file (通知文件): the form of `law/calendar/<year>.toml`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date

from kaocheng.kernel.workdays import Notice
from kaocheng.law.calendar.parsing import Holiday

_SATURDAY = 5


def written_notice(
    year: int, title: str, number: str, issued: date | None, holidays: Sequence[Holiday]
) -> str:
    """The file of a notice."""
    lines = [f"year = {year}", "", "[[notice]]", f"title = {_quoted(title)}"]
    if number:
        lines.append(f"number = {_quoted(number)}")
    if issued:
        lines.append(f"issued = {issued}")
    for holiday in holidays:
        lines += ["", "[[notice.holiday]]", f"occasion = {_quoted(holiday.occasion)}"]
        lines.append(f"off = {_listed(holiday.off)}")
        if holiday.make_up:
            lines.append(f"make_up = {_listed(holiday.make_up)}")
    return "\n".join(lines) + "\n"


def notice_faults(notice: Notice) -> Iterator[str]:
    """What cannot be right in a notice, in words."""
    off = [day for day, _ in notice.days_off]
    make_up = [day for day, _ in notice.make_ups]
    if not off and not make_up and not notice.restored:
        yield "通知里没有任何一天。"
    for day in (*off, *make_up, *notice.restored):
        if not (day.year == notice.year or (day.year, day.month) == (notice.year - 1, 12)):
            yield f"{day}不在{notice.year}年，也不在上一年12月。"
    for day in make_up:
        if day.weekday() < _SATURDAY:
            yield f"调休上班的{day}不是周末。"
    for day in sorted({day for day in off if day in make_up or off.count(day) > 1}):
        yield f"{day}出现了两次。"


def _listed(days: Sequence[date]) -> str:
    return f"[{', '.join(day.isoformat() for day in days)}]"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
