"""Filters for times and words of the hall: `{{ row.waited|spent }}`, `{{ kind|move_title }}`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal

from django.template import Library

from kaocheng.hall.moves import moves
from kaocheng.hall.moving import TABLE
from kaocheng.hall.residency import Authorisation
from kaocheng.hall.windows import Window
from kaocheng.site.hall.models import StoredWindow

register = Library()
_SECOND = 1_000_000


@register.filter
def spent(microseconds: int) -> str:
    """So many microseconds as people say them: 5分30秒."""
    seconds = round(microseconds / _SECOND)
    minutes, rest = divmod(seconds, 60)
    return f"{minutes}分{rest:02d}秒" if minutes else f"{rest}秒"


@register.filter
def lasted(length: timedelta) -> str:
    """A length of time as people say it."""
    return spent(length // timedelta(microseconds=1))


@register.filter
def move_title(kind: str) -> str:
    """What a move of a ticket is called (变动名称)."""
    found = moves(TABLE).get(kind)
    return found.title if found else kind


@register.filter
def named(names: Mapping[str, str], number: str) -> str:
    """The name of a number, or the number itself."""
    return names.get(number, number)


@register.filter
def named_kind(windows: Mapping[str, StoredWindow], number: str) -> str:
    """The type of a window by its number (窗口类型)."""
    return str(windows[number].get_kind_display())


@register.filter
def in_use(window: Window, day: date) -> bool:
    """Whether a window is in use on a day (是否启用)."""
    return window.in_use(day)


@register.filter
def in_force(letter: Authorisation, day: date) -> bool:
    """Whether a letter holds on a day (是否有效)."""
    return letter.holds(day)


@register.filter
def percent(value: Decimal | None) -> str:
    """A rate as per cent with one decimal; nothing to divide by is a dash (比率)."""
    return "——" if value is None else f"{value:.1%}"
