"""What a printed cell takes from the books (取数): read from data, carried out by money."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

DIMENSIONS = ("office", "function", "economic", "nature", "source", "project")
Groups = Mapping[str, Mapping[str, list[str]]]
_GROUPED = {"source": "sources", "economic": "economics"}


@dataclass(frozen=True, slots=True)
class Take:
    """What one cell or one named total is (取数口径).

    `flow` 收入, 支出, 年初, 年末 … summed where each dimension of `where` has one of its values;
    or `parts`, the signed sum of others by name; or `of`, a count from another register, in `unit`;
    or `text`, printed as it is.
    """

    flow: str = ""
    where: tuple[tuple[str, tuple[str, ...]], ...] = ()
    parts: tuple[tuple[int, str], ...] = ()
    of: str = ""
    unit: str = ""
    text: str | None = None

    def over(self, base: Take) -> Take:
        """What it leaves open filled in from `base`."""
        where = {**dict(base.where), **dict(self.where)}
        return Take(
            self.flow or base.flow, tuple(sorted(where.items())), self.parts, self.of,
            self.unit, self.text,
        )  # fmt: skip

    def at(self, dimension: str, *values: str) -> Take:
        """The same for these values of one dimension only."""
        return Take(where=((dimension, values),)).over(self) if values else self


NOTHING = Take()


def take(raw: Mapping[str, Any], groups: Groups) -> Take:
    """A take as written in data; names of groups (财政拨款, 公用经费 …) are spelt out."""
    where = {name: _values(name, raw[name], groups) for name in DIMENSIONS if name in raw}
    return Take(
        raw.get("flow", ""),
        tuple(sorted(where.items())),
        tuple(_part(name) for name in raw.get("sum", ())),
        raw.get("of", ""),
        raw.get("unit", ""),
        raw.get("print"),
    )


def _values(dimension: str, raw: str | list[str], groups: Groups) -> tuple[str, ...]:
    known = groups.get(_GROUPED.get(dimension, ""), {})
    names = [raw] if isinstance(raw, str) else raw
    return tuple(value for name in names for value in known.get(name, [name]))


def _part(name: str) -> tuple[int, str]:
    return (-1, name[1:]) if name.startswith("-") else (1, name)
