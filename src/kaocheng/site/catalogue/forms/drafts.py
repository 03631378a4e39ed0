"""Forms for filling in a draft (填报表单): the elements, and the rows of each part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from django import forms
from django.forms import BaseFormSet, formset_factory

from kaocheng.catalogue.drafting import element_values, part_rows
from kaocheng.catalogue.elements import Element, Part, elements
from kaocheng.catalogue.fields import Field
from kaocheng.catalogue.records import ItemVersion
from kaocheng.site.catalogue.forms.boxes import Choices, box, boxed, settled

PREFIXES = {"materials": "CL", "steps": "HJ", "situations": "QX"}
"""What a new row's key begins with."""
NAMING = {
    ("steps", "after"): "steps",
    ("steps", "when"): "situations",
    ("steps", "reads"): "materials",
    ("situations", "materials"): "materials",
    ("situations", "when"): "situations",
}
"""Fields that name rows of a part."""
MAIN = {
    "materials": (
        "name", "necessity", "condition", "kind", "origin", "deferrable", "deferrable_days", "basis",
    ),
    "steps": ("name", "stage", "role", "unit", "budget", "after"),
}  # fmt: skip
"""Fields of a part that are always open; the others are one click away."""
EXTRA, MOST = 3, 300


class ElementsForm(forms.Form):
    """Every element that is filled in one by one, in its groups."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any, *, version: ItemVersion, departments: Choices, seen: str) -> None:
        values = element_values(version)
        initial = {_name(key): boxed(value) for key, value in values.items()}
        super().__init__(data, initial={**initial, "seen": seen})
        self._asked = [e for e in elements() if e.field and e.group != "版本"]
        for element in self._asked:
            if element.field:
                made = box(element.field, departments=departments)
                made.label = element.title + ("" if not element.required else " *")
                self.fields[_name(element.key)] = made

    def groups(self) -> Iterator[tuple[str, list[forms.BoundField]]]:
        """The boxes by group, in the order of filling in."""
        names = dict.fromkeys(element.group for element in self._asked)
        for group in names:
            yield group, [self[_name(e.key)] for e in self._asked if e.group == group]

    def values(self) -> dict[str, Any]:
        """The elements as the draft wants them, by key."""
        return {element.key: self._value(element) for element in self._asked}

    def _value(self, element: Element) -> Any:
        if element.field is None:
            raise TypeError(element.id)
        return settled(element.field, self.cleaned_data.get(_name(element.key)))


class RowForm(forms.Form):
    """One row of a part; `part` and `fields_of` are set by `part_formset`."""

    part: Part
    rows: Mapping[str, Choices]
    departments: Choices

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.rank = 0
        for field in self.part.fields:
            keys = self.rows.get(NAMING.get((self.part.key, field.name), ""))
            self.fields[field.name] = self._box(field, keys)

    def _box(self, field: Field, keys: Choices | None) -> forms.Field:
        made = box(field, departments=self.departments, keys=keys)
        if field.name == "key":
            made.help_text = "不写由系统编"
        elif field.column.required:
            made.label = f"{field.head} *"
        return made

    def main(self) -> list[forms.BoundField]:
        """The boxes that are always open."""
        names = MAIN.get(self.part.key) or [field.name for field in self.part.fields]
        return [self[name] for name in names]

    def more(self) -> list[forms.BoundField]:
        """The boxes one click away."""
        names = MAIN.get(self.part.key)
        return [self[f.name] for f in self.part.fields if names is not None and f.name not in names]

    @property
    def title(self) -> str:
        """What the row is called, so far as it is known."""
        for name in ("name", "answer", "code"):
            if name in self.fields and (value := self[name].value()):
                return str(value)
        return "新增"

    def clean(self) -> dict[str, Any]:
        """Required fields are asked for only in a row that is used at all."""
        given = super().clean() or {}
        for field in self.part.fields:
            needed = field.column.required and field.name != "key"
            if needed and given.get(field.name) in ("", [], None) and field.name not in self.errors:
                self.add_error(field.name, f"没有填写{field.head}。")
        return given

    def row(self) -> dict[str, Any]:
        """The row as the record wants it, blanks left out."""
        found = {f.name: settled(f, self.cleaned_data.get(f.name)) for f in self.part.fields}
        return {name: value for name, value in found.items() if value is not None}


if TYPE_CHECKING:
    _Rows = BaseFormSet[RowForm]
else:
    _Rows = BaseFormSet


class PartFormSet(_Rows):
    """The rows of a part, in the order asked for, without those to be deleted."""

    def rows(self) -> list[dict[str, Any]]:
        """The rows to be stored, each with a key."""
        kept = [form for form in self.ordered_forms if form.cleaned_data]
        rows = [form.row() for form in kept]
        part = kept[0].part.key if kept else ""
        return _keyed(rows, PREFIXES[part]) if part in PREFIXES else rows


def part_formset(
    part: Part, version: ItemVersion, departments: Choices, data: Any = None, *, more: int = EXTRA
) -> PartFormSet:
    """The rows of a part of a draft as forms, with some blank ones at the end."""
    held = part_rows(version, part.key)
    initial = [{name: boxed(value) for name, value in row.items()} for row in held]
    form = type(
        "PartRowForm",
        (RowForm,),
        {"part": part, "rows": _nameable(version), "departments": departments},
    )
    made = formset_factory(
        form, formset=PartFormSet, extra=more, can_delete=True, can_order=True, max_num=MOST
    )
    formset = made(data, initial=initial, prefix=part.key)
    for at, row in enumerate(formset.forms, 1):
        row.fields["ORDER"].label = "顺序"
        row.fields["ORDER"].initial = at if at <= len(initial) else None
        row.fields["DELETE"].label = "删去这一行"
    return formset  # type: ignore[return-value]  # the factory's class is PartFormSet


def _nameable(version: ItemVersion) -> dict[str, Choices]:
    """The rows other rows may name: key and words."""
    return {
        "materials": [(m.key, m.name) for m in version.materials],
        "steps": [(s.key, s.name) for s in version.steps],
        "situations": [(s.key, f"{s.question}{s.answer}") for s in version.situations],
    }


def _keyed(rows: list[dict[str, Any]], prefix: str) -> list[dict[str, Any]]:
    """The rows with a key each: those without one get the next free."""
    taken = {row["key"] for row in rows if "key" in row}
    free = (f"{prefix}{number:02d}" for number in range(1, 1000))
    new = (key for key in free if key not in taken)
    return [row if "key" in row else {"key": next(new), **row} for row in rows]


def _name(key: str) -> str:
    """A key as the name of a form field."""
    return key.replace(".", "_")
