"""Forms of papers (文书式样): titles, sentences, tables and foot as data, by edition.

A form is looked for in the folder of the place itself, then in the bundled editions from the nearest to the common
one; what a nearer file says goes before, key by key, and its parts replace all parts of the farther.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kaocheng.cases.papers.kinds import PaperKind

_FOLDER = Path(__file__).parent / "forms"
NATIONAL = "national"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table in a paper (栏): its head, the pattern of its cells, width and alignment."""

    head: str
    text: str
    width: float
    align: str = "left"


@dataclass(frozen=True, slots=True)
class FormPart:
    """A part of a form (式样的一段): a sentence, one for `each` of several things, a table, a grid.

    It stands only where all of `when` are known and none of `unless` is. `after` "seal" puts it below the
    stamp, "foot" below everything, on a page of its own. `reckoning` names the days to be shown as a sum.
    """

    text: str = ""
    role: str = "body"
    when: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    after: str = ""
    each: str = ""
    table: str = ""
    title: str = ""
    columns: tuple[Column, ...] = ()
    grid: tuple[tuple[str, ...], ...] = ()
    widths: tuple[float, ...] = ()
    reckoning: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn of phrase (措辞) that depends on whether something is known."""

    when: str
    text: str
    otherwise: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """The form of one kind of paper (文书式样).

    `title` and `mark` (文号中的字) are for permits, the others where 行政许可法 does not apply; `law` names
    figures of law as slots, `lists` say how several things are written one after the other.
    """

    kind: PaperKind
    edition: str
    title: str
    title_otherwise: str
    mark: str
    mark_otherwise: str
    seal: str
    basis: tuple[str, ...]
    copies: str
    track: bool
    law: Mapping[str, str]
    lists: Mapping[str, tuple[str, str]]
    told: Mapping[str, Turn]
    foot: Mapping[str, Any]
    parts: tuple[FormPart, ...]


@lru_cache(maxsize=None)
def form(kind: PaperKind, edition: str = NATIONAL, local: str = "") -> Form:
    """The form of a kind in an edition; `local` is a folder of the place's own, "" for none."""
    head, raw = _laid(kind, _folders(edition, local))
    return Form(
        kind=kind,
        edition=edition,
        title=raw["title"],
        title_otherwise=raw.get("title_otherwise", raw["title"]),
        mark=raw["mark"],
        mark_otherwise=raw.get("mark_otherwise", raw["mark"]),
        seal=raw["seal"],
        basis=tuple(raw["basis"]),
        copies=raw["copies"],
        track=raw["track"],
        law=MappingProxyType(raw.get("law", {})),
        lists=MappingProxyType(
            {name: (told["line"], told["join"]) for name, told in raw.get("lists", {}).items()}
        ),
        told=MappingProxyType({name: Turn(**told) for name, told in head["told"].items()}),
        foot=MappingProxyType(head["foot"]),
        parts=tuple(_part(part) for part in raw["part"]),
    )


def _folders(edition: str, local: str) -> tuple[Path, ...]:
    """The folders from the farthest to the nearest."""
    chain = [Path(local)] if local else []
    key = edition
    while key:
        folder = _FOLDER / key
        chain.append(folder)
        key = _toml(folder / "edition.toml")["inherits"]
    return tuple(reversed(chain))


def _laid(kind: PaperKind, folders: tuple[Path, ...]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The head of the edition and the form, nearer words laid over farther ones."""
    head: dict[str, Any] = {"told": {}, "foot": {}}
    raw: dict[str, Any] = {}
    for folder in folders:
        told, own = _toml(folder / "edition.toml"), _toml(folder / f"{kind}.toml")
        head = {part: head[part] | told.get(part, {}) for part in head}
        raw |= own
    if not raw:
        raise FileNotFoundError(f"没有文书“{kind}”的式样。")
    return head, raw


def _toml(path: Path) -> dict[str, Any]:
    if not path.exists():
        return {}
    with path.open("rb") as file:
        return tomllib.load(file)


def _part(raw: Mapping[str, Any]) -> FormPart:
    told = dict(raw)
    for key in ("when", "unless"):
        named = told.pop(key, ())
        told[key] = (named,) if isinstance(named, str) else tuple(named)
    told["columns"] = tuple(Column(**column) for column in told.get("columns", ()))
    told["grid"] = tuple(tuple(row) for row in told.get("grid", ()))
    told["widths"] = tuple(told.get("widths", ()))
    return FormPart(**told)


def editions() -> tuple[str, ...]:
    """The bundled editions (内置式样), the common one first."""
    keys = sorted(path.parent.name for path in _FOLDER.glob("*/edition.toml"))
    return tuple(sorted(keys, key=lambda key: (key != NATIONAL, key)))
