"""Fields of an implementing list (填写栏): one description for forms, templates, differences.

A field reads a text into the value a record holds and shows it again, so that what is typed into a
page and what stands in a workbook are judged by the same words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from kaocheng.catalogue.codes import CodeList, code_list
from kaocheng.kernel.clocks import Budget, Span
from kaocheng.kernel.registers import Column
from kaocheng.kernel.registers.cells import bare, value
from kaocheng.kernel.registers.misreadings import Misread
from kaocheng.kernel.registers.showing import shown as plainly

_SEPARATORS = re.compile(r"[、,，;；\s]+")
_LIMIT = re.compile(r"(\d{1,4})\s*个?\s*(工作日|自然日|日|天|小时|分钟|月)")
_SPANS = {"日": Span.DAY, "天": Span.DAY}


@dataclass(frozen=True, slots=True)
class Field:
    """One field (填写栏): the column it is in a workbook, how it is written, and its code list.

    `shape` is plain, code, codes, words, keys, lines or limit; `wide` asks for a box of several lines.
    """

    column: Column
    shape: str = "plain"
    codes: str = ""
    wide: bool = False

    @property
    def name(self) -> str:
        """The record's field."""
        return self.column.field

    @property
    def head(self) -> str:
        """What it is called (栏名)."""
        return self.column.head

    @property
    def list(self) -> CodeList | None:
        """Its code list, if it has one."""
        return code_list(self.codes) if self.codes else None


def read(field: Field, text: str) -> Any:
    """The value of a text that is not blank, or a `Misread`."""
    taken = value(field.column, bare(text))
    return taken if isinstance(taken, Misread) else settled(field, taken)


def settled(field: Field, taken: Any) -> Any:
    """What a cell's value means: codes for names, several for one text, a limit; or a `Misread`."""
    return _READERS[field.shape](field, taken)


def shown(field: Field, held: Any) -> str:
    """The text of a value, so that reading it gives the value again."""
    if held is None or held in ("", ()):
        return ""
    return _WRITERS[field.shape](field, held)


def _code(field: Field, text: str) -> Any:
    """The choice was made by name from the list, or is the code itself."""
    found = field.list.code(text) if field.list else None
    return found if found is not None else _strange(field, text)


def _codes(field: Field, text: str) -> Any:
    taken = [(part, _code(field, part)) for part in _SEPARATORS.split(text) if part]
    wrong = next((found for _, found in taken if isinstance(found, Misread)), None)
    return wrong or tuple(dict.fromkeys(found for _, found in taken))


def _strange(field: Field, text: str) -> Misread:
    names = "、".join(field.list.names.values()) if field.list else ""
    return Misread(f"“{text}”不在{field.head}的可选内容里", f"只能写：{names}")


def _words(_: Field, text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part for part in _SEPARATORS.split(text) if part))


def _lines(_: Field, text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.splitlines() if part.strip())


def _limit(_: Field, text: str) -> Budget | Misread:
    found = _LIMIT.fullmatch(text)
    if found is None:
        return Misread("读不出时限", "请写成 5个工作日、20日、2小时、30分钟 或 1个月")
    return Budget(int(found[1]), _SPANS.get(found[2]) or Span(found[2]))


_READERS: Mapping[str, Callable[[Field, Any], Any]] = {
    "plain": lambda _, taken: taken,
    "code": _code,
    "codes": _codes,
    "words": _words,
    "keys": _words,
    "lines": _lines,
    "limit": _limit,
}


def _name(field: Field, code: str) -> str:
    return field.list.name(code) if field.list else code


_WRITERS: Mapping[str, Callable[[Field, Any], str]] = {
    "plain": lambda field, held: plainly(field.column, held),
    "code": _name,
    "codes": lambda field, held: "、".join(_name(field, code) for code in held),
    "words": lambda _, held: "、".join(held),
    "keys": lambda _, held: "、".join(held),
    "lines": lambda _, held: "\n".join(held),
    "limit": lambda _, held: str(held),
}
