"""Days near today (近日): `{% load near %}{{ row.due|near }}`, for tiles and lists that are short of room."""

from __future__ import annotations

from datetime import date, datetime

from django.template import Library
from django.utils.formats import date_format
from django.utils.timezone import localdate, localtime

register = Library()


@register.filter
def near(moment: date | None) -> str:
    """A day without its year while that is this year's (7月22日), else with it (2043年7月22日); nothing for none."""
    if not moment:
        return ""
    here = localtime(moment) if isinstance(moment, datetime) else moment
    return date_format(here, "n月j日" if here.year == localdate().year else "Y年n月j日")


@register.filter
def near_time(moment: datetime | None) -> str:
    """The same with hour and minute (7月22日 09:05)."""
    return f"{near(moment)} {date_format(localtime(moment), 'H:i')}" if moment else ""
