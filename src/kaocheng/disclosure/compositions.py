"""Known compositions (总分结构): part names that together are the whole, as data."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

from kaocheng.disclosure.context import essence
from kaocheng.disclosure.lists.records import Listing

_TAIL = r"(?:支出|决算|决算数|预算|预算数|收入|总额|经费|金额|数|为|是|共|计|和)*"


@dataclass(frozen=True, slots=True)
class Composition:
    """What the parts of a known composition are called, and what else must hold of the list.

    `whole` is a word of the whole's name, `every` the parts that must be named, `near` by how much
    the parts may miss the whole before a part left out is likelier than a slip. The parts of an
    `open` one never overlap, but others may exist that are not named.
    """

    name: str
    part: re.Pattern[str]
    whole: re.Pattern[str]
    every: tuple[re.Pattern[str], ...]
    near: Decimal | None
    open: bool = False

    def fits(self, listing: Listing, names: list[str]) -> bool:
        """Whether a list with parts of these names is of this composition, with no part left out."""
        known = self.whole.search(listing.whole.label) and all(map(self.part.match, names))
        told = all(any(part.search(one) for one in names) for part in self.every)
        return bool(known) and told and (self.near is None or _missed(listing) <= self.near)


@lru_cache(maxsize=1)
def compositions() -> tuple[Composition, ...]:
    """Every known composition."""
    with (Path(__file__).parent / "compositions.toml").open("rb") as file:
        entries = tomllib.load(file)["composition"]
    return tuple(
        Composition(
            entry["name"],
            re.compile(
                rf".{{0,8}}?(?:{'|'.join(entry['parts'] + entry.get('also', []))})"
                rf"{_TAIL}(?:类)?{_TAIL}\Z"
            ),
            re.compile(entry.get("whole", "")),
            tuple(re.compile(part) for part in entry["parts"] if entry.get("every")),
            Decimal(entry["near"]) if "near" in entry else None,
            entry.get("open", False),
        )
        for entry in entries
    )


def composition(listing: Listing) -> str:
    """The known composition all parts of a list belong to, or ""."""
    return next((one.name for one in _fitting(listing) if not one.open), "")


def disjoint(listing: Listing) -> bool:
    """Whether the parts are of kinds that never overlap, so that they cannot exceed the whole."""
    names = [essence(item.amount.label) for item in listing.items]
    return len(set(names)) == len(names) and any(one.open for one in _fitting(listing))


def _fitting(listing: Listing) -> list[Composition]:
    names = [essence(item.amount.label) for item in listing.items]
    return [one for one in compositions() if one.fits(listing, names)]


def _missed(listing: Listing) -> Decimal:
    added = sum((item.amount.figure.base for item in listing.items), Decimal(0))
    return abs(listing.whole.figure.base - added)
