"""Forms of supervision (监督表单)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms

from kaocheng.site.supervision.figures import LONGEST, Period


class PeriodForm(forms.Form):
    """From when until when, both included."""

    first = forms.DateField(label="自", required=False, widget=forms.DateInput({"type": "date"}))
    last = forms.DateField(label="至", required=False, widget=forms.DateInput({"type": "date"}))

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
