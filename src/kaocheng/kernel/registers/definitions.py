"""What a register looks like (登记表样式): its name, its columns, what may be written in each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Column:
    """A column (栏): the record's `field`, its Chinese `head`, and what may stand in it.

    `kind` is text, number (a number that names: 编号), amount (元 written, 分 kept), count, decimal, date,
    flag (是/否), choice, function (功能科目), economic (经济科目) or economics (several of them).
    `sign` of an amount is any, nonzero, nonnegative or positive. `levels` are the lengths a code
    may have. `refers` names the register and field it points to, such as "projects.code".
    """

    field: str
    head: str
    kind: str = "text"
    required: bool = False
    choices: tuple[str, ...] = ()
    sign: str = "any"
    levels: tuple[int, ...] = ()
    refers: str = ""
    about: str = ""
    example: str = ""

    @property
    def title(self) -> str:
        """The head as it is printed, with the unit of an amount."""
        return f"{self.head}（元）" if self.kind == "amount" else self.head


@dataclass(frozen=True, slots=True)
class Register:
    """A register (登记表): `kind` names its records, `name` its file and worksheet.

    `needed` tells that a year without a single entry of it is not complete; `keys` are the fields
    that together may not stand twice; `adds_up` is False where the sum of its amounts says nothing.
    """

    kind: str
    name: str
    about: str
    columns: tuple[Column, ...]
    needed: bool = False
    keys: tuple[str, ...] = ()
    adds_up: bool = True

    def column(self, field: str) -> Column:
        """The column of that field; raises KeyError when there is none."""
        for column in self.columns:
            if column.field == field:
                return column
        raise KeyError(field)


def registers(
    data: Mapping[str, Any], choices: Mapping[str, tuple[str, ...]]
) -> tuple[Register, ...]:
    """The registers described in data; a column's `choices` is the name of one of the lists."""
    return tuple(
        Register(
            raw["kind"],
            raw["name"],
            raw["about"],
            tuple(_column(item, choices) for item in raw["column"]),
            raw.get("needed", False),
            tuple(raw.get("keys", ())),
            raw.get("adds_up", True),
        )
        for raw in data["register"]
    )


def _column(raw: Mapping[str, Any], choices: Mapping[str, tuple[str, ...]]) -> Column:
    listed = {**raw, "choices": choices[raw["choices"]] if "choices" in raw else ()}
    return Column(**{**listed, "levels": tuple(raw.get("levels", ()))})
