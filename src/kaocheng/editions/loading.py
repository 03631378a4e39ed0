"""Reading the editions (版式): forms of tables by province and year, with inheritance."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kaocheng.editions.codes import classes
from kaocheng.editions.labels import bare, squeezed

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class FormColumn:
    """A column of a form (栏): canonical `name`, header-path `aliases`, the `side` it stands on."""

    name: str
    aliases: tuple[str, ...] = ()
    side: str = ""
    phase: str = ""
    fund: str = ""
    optional: bool = False


@dataclass(frozen=True, slots=True)
class FormRow:
    """A fixed row of a form (行): canonical `name`, comparable `labels`, its `group`, 类 `code`."""

    name: str
    labels: frozenset[str]
    side: str = ""
    group: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a table (表样): what it is called, how it is laid out, its columns and fixed rows.

    `shape` is two_sided, by_code, economic_blocks, economic_matrix, wide_header or listed;
    `confirmed` is False where the columns come from general knowledge only.
    """

    kind: str
    name: str
    titles: frozenset[str]
    shape: str
    unit: str
    phase: str
    fund: str
    columns: tuple[FormColumn, ...]
    rows: tuple[FormRow, ...]
    basis: str
    confirmed: bool = True


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition (版式): its head, forms by kind, and which tables each document has."""

    key: str
    title: str
    province: str
    years: tuple[int, ...]
    kinds: tuple[str, ...]
    inherits: str
    forms: Mapping[str, Form]
    sets: Mapping[str, tuple[str, ...]]


@lru_cache(maxsize=None)
def edition(key: str) -> Edition:
    """The edition of that folder; raises FileNotFoundError when there is none."""
    head = _toml(_FOLDER / key / "edition.toml")
    tables = _tables(key)
    return Edition(
        key,
        head["title"],
        head["province"],
        tuple(head["years"]),
        tuple(head["kinds"]),
        head["inherits"],
        MappingProxyType({kind: _form(raw) for kind, raw in tables["form"].items()}),
        MappingProxyType({kind: tuple(names) for kind, names in tables["sets"].items()}),
    )


@lru_cache(maxsize=None)
def editions() -> tuple[Edition, ...]:
    """Every edition, the common one first, so that a parent comes before its heirs."""
    keys = sorted(path.parent.name for path in _FOLDER.glob("*/edition.toml"))
    return tuple(edition(key) for key in sorted(keys, key=lambda key: (key != "national", key)))


@lru_cache(maxsize=None)
def publishable() -> tuple[str, ...]:
    """The editions whose papers can be composed (可编制的版式): those that tell the order of theirs."""
    return tuple(
        sorted(path.parents[1].name for path in _FOLDER.glob("*/sentences/narrative.toml"))
    )


@lru_cache(maxsize=None)
def forms() -> tuple[Form, ...]:
    """Every form that is not word for word the same as one before it."""
    return tuple(dict.fromkeys(form for item in editions() for form in item.forms.values()))


@lru_cache(maxsize=None)
def kind_titled(title: str) -> str:
    """The kind of the form that bears exactly this title, or ""."""
    wanted = squeezed(title)
    return next((form.kind for form in forms() if wanted in form.titles), "")


@lru_cache(maxsize=None)
def _toml(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        return tomllib.load(file)


def _tables(key: str) -> dict[str, dict[str, Any]]:
    """The raw forms and sets of an edition, its own words laid over its parent's."""
    parent = _toml(_FOLDER / key / "edition.toml")["inherits"]
    path = _FOLDER / key / "forms.toml"
    own = _toml(path) if path.exists() else {}
    base = _tables(parent) if parent else {"form": {}, "sets": {}}
    told = {"basis": own.get("basis", ""), "confirmed": own.get("confirmed", True)}
    merged = dict(base["form"])
    for raw in own.get("form", []):
        merged[raw["kind"]] = {**merged.get(raw["kind"], {}), **told, **raw}
    return {"form": merged, "sets": {**base["sets"], **own.get("sets", {})}}


def _form(raw: Mapping[str, Any]) -> Form:
    return Form(
        kind=raw["kind"],
        name=raw["name"],
        titles=frozenset(squeezed(title) for title in [raw["name"], *raw["titles"]]),
        shape=raw["shape"],
        unit=raw.get("unit", ""),
        phase=raw.get("phase", ""),
        fund=raw.get("fund", ""),
        columns=tuple(_column(item) for item in raw["columns"]),
        rows=tuple(row for group in raw.get("group", []) for row in _rows(group)),
        basis=raw.get("basis", ""),
        confirmed=raw.get("confirmed", True),
    )


def _column(raw: Mapping[str, Any]) -> FormColumn:
    names = [raw["name"], *raw.get("aliases", [])]
    return FormColumn(
        raw["name"],
        tuple(squeezed(name) for name in names),
        raw.get("side", ""),
        raw.get("phase", ""),
        raw.get("fund", ""),
        raw.get("optional", False),
    )


def _rows(group: Mapping[str, Any]) -> Iterator[FormRow]:
    side, name = group.get("side", ""), group.get("name", "")
    for names in group.get("rows", []):
        yield FormRow(names[0], frozenset(bare(label) for label in names), side, name)
    if group.get("classes"):
        yield from (
            FormRow(entry.name, frozenset([bare(entry.name)]), side, name, entry.code)
            for entry in classes()
        )
