"""Forms of supervision (监督表单)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django import forms

from kaocheng.cases.measures import Period
from kaocheng.site.base.days import DayField
from kaocheng.site.supervision.figures import LONGEST
from kaocheng.site.supervision.kinds import KINDS


class PeriodForm(forms.Form):
    """From when until when, both included."""

    first = DayField(label="自", required=False)
    last = DayField(label="至", required=False)

    def clean(self) -> dict[str, Any]:
        """In order, and not longer than one look allows."""
        told: dict[str, Any] = super().clean() or {}
        first, last = told.get("first"), told.get("last")
        if first and last and first > last:
            raise forms.ValidationError("开始日期在结束日期之后，请对调。")
        if first and last and (last - first).days >= LONGEST:
            raise forms.ValidationError(f"一次最多看 {LONGEST} 天，请缩短。")
        return told

    def period(self, today: date) -> Period:
        """The period asked for; the last thirty days where nothing, or something wrong, was asked."""
        told = self.cleaned_data if self.is_valid() else {}
        last = told.get("last") or today
        first = told.get("first") or last - timedelta(days=29)
        return Period(max(first, last - timedelta(days=LONGEST - 1)), last)


class LateFilter(forms.Form):
    """Which kind of lateness, of which department."""

    kind = forms.ChoiceField(
        label="种类", required=False, choices=[(kind.key, kind.title) for kind in KINDS]
    )
    unit = forms.ChoiceField(label="承办部门", required=False)

    def __init__(self, *args: Any, units: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = [("", "全部"), *units.items()]  # type: ignore[attr-defined]
