"""Known compositions (总分结构): part names that together are the whole, as data."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path

from kaocheng.disclosure.context import essence
from kaocheng.disclosure.lists import Listing

_TAIL = r"(?:支出|决算|决算数|预算|预算数|收入|总额|经费|金额|数|为|是|共|计|和)*"


@lru_cache(maxsize=1)
def compositions() -> tuple[tuple[str, re.Pattern[str], str, tuple[re.Pattern[str], ...]], ...]:
    """Every known composition: its name, what each part is called, a word of the whole, parts it must have."""
    with (Path(__file__).parent / "compositions.toml").open("rb") as file:
        entries = tomllib.load(file)["composition"]
    return tuple(
        (
            entry["name"],
            re.compile(rf".{{0,8}}?(?:{'|'.join(entry['parts'])}){_TAIL}(?:类)?{_TAIL}\Z"),
            entry.get("whole", ""),
            tuple(re.compile(part) for part in entry["parts"] if entry.get("every")),
        )
        for entry in entries
    )


def composition(listing: Listing) -> str:
    """The known composition all parts of a list belong to, or ""."""
    names = [essence(item.amount.label) for item in listing.items]
    for name, pattern, whole, every in compositions():
        known = whole in listing.whole.label and all(pattern.match(part) for part in names)
        if known and all(any(part.search(one) for one in names) for part in every):
            return name
    return ""
