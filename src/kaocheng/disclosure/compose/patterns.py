"""Patterns as data (句式库): blocks, phrases, charts and style of an edition, laid over its parent's."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kaocheng import editions
from kaocheng.editions.loading import edition

_FOLDER = Path(str(editions.__file__)).parent


@dataclass(frozen=True, slots=True)
class Variant:
    """One wording of a pattern (变体): used when all of its conditions hold."""

    text: str
    when: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a document (段落句式), in the order of the outline.

    `level` makes it a heading; `mark` is the kind of number it bears (see compose.numbering), ""
    for a heading's usual one or a paragraph without; `each` repeats it over a list (项, 类, 项目 …);
    `part` places charts, sheets, glossary …; `role` as in kernel.papers.Prose. The first variant
    whose conditions hold is written; none, nothing.
    """

    id: str
    variants: tuple[Variant, ...]
    level: int = 0
    mark: str = ""
    each: str = ""
    part: str = ""
    role: str = "body"


@dataclass(frozen=True, slots=True)
class ChartPattern:
    """A chart (图的句式): kind, caption, series as (label, named total), the list it runs over."""

    id: str
    kind: str
    caption: str
    series: tuple[tuple[str, str], ...]
    each: str = ""


@dataclass(frozen=True, slots=True)
class Style:
    """How numbers are printed (数字体例).

    `trim` drops closing zeros; `base` of percentages is "printed" or "exact" amounts; `shares` is
    "plain" rounding or "last" (末项倒挤), so is `tables`.
    """

    unit: str
    decimals: int
    percent_decimals: int
    trim: bool
    base: str
    shares: str
    tables: str


@dataclass(frozen=True, slots=True)
class Patterns:
    """All patterns of one edition (一个版式的句式)."""

    style: Style
    blocks: Mapping[str, Block]
    orders: Mapping[str, tuple[str, ...]]
    phrases: Mapping[str, tuple[Variant, ...]]
    charts: Mapping[str, ChartPattern]


@lru_cache(maxsize=None)
def patterns(key: str) -> Patterns:
    """The patterns of an edition; raises FileNotFoundError when there is no such edition."""
    raw = _merged(key)
    return Patterns(
        Style(**raw["style"]),
        MappingProxyType({name: _block(item) for name, item in raw["block"].items()}),
        MappingProxyType({name: tuple(order) for name, order in raw["order"].items()}),
        MappingProxyType({name: _variants(item) for name, item in raw["phrase"].items()}),
        MappingProxyType({name: _chart(item) for name, item in raw["chart"].items()}),
    )


def _merged(key: str) -> dict[str, dict[str, Any]]:
    parent = edition(key).inherits
    found: dict[str, dict[str, Any]] = _merged(parent) if parent else {}
    for kind in ("style", "block", "order", "phrase", "chart"):
        found.setdefault(kind, {})
    for data in _files(key):
        found["style"] = {**found["style"], **data.get("style", {})}
        found["order"] = {**found["order"], **data.get("order", {})}
        for kind in ("block", "phrase", "chart"):
            found[kind] = {**found[kind], **{item["id"]: item for item in data.get(kind, [])}}
    return found


def _files(key: str) -> Iterator[dict[str, Any]]:
    for path in sorted((_FOLDER / key / "sentences").glob("*.toml")):
        yield tomllib.loads(path.read_text(encoding="utf-8"))


def _variants(raw: Mapping[str, Any]) -> tuple[Variant, ...]:
    """The wordings in the order tried: the variants, and last the plain text.

    A condition of the whole pattern goes for each of them.
    """
    own = [{"text": raw["text"]}] if "text" in raw else []
    common = _conditions(raw)
    return tuple(
        Variant(item["text"], common + _conditions(item))
        for item in [*raw.get("variants", []), *own]
    )


def _conditions(raw: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(part.strip() for part in raw.get("when", "").split(";") if part.strip())


def _block(raw: Mapping[str, Any]) -> Block:
    return Block(
        raw["id"],
        _variants(raw),
        raw.get("level", 0),
        raw.get("mark", ""),
        raw.get("each", ""),
        raw.get("part", ""),
        raw.get("role", "body"),
    )


def _chart(raw: Mapping[str, Any]) -> ChartPattern:
    series = tuple((label, name) for label, name in raw["series"])
    return ChartPattern(raw["id"], raw["kind"], raw["caption"], series, raw.get("each", ""))
