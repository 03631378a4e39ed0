"""Forms of the law (法定数据表单)."""

from __future__ import annotations

from typing import Any

from django import forms

from kaocheng.kernel.clocks import Span
from kaocheng.site.base.days import DayField
from kaocheng.site.law.services.setting import MOST

_LONGEST = 1000
_LARGEST = 64 * 1024


class DeadlineForm(forms.Form):
    """A start and a length, for the calculator."""

    start = DayField(label="起算日（当日不计）")
    amount = forms.IntegerField(label="期限", min_value=1, max_value=_LONGEST)
    span = forms.ChoiceField(
        label="单位",
        choices=[(span.value, span.value) for span in (Span.WORKDAY, Span.DAY, Span.MONTH)],
    )


class WordsForm(forms.Form):
    """A notice by the words of its text."""

    year = forms.IntegerField(label="年份", min_value=2004, max_value=2100)
    title = forms.CharField(label="通知名称", max_length=200)
    document = forms.CharField(
        label="文号", max_length=60, required=False, help_text="如 国办发明电〔2025〕7号"
    )
    issued = DayField(label="成文日期", required=False)
    words = forms.CharField(
        label="通知正文",
        max_length=8000,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text="粘贴“一、元旦：……”起的各条。星期和“共几天”会与日期逐一核对。",
    )


class FileForm(forms.Form):
    """A notice by a file in the form of the bundled years."""

    file = forms.FileField(label="文件（TOML）", help_text="格式同 law/calendar 里的年度文件。")

    def clean_file(self) -> str:
        """The text of the file."""
        given = self.cleaned_data["file"]
        if given.size > _LARGEST:
            raise forms.ValidationError("文件超过 64 KiB，不像一份放假安排。")
        try:
            return str(given.read(), "utf-8")
        except UnicodeDecodeError:
            raise forms.ValidationError("文件不是 UTF-8 文本。") from None


class DecisionForm(forms.Form):
    """What the second person says about a notice."""

    remark = forms.CharField(
        label="意见", max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )


class FigureForm(forms.Form):
    """A value for a local figure; `unit` is the figure's own."""

    value = forms.IntegerField(label="取值", min_value=1, max_value=MOST)
    since = DayField(
        label="起用日", help_text="今天以后的一天；在这以前办的，按原来的取值，不重算。"
    )
    basis = forms.CharField(
        label="依据", max_length=200, help_text="文件全名，如《……实施细则》第几条"
    )
    document = forms.CharField(label="文号", max_length=60)

    def __init__(self, *args: Any, unit: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["value"].label = f"取值（{unit}）"
