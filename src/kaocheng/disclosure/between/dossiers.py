"""The documents of one office together (一个单位的几份文件), and which of them may be compared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kaocheng.disclosure.between.packing import Packed, unpack
from kaocheng.kernel.extracts import OWN, Extract, Told

_BUDGET = "预算公开"


@dataclass(frozen=True, slots=True)
class Dossier:
    """The extracts of one office (同一单位的摘录), in the order of their years, then as given."""

    body: str
    extracts: tuple[Extract, ...]

    def of_year(self, year: int, like: Extract) -> tuple[Extract, ...]:
        """The other documents of that year: final accounts with their like, budgets with theirs."""
        return tuple(
            one
            for one in self.extracts
            if one.year == year and one is not like and is_budget(one) == is_budget(like)
        )


@dataclass(frozen=True, slots=True)
class Pair:
    """A figure, and the figure of another document that should say the same.

    `told` stands in `here`, `known` in `there`.
    """

    here: Extract
    told: Told
    there: Extract
    known: Told


def dossiers(packed: Sequence[Packed]) -> Iterator[Dossier]:
    """One dossier for each office with several documents, in the order in which offices first come.

    Only one dossier is unpacked at a time.
    """
    by_body: dict[str, list[Packed]] = {}
    for one in packed:
        by_body.setdefault(one.body, []).append(one)
    for body, group in by_body.items():
        if len(group) > 1:
            extracts = (unpack(one) for one in group)
            yield Dossier(body, tuple(sorted(extracts, key=lambda one: one.year or 0)))


def is_budget(extract: Extract) -> bool:
    """Whether it is a budget."""
    return _BUDGET in extract.kind


def owns(extract: Extract) -> dict[str, list[Told]]:
    """What a document prints of its own year, by key."""
    found: dict[str, list[Told]] = {}
    for told in extract.told:
        if told.via == OWN:
            found.setdefault(told.key, []).append(told)
    return found


def agreed(prints: Sequence[Told]) -> Told | None:
    """The most precise of several prints of one amount; None where they contradict each other."""
    best = min(prints, key=lambda told: told.step)
    return best if all(told.interval.meets(best.interval) for told in prints) else None
