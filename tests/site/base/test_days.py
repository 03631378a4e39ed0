"""Days on the page: bounded wherever they are asked for, and asked of moments as whole days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.urls import get_resolver

from kaocheng.kernel.clocks import SHANGHAI
from kaocheng.kernel.dates import FIRST_DAY, LAST_DAY
from kaocheng.site.base.days import DayField, within


def _forms(of: type[forms.BaseForm] = forms.BaseForm) -> Iterator[type[forms.BaseForm]]:
    for kind in of.__subclasses__():
        if kind.__module__.startswith("kaocheng."):
            yield kind
        yield from _forms(kind)


def test_every_day_on_a_form_is_bounded() -> None:
    """A year with a digit too many is told at the door, on every form of the site."""
    assert get_resolver().url_patterns  # every page, and with it every form, is imported
    loose = [
        f"{form.__name__}.{name}"
        for form in _forms()
        for name, field in getattr(form, "base_fields", {}).items()
        if isinstance(field, forms.DateField) and not isinstance(field, DayField)
    ]
    assert [] == loose


@pytest.mark.parametrize("text", ["9999-12-31", "0001-01-01", "3000-01-01", "1899-12-31"])
def test_a_slip_of_the_keyboard_is_told(text: str) -> None:
    """The sentence names the years that can be meant."""
    with pytest.raises(ValidationError, match="1900年至2999年"):
        DayField().clean(text)


@pytest.mark.parametrize("day", [FIRST_DAY, LAST_DAY])
def test_the_ends_are_days_like_others(day: date) -> None:
    """Both ends can be written, and asked for."""
    assert day == DayField().clean(day.isoformat())
    assert within("at", day, day)


def test_both_days_are_included() -> None:
    """From the first moment of the one to the first moment after the other, in Beijing time."""
    expected = Q(
        at__gte=datetime(2026, 3, 2, tzinfo=SHANGHAI), at__lt=datetime(2026, 3, 4, tzinfo=SHANGHAI)
    )
    assert expected == within("at", date(2026, 3, 2), date(2026, 3, 3))


def test_an_open_end_asks_nothing() -> None:
    """Without days, everything is asked for."""
    assert Q() == within("at", None, None)
