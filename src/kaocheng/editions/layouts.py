"""How the tables of an edition are printed (印法): heads, rows, columns, units, signs for nil."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kaocheng.editions.labels import bare
from kaocheng.editions.loading import edition
from kaocheng.editions.takes import NOTHING, Groups, Take, take

_FOLDER = Path(__file__).parent
_DEEP = ("left", "right", "codes")
_COMMON = (
    "basis", "unit", "decimals", "zero", "ordinals", "orders", "rounding", "office", "unit_line",
    "tail",
    "codes_head",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PrintedColumn:
    """A value column (栏): its canonical `name`, the heading `path` above it, and what it takes."""

    name: str
    path: tuple[str, ...]
    take: Take


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """A fixed row (行): canonical `name`, printed `label`, what it takes in each column."""

    name: str
    label: str
    takes: tuple[Take, ...]
    total: bool = False


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a two-sided table (收入 or 支出): item rows (or the 类, by `each`), then the tail."""

    title: str
    item: str
    columns: tuple[PrintedColumn, ...]
    rows: tuple[PrintedRow, ...]
    tail: tuple[PrintedRow, ...]
    each: Take | None


@dataclass(frozen=True, slots=True)
class BlockOfCodes:
    """A block of economic codes (科目编码, 科目名称, 金额): its heading, 类, and name of its total."""

    title: str
    classes: tuple[str, ...]
    total: str


@dataclass(frozen=True, slots=True)
class Style:
    """How the amounts of a table are printed: unit, decimals, what stands for nil, the rounding."""

    unit: str
    decimals: int
    zero: str
    rounding: str


@dataclass(frozen=True, slots=True)
class Layout:
    """The printed form of one table (表的印法); `{office}` and `{unit}` stand for themselves.

    `shape` is two_sided, by_code, economic_matrix, economic_blocks, wide_header or listed;
    `nil` is the statement under a table without any amount, `tail` that under one in which rounding
    left a sum off by its last digit (尾差); `projects` heads the column that names
    the projects under each 项; `total` tells where 合计 stands, first or last.
    """

    kind: str
    shape: str
    number: str
    note: str
    nil: str
    tail: str
    landscape: bool
    style: Style
    office: str
    unit_line: str
    ordinals: bool
    orders: bool
    total: str
    codes_head: tuple[str, ...]
    projects: str
    base: Take
    columns: tuple[PrintedColumn, ...]
    rows: tuple[PrintedRow, ...]
    classes: tuple[str, ...]
    sides: tuple[Side, ...]
    blocks: tuple[BlockOfCodes, ...]
    listed: Mapping[str, tuple[str, ...]]
    basis: str


@lru_cache(maxsize=None)
def layouts(key: str) -> Mapping[str, Layout]:
    """The layouts of an edition by kind of form, its own words laid over its parent's."""
    raw = _raw(key)
    return MappingProxyType(
        {kind: _layout({**raw["common"], **item}, raw) for kind, item in raw["layout"].items()}
    )


@lru_cache(maxsize=None)
def groups(key: str) -> Groups:
    """The groups of sources and of economic codes by which takes of that edition may name them."""
    raw = _raw(key)
    return MappingProxyType({name: raw[name] for name in ("sources", "economics")})


def _raw(key: str) -> dict[str, dict[str, Any]]:
    parent = edition(key).inherits
    empty: dict[str, dict[str, Any]] = {"common": {}, "layout": {}, "sources": {}, "economics": {}}
    base = _raw(parent) if parent else empty
    path = _FOLDER / key / "layouts.toml"
    own = tomllib.loads(path.read_text("utf-8")) if path.exists() else {}
    tables = dict(base["layout"])
    for item in own.get("layout", []):
        told = {"basis": own.get("basis", "")}
        tables[item["kind"]] = _laid_over({**tables.get(item["kind"], {}), **told}, item)
    common = {name: own[name] for name in _COMMON if name in own}
    return {
        "common": {**base["common"], **common},
        "layout": tables,
        "sources": {**base["sources"], **own.get("sources", {})},
        "economics": {**base["economics"], **own.get("economics", {})},
    }


def _laid_over(below: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    deep = {name: {**below.get(name, {}), **own[name]} for name in _DEEP if name in own}
    return {**below, **own, **deep}


def _layout(raw: Mapping[str, Any], known: Groups) -> Layout:
    columns = tuple(_column(item, known) for item in raw.get("columns", ()))
    return Layout(
        kind=raw["kind"],
        shape=raw["shape"],
        number=raw["number"],
        note=raw["note"],
        nil=raw.get("nil", ""),
        tail=raw["tail"],
        landscape=raw.get("landscape", False),
        style=Style(raw["unit"], raw["decimals"], raw["zero"], raw["rounding"]),
        office=raw["office"],
        unit_line=raw["unit_line"],
        ordinals=raw["ordinals"],
        orders=raw["orders"],
        total=raw.get("total", "first"),
        codes_head=tuple(raw["codes_head"]),
        projects=raw.get("projects", ""),
        base=take(raw["base"], known) if "base" in raw else NOTHING,
        columns=columns,
        rows=tuple(_row(item, known) for item in raw.get("rows", ())),
        classes=tuple(raw.get("classes", ())),
        sides=tuple(_side(raw[name], known) for name in ("left", "right") if name in raw),
        blocks=tuple(_block(item) for item in raw.get("block", ())),
        listed=_codes(raw.get("codes", {})),
        basis=raw["basis"],
    )


def _column(raw: Mapping[str, Any], known: Groups) -> PrintedColumn:
    path = tuple(raw["path"])
    return PrintedColumn(raw.get("name", path[-1]), path, take(raw, known))


def _row(raw: Mapping[str, Any], known: Groups) -> PrintedRow:
    takes = tuple(take(item, known) for item in raw.get("cells", [raw]))
    name = raw.get("name", _without_unit(bare(raw["label"])))
    return PrintedRow(name, raw["label"], takes, raw.get("total", False))


def _without_unit(label: str) -> str:
    """A row named 公务用车购置数（辆） is 公务用车购置数; one ending in other brackets keeps them."""
    head, bracket, tail = label.rpartition("（")
    return head if bracket and len(tail) == 2 else label


def _side(raw: Mapping[str, Any], known: Groups) -> Side:
    return Side(
        raw["title"],
        raw["item"],
        tuple(_column(item, known) for item in raw["columns"]),
        tuple(_row(item, known) for item in raw.get("rows", ())),
        tuple(_row(item, known) for item in raw["tail"]),
        take(raw["each"], known) if "each" in raw else None,
    )


def _block(raw: Mapping[str, Any]) -> BlockOfCodes:
    return BlockOfCodes(raw.get("title", ""), tuple(raw["classes"]), raw.get("total", ""))


def _codes(raw: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
    return MappingProxyType(
        {head: tuple(head + tail for tail in tails.split()) for head, tails in raw.items()}
    )
