"""Letters as plain data (文书存储格式), so that the words of an issued paper are kept as they were."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from kaocheng.kernel.papers import Box, Code, Paper, Part, Prose, Run, Shape, Sheet


def encoded(paper: Paper) -> dict[str, Any]:
    """A letter as text, numbers, lists and mappings; raises TypeError for a part no letter has."""
    return {
        "title": paper.title,
        "office": paper.office,
        "edition": paper.edition,
        "number": paper.number,
        "day": paper.dated.isoformat(),
        "parts": [_part(part) for part in paper.parts],
    }


def decoded(data: Mapping[str, Any]) -> Paper:
    """The letter again."""
    day = date.fromisoformat(data["day"])
    return Paper(
        title=data["title"],
        office=data["office"],
        year=day.year,
        edition=data["edition"],
        parts=tuple(_read(part) for part in data["parts"]),
        shape=Shape.LETTER,
        number=data["number"],
        day=day,
    )


def _part(part: Part) -> dict[str, Any]:
    if isinstance(part, Prose):
        return {"prose": part.text, "role": part.role}
    if isinstance(part, Code):
        return {
            "code": list(part.rows),
            "lines": list(part.lines),
            "label": part.label,
            "seal": part.seal,
        }
    if isinstance(part, Sheet):
        return {
            "sheet": part.title,
            "number": part.number,
            "note": part.note,
            "widths": [str(width) for width in part.widths],
            "head": [[_box(box) for box in row] for row in part.head],
            "body": [[_box(box) for box in row] for row in part.body],
        }
    raise TypeError(part)


def _box(box: Box) -> dict[str, Any]:
    told = asdict(box)
    return {name: value for name, value in told.items() if value != _PLAIN[name]}


_PLAIN = asdict(Box(""))


def _read(data: Mapping[str, Any]) -> Part:
    if "prose" in data:
        return Prose((Run(data["prose"]),), data["role"])
    if "code" in data:
        return Code(tuple(data["code"]), tuple(data["lines"]), data["label"], data["seal"])
    head, body = (
        tuple(tuple(Box(**(_PLAIN | box)) for box in row) for row in data[name])
        for name in ("head", "body")
    )
    widths = tuple(float(width) for width in data["widths"])
    return Sheet(
        "letter", data["sheet"], data["number"], "", "", head, body, widths, note=data["note"]
    )
