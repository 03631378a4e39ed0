"""From a field of an implementing list to a box on a page (填写框), and from what is typed to its value."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from kaocheng.catalogue.fields import Field, read, shown
from kaocheng.kernel.clocks import Budget, Span
from kaocheng.kernel.registers.misreadings import Misread
from kaocheng.site.base.days import DayField

Choices = Sequence[tuple[str, str]]
_NONE = ("", "—")
_YES = [_NONE, ("是", "是"), ("否", "否")]
LONGEST = 2_000


class LimitWidget(forms.MultiWidget):
    """A number and its unit side by side (时限)."""

    template_name = "catalogue/limit.html"

    def __init__(self, attrs: Mapping[str, Any] | None = None) -> None:
        units = [(span.value, span.value) for span in Span]
        number = forms.NumberInput({"min": 1, "max": 9999, "aria-label": "数"})
        boxes = (number, forms.Select({"aria-label": "单位"}, units))
        super().__init__(boxes, dict(attrs or {}))

    def decompress(self, value: Budget | None) -> list[Any]:
        """The two boxes of a limit."""
        return [value.amount, value.span.value] if value else [None, Span.WORKDAY.value]


class LimitField(forms.MultiValueField):
    """A limit of time; blank when no number is written."""

    widget = LimitWidget

    def __init__(self, **given: Any) -> None:
        fields = (
            forms.IntegerField(min_value=1, max_value=9999),
            forms.ChoiceField(choices=[(span.value, span.value) for span in Span]),
        )
        super().__init__(fields, require_all_fields=False, **given)

    def has_changed(self, initial: Any, data: Any) -> bool:
        """The unit alone is no limit: a row where nothing else is written stays blank."""
        if initial is None and not (data and data[0]):
            return False
        return super().has_changed(initial, data)

    def compress(self, data_list: Sequence[Any]) -> Budget | None:
        """The limit of two boxes."""
        if not data_list or not data_list[0]:
            return None
        return Budget(data_list[0], Span(data_list[1] or Span.WORKDAY))


class TypedField(forms.CharField):
    """What is typed, judged by the field of the list: a value, or why there is none."""

    def __init__(self, field: Field, **given: Any) -> None:
        super().__init__(max_length=LONGEST, **given)
        self._field = field

    def prepare_value(self, value: Any) -> Any:
        """A value as text; what was typed before stays as it is."""
        return value if isinstance(value, str) else shown(self._field, value)

    def to_python(self, value: Any) -> Any:
        """The value of what was typed."""
        text = super().to_python(value)
        return self._read(str(text)) if text else None

    def _read(self, text: str) -> Any:
        found = read(self._field, text)
        if isinstance(found, Misread):
            raise ValidationError(f"{found.message}。{found.remedy}。")
        return found

    def validate(self, value: Any) -> None:
        """Only a missing one is wrong by now."""
        if value is None and self.required:
            raise ValidationError(self.error_messages["required"], code="required")

    def run_validators(self, value: Any) -> None:
        """Lengths are judged where the text is."""


def box(field: Field, *, departments: Choices = (), keys: Choices | None = None) -> forms.Field:
    """The box for a field; `keys` are the rows it may name, `departments` those there are."""
    said: dict[str, Any] = {
        "label": field.head,
        "required": False,
        "help_text": field.column.about.replace("（发布前必填）", ""),
    }
    if field.shape == "keys" and keys is not None:
        return forms.MultipleChoiceField(choices=keys, widget=forms.CheckboxSelectMultiple, **said)
    if field.name in ("body", "handling_body", "unit"):
        return forms.ChoiceField(choices=[_NONE, *departments], **said)
    make = _BOXES.get(field.shape) or _BOXES.get(field.column.kind)
    return make(field, said) if make else _typed(field, said)


def _typed(field: Field, said: Mapping[str, Any]) -> forms.Field:
    widget = forms.Textarea({"rows": 4}) if field.wide else forms.TextInput()
    if field.column.example:
        widget.attrs["placeholder"] = f"如：{field.column.example}"
    return TypedField(field, widget=widget, **said)


def _choice(field: Field, said: Mapping[str, Any]) -> forms.Field:
    choices = field.list.choices if field.list else [(c, c) for c in field.column.choices]
    return forms.ChoiceField(choices=[_NONE, *choices], **said)


def _choices(field: Field, said: Mapping[str, Any]) -> forms.Field:
    choices = field.list.choices if field.list else ()
    return forms.MultipleChoiceField(choices=choices, widget=forms.CheckboxSelectMultiple, **said)


_BOXES: Mapping[str, Callable[[Field, Mapping[str, Any]], forms.Field]] = {
    "code": _choice,
    "codes": _choices,
    "limit": lambda _, said: LimitField(**said),
    "choice": _choice,
    "flag": lambda _, said: forms.ChoiceField(choices=_YES, **said),
    "count": lambda _, said: forms.IntegerField(min_value=0, max_value=9999, **said),
    "date": lambda _, said: DayField(**said),
}


def boxed(value: Any) -> Any:
    """A value as its box shows it."""
    if isinstance(value, bool):
        return "是" if value else "否"
    return list(value) if isinstance(value, tuple) else value


def settled(field: Field, given: Any) -> Any:
    """What a box gives as the record wants it; None for a blank."""
    if given in ("", [], None):
        return None
    if field.column.kind == "flag":
        return given == "是"
    return tuple(given) if isinstance(given, list) else given
