"""What measures are asked of (指标查询条件): from when until when, and which department."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django import forms

from kaocheng.cases.measures import Period
from kaocheng.site.base.days import DayField

LONGEST = timedelta(days=3 * 366)
"""The longest period looked at together."""


class MeasureForm(forms.Form):
    """A period, both days included, and a department or all of them."""

    first = DayField(label="自", required=False)
    last = DayField(label="至", required=False)
    unit = forms.ChoiceField(label="部门", required=False)

    def __init__(self, given: Mapping[str, Any] | None, units: Mapping[str, str]) -> None:
        super().__init__(given)
        choices = [("", "全部"), *sorted(units.items(), key=lambda unit: unit[0])]
        self.fields["unit"].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """In order, and not longer than one look allows."""
        told: dict[str, Any] = super().clean() or {}
        first, last = told.get("first"), told.get("last")
        if first and last and first > last:
            raise forms.ValidationError("开始日期在结束日期之后，请对调。")
        if first and last and last - first > LONGEST:
            raise forms.ValidationError("一次最多看三年，请缩短。")
        return told

    def asked(self, today: date) -> tuple[Period, str]:
        """The period and the department; this year so far where nothing, or something wrong, was asked."""
        told = self.cleaned_data if self.is_valid() else {}
        last = told.get("last") or max(today, told.get("first") or today)
        first = told.get("first") or date(last.year, 1, 1)
        return Period(max(first, last - LONGEST), last), told.get("unit") or ""
