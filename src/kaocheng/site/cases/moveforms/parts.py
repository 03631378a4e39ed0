"""The parts of a move's form (表单分项): one for each kind of field in moves.toml."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django import forms

from kaocheng.cases.materials import missing
from kaocheng.cases.moves import Field, Move
from kaocheng.catalogue.records import Material
from kaocheng.kernel.clocks import Span
from kaocheng.site.base.days import DayField
from kaocheng.site.cases.assisting import ENTRUST
from kaocheng.site.cases.moveforms.about import About, Choice

FEW = 6
"""So many choices are shown side by side; more go into a list."""
Boxes = dict[str, forms.Field]
Cleaned = Mapping[str, Any]


@dataclass(frozen=True)
class Part:
    """One field of the move: its boxes on the page, and how what was filled in is read back."""

    field: Field
    boxes: Boxes
    read: Callable[[Cleaned], Any]


def part_of(move: Move, field: Field, about: About) -> Part:
    """The part for a field of a move."""
    if build := _LARGE.get(field.kind):
        return build(move, field, about)
    box = {field.name: _box(move, field, about)}
    return Part(field, box, lambda told: _read(move, field, about, told[field.name]))


def _read(move: Move, field: Field, about: About, given: Any) -> Any:
    """What was given; people stand by number in the form, by the name they sign in with in the case."""
    if field.kind == "accounts":
        return [about.colleague(key) for key in given]
    if field.kind == "approver":
        return about.approver(given)
    if field.kind == "account":
        return (about.assistant if move.key == ENTRUST else about.colleague)(given)
    return given


def _box(move: Move, field: Field, about: About) -> forms.Field:
    if field.kind == "task" and about.must_name_task(move.scope):
        field = replace(field, required=True)
    named: dict[str, Any] = {"label": field.label, "required": field.required}
    if choices := _choices(move, field, about):
        return _select(choices, field, about, named)
    if field.kind in _CHOSEN:
        return forms.ChoiceField(choices=[("", "没有可选的")], **named)
    return _PLAIN.get(field.kind, _line)(named)


def _choices(move: Move, field: Field, about: About) -> Sequence[Choice]:
    if field.choices:
        return tuple((word, word) for word in field.choices)
    offered = _CHOSEN.get(field.kind)
    return offered(move, field, about) if offered else ()


def _select(
    choices: Sequence[Choice], field: Field, about: About, named: dict[str, Any]
) -> forms.Field:
    few = len(choices) <= FEW
    if field.kind in _SEVERAL:
        widget: Any = forms.CheckboxSelectMultiple if few else forms.SelectMultiple
        return forms.MultipleChoiceField(choices=choices, widget=widget, **named)
    if few and field.required:
        named["initial"] = _first(choices, field, about)
        return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, **named)
    initial = about.task if field.kind == "task" else ""
    return forms.ChoiceField(choices=[("", "请选择"), *choices], initial=initial, **named)


def _first(choices: Sequence[Choice], field: Field, about: About) -> str | None:
    """What is chosen beforehand: the step the reader came from, or the only one. Never a judgement."""
    if field.kind == "task" and about.task in dict(choices):
        return about.task
    return choices[0][0] if len(choices) == 1 and field.kind in ("task", "special") else None


def _line(named: dict[str, Any]) -> forms.Field:
    return forms.CharField(max_length=200, **named)


def _note(named: dict[str, Any]) -> forms.Field:
    widget = forms.Textarea(attrs={"rows": 4})
    return forms.CharField(max_length=2000, widget=widget, **named)


def _flag(named: dict[str, Any]) -> forms.Field:
    return forms.ChoiceField(
        choices=[("true", "是"), ("false", "否")], widget=forms.RadioSelect, **named
    )


def _yuan(named: dict[str, Any]) -> forms.Field:
    return forms.DecimalField(min_value=0, max_digits=9, decimal_places=2, **named)


def _date(named: dict[str, Any]) -> forms.Field:
    return DayField(**named)


def _region(named: dict[str, Any]) -> forms.Field:
    return forms.RegexField(r"\d{6}\Z", help_text="六位行政区划代码", **named)


def _materials(move: Move, field: Field, about: About) -> Sequence[Choice]:
    return tuple((m.key, m.name) for m in about.materials_for(move.key, field.name))


def _tasks(move: Move, field: Field, about: About) -> Sequence[Choice]:
    return tuple((task.key, task.name) for task in about.tasks_for(move.key))


_CHOSEN: Mapping[str, Callable[[Move, Field, About], Sequence[Choice]]] = {
    "material": _materials,
    "materials": _materials,
    "task": _tasks,
    "tasks": _tasks,
    "opinion": lambda _move, _field, about: about.opinions(),
    "special": lambda _move, _field, about: about.running(),
    "special_kind": lambda _move, _field, about: about.specials(),
    "unit": lambda _move, _field, about: about.units(),
    "account": lambda move, _field, about: (
        about.assistants() if move.key == ENTRUST else about.colleagues()
    ),
    "approver": lambda _move, _field, about: about.approvers(),
    "accounts": lambda _move, _field, about: about.colleagues(),
}
_SEVERAL = frozenset({"materials", "tasks", "accounts"})
_PLAIN: Mapping[str, Callable[[dict[str, Any]], forms.Field]] = {
    "note": _note,
    "flag": _flag,
    "yuan": _yuan,
    "date": _date,
    "region": _region,
}


def _days(move: Move, field: Field, about: About) -> Part:
    """A number and its unit."""
    amount, span = field.name, f"{field.name}_span"
    boxes: Boxes = {
        amount: forms.IntegerField(
            label=field.label, min_value=1, max_value=2000, required=field.required
        ),
        span: forms.ChoiceField(
            label=f"{field.label}的单位",
            choices=[(s.value, s.value) for s in (Span.WORKDAY, Span.DAY, Span.MONTH)],
        ),
    }
    return Part(field, boxes, lambda told: [told[amount], told[span]] if told[amount] else None)


def _missing(move: Move, field: Field, about: About) -> Part:
    """For each material what is missing or wrong; left empty where nothing is."""
    absent = {m.key for m in missing(about.case, about.version)}
    boxes: Boxes = {
        f"{field.name}-{m.key}": forms.CharField(
            label=m.name,
            max_length=200,
            required=False,
            initial="未提交" if m.key in absent else "",
            help_text=m.standard,
        )
        for m in about.materials_for(move.key, field.name)
    }
    prefix = f"{field.name}-"
    return Part(
        field,
        boxes,
        lambda told: [
            (name.removeprefix(prefix), told[name].strip()) for name in boxes if told[name].strip()
        ],
    )


def _received(move: Move, field: Field, about: About) -> Part:
    materials = about.materials_for(move.key, field.name)
    return Part(
        field,
        received_rows(field.name, materials),
        lambda told: read_rows(field.name, materials, told),
    )


def received_rows(name: str, materials: Sequence[Material]) -> Boxes:
    """For each material four boxes: whether it came, how many originals and copies, the file."""
    boxes: Boxes = {}
    for material in materials:
        boxes |= _row_boxes(f"{name}-{material.key}", material)
    return boxes


def _row_boxes(name: str, material: Material) -> Boxes:
    title = material.name
    return {
        name: forms.BooleanField(label=title, required=False),
        f"{name}-originals": _count(f"{title}：原件份数", material.originals),
        f"{name}-copies": _count(f"{title}：复印件份数", material.copies),
        f"{name}-file": forms.FileField(label=f"{title}：电子文件", required=False),
    }


def _count(label: str, initial: int) -> forms.Field:
    return forms.IntegerField(
        label=label, min_value=0, max_value=99, required=False, initial=initial
    )


def read_rows(name: str, materials: Sequence[Material], told: Cleaned) -> list[dict[str, Any]]:
    """The materials that came, each with its upload under `upload` (None for paper)."""
    found = (_read_row(f"{name}-{m.key}", m.key, told) for m in materials)
    return [row for row in found if row is not None]


def _read_row(name: str, key: str, told: Cleaned) -> dict[str, Any] | None:
    upload = told[f"{name}-file"]
    if not told[name] and not upload:
        return None
    return {
        "key": key,
        "originals": told[f"{name}-originals"] or 0,
        "copies": told[f"{name}-copies"] or 0,
        "form": "电子" if upload else "纸质",
        "upload": upload,
    }


_LARGE: Mapping[str, Callable[[Move, Field, About], Part]] = {
    "days": _days,
    "missing": _missing,
    "received": _received,
}
