"""Forms of the moves (流转表单): what the table says must be given, and nothing else."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms

from kaocheng.catalogue.moving import Move
from kaocheng.site.base.days import DayField, DayInput
from kaocheng.site.catalogue.forms.boxes import Choices

_NOTES = {"decline": "退回的理由", "send_back": "要改什么", "withdraw": "停用的依据"}


class MoveForm(forms.Form):
    """One move with its fields; the serial tells what the page showed."""

    serial = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self, data: Any, *, move: Move, role: str, departments: Choices, today: date, serial: int
    ) -> None:
        super().__init__(data, auto_id=f"id_{move.key}_%s", initial={"serial": serial})
        self.move, self.role = move, role
        wanted = {name: _FIELDS[name](move, departments, today) for name in move.gives}
        self.fields.update(wanted)
        if move.key == "publish":
            self.fields["note"] = _text("变更说明", required=False)

    @property
    def danger(self) -> bool:
        """Whether the move takes something away."""
        return self.move.key in ("drop", "abandon", "withdraw", "decline")

    def given(self) -> dict[str, str]:
        """What was given, as texts."""
        held = self.cleaned_data
        return {name: str(held[name] or "") for name in self.fields if name != "serial"}


def _unit(_: Move, departments: Choices, __: date) -> forms.Field:
    return forms.ChoiceField(label="部门", choices=[("", "请选"), *departments])


def _note(move: Move, _: Choices, __: date) -> forms.Field:
    return _text(_NOTES.get(move.key, "说明"), required=True)


def _text(label: str, *, required: bool) -> forms.Field:
    widget = forms.Textarea({"rows": 2})
    return forms.CharField(label=label, max_length=500, widget=widget, required=required)


def _valid_from(_: Move, __: Choices, today: date) -> forms.Field:
    return _day("生效日期", today, "可以今天发布、以后生效")


def _last_day(_: Move, __: Choices, today: date) -> forms.Field:
    return _day("最后有效日", today - timedelta(days=1), "过了这一天就不能再受理")


def _day(label: str, earliest: date, about: str) -> forms.Field:
    widget = DayInput({"min": earliest.isoformat()})
    return DayField(label=label, widget=widget, help_text=about, initial=earliest)


_FIELDS = {"unit": _unit, "note": _note, "valid_from": _valid_from, "last_day": _last_day}
