"""Days on the page (日期): chosen in the browser's calendar, and asked of columns that hold moments."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db.models import Q

from kaocheng.kernel.clocks import SHANGHAI
from kaocheng.kernel.dates import FIRST_DAY, LAST_DAY

_SAID = f"日期须在{FIRST_DAY.year}年至{LAST_DAY.year}年之间，请核对年份。"


class DayInput(forms.DateInput):
    """A day chosen from the browser's calendar."""

    input_type = "date"

    def __init__(self, attrs: Mapping[str, Any] | None = None) -> None:
        super().__init__(dict(attrs or {}), format="%Y-%m-%d")


class DayField(forms.DateField):
    """A day (日期)."""

    widget = DayInput
    default_validators = [MinValueValidator(FIRST_DAY, _SAID), MaxValueValidator(LAST_DAY, _SAID)]  # noqa: RUF012  # Django's way


def within(column: str, since: date | None, until: date | None) -> Q:
    """The moments of a column from one day to another, both included; an end left out stays open."""
    limits: dict[str, datetime] = {}
    if since:
        limits[f"{column}__gte"] = datetime.combine(since, time.min, SHANGHAI)
    if until:
        limits[f"{column}__lt"] = datetime.combine(until + timedelta(days=1), time.min, SHANGHAI)
    return Q(**limits)
