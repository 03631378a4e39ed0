"""Equations (勾稽关系) read from the files beside this one: names, + and -, one of = ≤ ≥."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent
_NAME = re.compile(
    r"(?P<sum>Σ)?(?:《(?P<form>[^》]+)》)?(?P<row>[^\[\]+\-=≤≥?]*)(?:\[(?P<column>[^\]]+)\])?(?P<maybe>\?)?\Z"
)
_SIDES = re.compile(r"\s+([=≤≥])\s+")
_PARTS = re.compile(r"\s+([+-])\s+")


@dataclass(frozen=True, slots=True)
class Name:
    """A figure named in an equation: 《form》row[column]; `*` for each code, Σ for a group of rows.

    An `optional` one counts as nothing where the form has no such row or column.
    """

    form: str
    row: str
    column: str
    group: bool
    optional: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A name with its sign, 1 or -1."""

    sign: int
    name: Name


@dataclass(frozen=True, slots=True)
class Equation:
    """One equation (勾稽关系): `stated kind parts`, on the tables of `forms`, or between tables.

    `along` is "rows" (its names are rows, for each column), "columns" (its names are columns, for
    each row), "cells" or "codes" (every level of the 科目); `each` 类 or 科目 fills in `*`;
    `only_if` names a condition on the whole set of tables.
    """

    code: str
    title: str
    holds: str
    basis: str
    forms: tuple[str, ...]
    along: str
    each: str
    only_if: str
    stated: Name
    kind: str
    parts: tuple[Part, ...]

    @property
    def between(self) -> bool:
        """Whether it joins figures of several tables."""
        return bool(self.stated.form)


@lru_cache(maxsize=None)
def equations() -> tuple[Equation, ...]:
    """Every equation, by code; raises ValueError for a code used twice or words not understood."""
    found = [item for path in sorted(_FOLDER.glob("*.toml")) for item in _file(path)]
    codes = [item.code for item in found]
    if len(set(codes)) != len(codes):
        raise ValueError(f"勾稽关系编号重复：{min(c for c in codes if codes.count(c) > 1)}")
    return tuple(sorted(found, key=lambda item: item.code))


@lru_cache(maxsize=None)
def equation(code: str) -> Equation:
    """The equation of that code; raises StopIteration when there is none."""
    return next(item for item in equations() if item.code == code)


def _file(path: Path) -> Iterator[Equation]:
    data = tomllib.loads(path.read_text("utf-8"))
    for raw in data["equation"]:
        yield _equation({**{key: data[key] for key in ("forms", "along") if key in data}, **raw})


def _equation(raw: Mapping[str, Any]) -> Equation:
    stated, kind, rest = _SIDES.split(raw["holds"])
    pieces = ["+", *_PARTS.split(rest)]
    return Equation(
        code=raw["code"],
        title=raw["title"],
        holds=raw["holds"],
        basis=raw["basis"],
        forms=tuple(raw.get("forms", ())),
        along=raw["along"],
        each=raw.get("each", ""),
        only_if=raw.get("only_if", ""),
        stated=_name(stated),
        kind=kind,
        parts=tuple(
            Part(1 if sign == "+" else -1, _name(text))
            for sign, text in zip(pieces[::2], pieces[1::2], strict=True)
        ),
    )


def _name(text: str) -> Name:
    match = _NAME.match(text.strip())
    if match is None:
        raise ValueError(f"看不懂的名称：{text}")
    return Name(
        match["form"] or "",
        match["row"].strip(),
        match["column"] or "",
        bool(match["sum"]),
        bool(match["maybe"]),
    )
