"""Which cells of two years are one amount (衔接关系): 年末 of a year and 年初 of the next, as data."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kaocheng.disclosure.concepts import Cell, cell_named


@dataclass(frozen=True, slots=True)
class Link:
    """One chain (衔接): its name, the cells of 年末 and 年初 as table, row and column.

    `said` are the named totals that sentences use for the two, both "" where there are none.
    """

    name: str
    closing: Cell
    opening: Cell
    said: tuple[str, str]

    @property
    def key(self) -> str:
        """What the amount at the end of the year is compared under."""
        return self.said[0] or f"年末{self.name}"


@lru_cache(maxsize=1)
def links() -> tuple[Link, ...]:
    """Every declared chain."""
    path = Path(__file__).with_name("links.toml")
    entries = tomllib.loads(path.read_text("utf-8"))["link"]
    return tuple(
        Link(
            e["name"],
            cell_named(e["closing"]),
            cell_named(e["opening"]),
            tuple(e.get("said", ("", ""))),
        )
        for e in entries
    )
