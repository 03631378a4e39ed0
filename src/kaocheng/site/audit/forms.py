"""Forms of the audit (审计表单)."""

from __future__ import annotations

from typing import Any

from django import forms

from kaocheng.site.base.days import DayField


def _day(label: str) -> DayField:
    return DayField(label=label, required=False)


class LogFilter(forms.Form):
    """What narrows a log: who, and from which day to which."""

    who = forms.CharField(label="姓名或登录名", required=False, max_length=40)
    person = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)
    since = _day("起")
    until = _day("止")

    def clean(self) -> dict[str, Any]:
        """The days in their order."""
        cleaned: dict[str, Any] = super().clean() or {}
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and since > until:
            self.add_error("until", "“止”早于“起”。")
        return cleaned


class ReadFilter(LogFilter):
    """A log of reads is narrowed by its subject, too."""

    subject = forms.CharField(label="查阅对象", required=False, max_length=120)


class StreamForm(forms.Form):
    """Which time line to open."""

    stream = forms.CharField(
        label="事件流", max_length=120, help_text="种类/编号，如 case/办件编号、account/账号编号"
    )
