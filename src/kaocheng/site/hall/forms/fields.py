"""Fields of the hall's forms: items by number or name, opening spans, days of the week."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from kaocheng.hall.hours import Span, read_spans
from kaocheng.kernel.refusing import Refusal
from kaocheng.kernel.workdays import WEEKDAYS
from kaocheng.site.catalogue.models import StoredDepartment, StoredItem
from kaocheng.site.hall.items import item_names

_BREAK = re.compile(r"[\n;；]+")


class ItemsField(forms.CharField):
    """Items of the catalogue, one a line, by number or full name; gives their numbers (事项)."""

    widget = forms.Textarea(attrs={"rows": 6})

    def __init__(self, *, county: str, **options: Any) -> None:
        super().__init__(
            **{"required": False, "help_text": "一行一项，写事项编号或全称。", **options}
        )
        self.county = county

    def prepare_value(self, value: Any) -> Any:
        """Numbers are shown with their names."""
        if not isinstance(value, list):
            return value
        names = item_names(self.county, value)
        return "\n".join(n if names[n] == n else f"{n} {names[n]}" for n in value)

    def clean(self, value: Any) -> list[str]:
        """The numbers, in order, each once; what the catalogue does not know is named."""
        lines = [line.strip() for line in _BREAK.split(str(value or "")) if line.strip()]
        found = {line: self._number(line) for line in lines}
        if unknown := [line for line, number in found.items() if not number]:
            raise ValidationError(f"事项目录里没有：{'、'.join(unknown)}。")
        return list(dict.fromkeys(found.values()))

    def _number(self, line: str) -> str:
        rows = StoredItem.objects.filter(county=self.county)
        numbers = rows.filter(number=line.split(maxsplit=1)[0]).values_list("number", flat=True)
        named = rows.filter(name=line).values_list("number", flat=True)
        return numbers.first() or named.first() or ""


class SpansField(forms.CharField):
    """Opening spans as people write them (开放时段)."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"required": False, **options})

    def prepare_value(self, value: Any) -> Any:
        """Spans are shown as written."""
        return value if isinstance(value, str) or value is None else shown_spans(value)

    def clean(self, value: Any) -> tuple[Span, ...]:
        """The spans, or what is wrong with them."""
        try:
            return read_spans(str(value or ""))
        except Refusal as refusal:
            raise ValidationError(str(refusal)) from refusal


class DepartmentsField(forms.MultipleChoiceField):
    """Departments of the county, by ticking (部门)."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, *, county: str, **options: Any) -> None:
        super().__init__(required=False, choices=department_choices(county), **options)


def department_choices(county: str) -> list[tuple[str, str]]:
    """Code and name of the departments of a county."""
    rows = StoredDepartment.objects.filter(county=county)
    return list(rows.values_list("code", "name"))


def shown_spans(spans: Iterable[Span]) -> str:
    """Spans as text for a form."""
    return " ".join(f"{span.opens:%H:%M}-{span.closes:%H:%M}" for span in spans)


WEEKDAY_CHOICES = [(str(n), name) for n, name in enumerate(WEEKDAYS)]
"""Days of the week as choices (星期)."""


class MomentField(forms.DateTimeField):
    """A day and time, chosen in the browser (日期时间)."""

    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
