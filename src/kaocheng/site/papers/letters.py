"""A letter for the page (文书的页面形式): its parts as a template draws them."""

from __future__ import annotations

from dataclasses import dataclass, field

from kaocheng.kernel.papers import Box, Code, Paper, Part, Prose, Sheet


@dataclass(frozen=True, slots=True)
class Shown:
    """One part (一段): what it is, and what the template needs to draw it."""

    kind: str
    lines: tuple[str, ...] = ()
    title: str = ""
    head: tuple[tuple[Box, ...], ...] = ()
    body: tuple[tuple[Box, ...], ...] = ()
    note: str = ""
    seal: tuple[str, ...] = ()
    label: str = ""
    wide: int = 0
    path: str = ""
    annex: bool = False


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter (文书): its title in lines, number, parts."""

    title: tuple[str, ...]
    number: str
    parts: tuple[Shown, ...] = field(default=())


_QUIET = 4


def shown(paper: Paper) -> Letter:
    """The letter as the template draws it."""
    office, name = paper.office, paper.title.removeprefix(paper.office)
    return Letter((office, name), paper.number, tuple(_part(part) for part in paper.parts))


def _part(part: Part) -> Shown:
    if isinstance(part, Prose):
        return Shown(part.role, tuple(part.text.split("\n")))
    if isinstance(part, Code):
        wide = len(part.rows) + 2 * _QUIET
        path = "".join(
            f"M{column + _QUIET} {row + _QUIET}h1v1h-1z"
            for row, squares in enumerate(part.rows)
            for column, square in enumerate(squares)
            if square == "1"
        )
        seal = tuple(part.seal.split("\n")) if part.seal else ()
        return Shown("code", part.lines, seal=seal, label=part.label, wide=wide, path=path)
    if isinstance(part, Sheet):
        return Shown(
            "sheet", title=part.title, head=part.head, body=part.body, note=part.note,
            annex=bool(part.number),
        )  # fmt: skip
    raise TypeError(part)
