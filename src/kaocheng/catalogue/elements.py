"""The elements of an implementing list (实施清单要素) and the fields of its parts, as data.

Source of the elements: GB/T 39554.2-2020; see elements.toml and parts.toml.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kaocheng.catalogue.codes import code_list
from kaocheng.catalogue.fields import Field
from kaocheng.catalogue.records import (
    Fee,
    ItemVersion,
    Limits,
    Material,
    Necessity,
    Result,
    Situation,
    Stage,
    Step,
)
from kaocheng.kernel.registers import Column

_FOLDER = Path(__file__).parent
_VALUES = {
    "necessity": tuple(str(one) for one in Necessity),
    "stages": tuple(str(one) for one in Stage),
    "forms": ("纸质", "电子", "纸质或电子", "纸质和电子"),
}
_KINDS = {"flag": "flag", "count": "count", "date": "date", "choice": "choice"}
_SHAPES = {
    "choice": "code",
    "choices": "codes",
    "words": "words",
    "lines": "lines",
    "limit": "limit",
}
RECORDS: Mapping[str, type[Any]] = MappingProxyType(
    {
        "materials": Material,
        "steps": Step,
        "situations": Situation,
        "fees": Fee,
        "results": Result,
    }
)
"""The record of each part; codes are pairs of texts."""


@dataclass(frozen=True, slots=True)
class Element:
    """An element (要素): identifier, title, group; `holds` tells where a version keeps it.

    `kind` is text, long, lines, words, choice, choices, flag, count, date, limit, department, rows
    or system; `field` is how it is filled in, None for rows and what the system writes itself.
    """

    id: str
    title: str
    group: str
    kind: str
    holds: str
    required: bool
    about: str
    field: Field | None

    @property
    def key(self) -> str:
        """The name of its column and form field: where it is held, or its own identifier."""
        return self.holds or self.id


@dataclass(frozen=True, slots=True)
class Part:
    """A part that has rows (成组内容): materials, steps, situations, fees, results, codes."""

    key: str
    title: str
    about: str
    fields: tuple[Field, ...]


@lru_cache(maxsize=None)
def elements() -> tuple[Element, ...]:
    """Every element, in the order in which a list is filled in."""
    return tuple(_element(raw) for raw in _toml("elements.toml")["element"])


@lru_cache(maxsize=None)
def parts() -> Mapping[str, Part]:
    """Every part by its key."""
    raw = _toml("parts.toml")["part"]
    return MappingProxyType(
        {
            one["key"]: Part(
                one["key"], one["title"], one["about"], tuple(_part_field(f) for f in one["field"])
            )
            for one in raw
        }
    )


def filled(version: ItemVersion, element: Element) -> Any:
    """What a version holds of an element; "" where it holds nothing."""
    if not element.holds:
        text = version.element(element.id)
        return text == "是" if element.kind == "flag" and text else text
    held: Any = version
    for name in element.holds.split("."):
        held = getattr(held, name)
    if isinstance(held, Limits):
        raise TypeError(element.id)
    return held


def is_blank(version: ItemVersion, element: Element) -> bool:
    """Whether nothing was filled in; a limit of nothing is blank, 否 and 0 are not."""
    held = filled(version, element)
    if element.kind == "limit":
        return held is None or held.amount == 0
    return held is None or held in ("", ())


def _element(raw: Mapping[str, Any]) -> Element:
    kind = raw["kind"]
    field = None if kind in ("rows", "system") else _element_field(raw)
    return Element(
        raw["id"],
        raw["title"],
        raw["group"],
        kind,
        raw.get("holds", ""),
        raw.get("required", False),
        raw["about"],
        field,
    )


def _element_field(raw: Mapping[str, Any]) -> Field:
    kind, codes = raw["kind"], raw.get("codes", "")
    choices = tuple(code_list(codes).names.values()) if kind == "choice" else ()
    name = raw.get("holds") or raw["id"]
    column = Column(
        name,
        raw["title"],
        "number" if kind == "department" else _KINDS.get(kind, "text"),
        choices=choices,
        about=raw["about"] + ("（发布前必填）" if raw.get("required") else ""),
        example=raw.get("example", ""),
    )
    return Field(column, _SHAPES.get(kind, "plain"), codes, kind in ("long", "lines"))


def _part_field(raw: Mapping[str, Any]) -> Field:
    codes = raw.get("codes", "")
    choices = (
        tuple(code_list(codes).names.values()) if codes else _VALUES.get(raw.get("values", ""), ())
    )
    shape = (
        "keys" if raw.get("many") else "limit" if raw.get("limit") else "code" if codes else "plain"
    )
    column = Column(
        raw["field"],
        raw["head"],
        raw.get("kind", "text"),
        raw.get("required", False),
        choices=choices,
        about=raw["about"],
        example=raw.get("example", ""),
    )
    return Field(column, shape, codes)


def _toml(name: str) -> Mapping[str, Any]:
    with (_FOLDER / name).open("rb") as file:
        return tomllib.load(file)
