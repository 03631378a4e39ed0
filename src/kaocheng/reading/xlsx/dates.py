"""Dates in worksheets (日期格式): 45292 printed as 2024年1月1日."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import Decimal
from functools import lru_cache

TOKENS = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|_.|\*.|\[[^\]]*\]|AM/PM|A/P|上午/下午'
    r"|(?P<field>y+|m+|d+|h+|s+|a{3,4})|(?P<plain>.)",
    re.IGNORECASE | re.DOTALL,
)
START = datetime(1899, 12, 30)  # noqa: DTZ001 - a day in a worksheet has no time zone
START_1904 = datetime(1904, 1, 1)  # noqa: DTZ001 - the same
DAYS = "一二三四五六日"


@lru_cache(maxsize=1024)
def dated(code: str) -> bool:
    """Whether a format code prints a date or time."""
    return any(token["field"] for token in TOKENS.finditer(_first(code)))


def printed_date(value: Decimal, code: str, *, since_1904: bool = False) -> str | None:
    """The serial day `value` as printed, or None when no such day exists."""
    if not 0 <= value < 2_958_466:
        return None
    moment = (START_1904 if since_1904 else START) + timedelta(seconds=round(value * 86_400))
    tokens = list(TOKENS.finditer(_first(code)))
    fields = [(token["field"] or "").lower()[:1] for token in tokens]
    return "".join(
        _piece(token, moment, minutes=_minutes(fields, at)) for at, token in enumerate(tokens)
    ).strip()


def _first(code: str) -> str:
    section = code.partition(";")[0]
    return re.sub(r"general", "", section, flags=re.IGNORECASE)


def _minutes(fields: list[str], at: int) -> bool:
    """Whether an m at this position means minutes: after hours or before seconds."""
    before = [field for field in fields[:at] if field]
    after = [field for field in fields[at + 1 :] if field]
    return bool(before and before[-1] == "h") or bool(after and after[0] == "s")


def _piece(token: re.Match[str], moment: datetime, *, minutes: bool) -> str:
    field = (token["field"] or "").lower()
    if not field:
        return token["quoted"] or token["escaped"] or token["plain"] or ""
    if field[0] == "y":
        return f"{moment.year:04d}" if len(field) > 2 else f"{moment.year % 100:02d}"
    if field[0] == "a":
        return ("星期" if len(field) == 4 else "") + DAYS[moment.weekday()]
    number = {
        "m": moment.minute if minutes else moment.month,
        "d": moment.day,
        "h": moment.hour,
        "s": moment.second,
    }[field[0]]
    return f"{number:0{min(len(field), 2)}d}"
