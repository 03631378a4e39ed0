"""Filling in an implementing list (填报): from an empty one, element by element, part by part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from kaocheng.catalogue.elements import RECORDS, Element, elements, filled
from kaocheng.catalogue.records import ItemVersion, Limits, Necessity, Stage
from kaocheng.kernel.clocks import Budget

NOTHING = Budget(0)
"""Stands for a promised limit that was not filled in yet (未填)."""
_WORDS: Mapping[str, type[Necessity | Stage]] = {"necessity": Necessity, "stage": Stage}
_BARE = {"promised": NOTHING, "statutory": None}


def empty(
    item: str, version: int, *, name: str, kind: str, level: str, body: str, on: date
) -> ItemVersion:
    """What a department finds when it begins: the directory's words, and nothing else."""
    return ItemVersion(
        item=item,
        version=version,
        name=name,
        kind=kind,
        level=level,
        body=body,
        handling_body=body,
        limits=Limits(None, NOTHING),
        immediate=False,
        max_visits=1,
        channels=("1",),
        materials=(),
        steps=(),
        valid_from=on,
    )


def with_elements(version: ItemVersion, values: Mapping[str, Any]) -> ItemVersion:
    """The version with these elements by `Element.key`; None takes an element away."""
    known = {element.key: element for element in elements() if element.field}
    own: dict[str, Any] = {}
    limits: dict[str, Any] = {}
    others = dict(version.elements)
    for key, value in values.items():
        element = known[key]
        if key.startswith("limits."):
            name = key.removeprefix("limits.")
            limits[name] = value if value is not None else _BARE.get(name, "")
        elif element.holds:
            own[element.holds] = value if value is not None else _blank(element)
        elif value is None:
            others.pop(key, None)
        else:
            others[key] = ("是" if value else "否") if element.kind == "flag" else value
    return replace(
        version,
        **own,
        limits=replace(version.limits, **limits),
        elements=tuple(sorted(others.items())),
    )


def with_part(version: ItemVersion, part: str, rows: Sequence[Mapping[str, Any]]) -> ItemVersion:
    """The version with the rows of one part replaced by records made of these values."""
    if part == "codes":
        return replace(version, codes=tuple((row["system"], row["code"]) for row in rows))
    records = tuple(RECORDS[part](**{**row, **_words(row)}) for row in rows)
    return replace(version, **{part: records})  # type: ignore[arg-type]  # the part names the field


def element_values(version: ItemVersion) -> dict[str, Any]:
    """Every element that is filled in one by one, by key; None for what is blank."""
    held = {e.key: filled(version, e) for e in elements() if e.field}
    return {key: _present(value) for key, value in held.items()}


def part_rows(version: ItemVersion, part: str) -> tuple[Mapping[str, Any], ...]:
    """The rows of one part, each as values by field."""
    if part == "codes":
        return tuple({"system": system, "code": code} for system, code in version.codes)
    names = RECORDS[part].__dataclass_fields__
    return tuple({name: getattr(row, name) for name in names} for row in getattr(version, part))


def next_version(version: ItemVersion, number: int, on: date) -> ItemVersion:
    """A copy to revise: everything as it is, under the next number, without an end."""
    return replace(version, version=number, valid_from=on, valid_to=None)


def _words(row: Mapping[str, Any]) -> Mapping[str, Any]:
    """The fields whose few words have a type of their own."""
    return {name: kind(row[name]) for name, kind in _WORDS.items() if name in row}


def _blank(element: Element) -> Any:
    blanks: Mapping[str, Any] = {
        "choices": (), "words": (), "lines": (), "flag": False, "count": 0, "date": None,
    }  # fmt: skip
    return blanks.get(element.kind, "")


def _present(value: Any) -> Any:
    return None if value in ("", (), NOTHING) else value
