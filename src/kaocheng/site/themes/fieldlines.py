"""Fields of a form written line by line (栏目录入): “开业日期：日期（可不填）”."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kaocheng.catalogue.themes.records import FormField

KINDS = {"文字": "text", "日期": "date", "数字": "number"}
_NAMES = {kind: name for name, kind in KINDS.items()}
_OPTIONAL = "（可不填）"
_LINE = re.compile(r"(.+?)(?:[：:](文字|日期|数字))?\Z")


def read_lines(text: str) -> tuple[FormField, ...]:
    """The fields of a text, one a line; empty lines are left out."""
    return tuple(_read(line.strip()) for line in text.splitlines() if line.strip())


def _read(line: str) -> FormField:
    required = not line.endswith(_OPTIONAL)
    found = _LINE.match(line.removesuffix(_OPTIONAL).strip())
    if found is None:
        return FormField(line, required=required)
    return FormField(found[1].strip(), KINDS.get(found[2] or "文字", "text"), required)


def written(fields: Iterable[FormField]) -> str:
    """The fields as such a text."""
    return "\n".join(_written(field) for field in fields)


def _written(field: FormField) -> str:
    kind = "" if field.kind == "text" else f"：{_NAMES.get(field.kind, '文字')}"
    return f"{field.label}{kind}{'' if field.required else _OPTIONAL}"
