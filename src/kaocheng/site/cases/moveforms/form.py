"""The form of a move (动作表单)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField

from kaocheng.cases.moves import Move
from kaocheng.site.cases.moveforms.about import About
from kaocheng.site.cases.moveforms.parts import Part, part_of

_TORN = "页面没有完整打开，请刷新后重新填写。"
PAPER_COLUMNS = ("收到", "原件", "复印件", "电子文件")


@dataclass(frozen=True, slots=True)
class Shown:
    """A part as the page shows it: `kind` chooses the markup, `rows` are its boxes row by row."""

    kind: str
    label: str
    required: bool
    rows: tuple[tuple[BoundField, ...], ...]


class MoveForm(forms.Form):
    """What one move asks for; `given()` is what `make_move` takes, uploads still unkept."""

    serial = forms.IntegerField(
        label="本页", widget=forms.HiddenInput,
        error_messages={"required": _TORN, "invalid": _TORN},
    )  # fmt: skip

    def __init__(self, *args: Any, move: Move, about: About, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("serial", about.case.serial)
        self.move = move
        self.parts: list[Part] = [
            part_of(move, field, about) for field in move.fields if about.asks(field.name)
        ]
        for part in self.parts:
            self.fields.update(part.boxes)

    @property
    def uploads(self) -> bool:
        """Whether files may come with it."""
        return any(part.field.kind == "received" for part in self.parts)

    def given(self) -> dict[str, Any]:
        """What was filled in, by the names of the move's fields; empty ones are left out."""
        told = {part.field.name: part.read(self.cleaned_data) for part in self.parts}
        return {name: value for name, value in told.items() if value not in (None, "", [])}

    def shown(self) -> Iterator[Shown]:
        """The parts in order."""
        for part in self.parts:
            boxes = [self[name] for name in part.boxes]
            width = len(PAPER_COLUMNS) if part.field.kind == "received" else 1
            if part.field.kind == "days":
                width = len(boxes)
            rows = tuple(tuple(boxes[at : at + width]) for at in range(0, len(boxes), width))
            kind = (
                part.field.kind if part.field.kind in ("days", "missing", "received") else "plain"
            )
            yield Shown(kind, part.field.label, part.field.required, rows)
