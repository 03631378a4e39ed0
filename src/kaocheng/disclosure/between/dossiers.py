"""A document beside those of its office that came before it (同一单位的文件), and what they print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from kaocheng.disclosure.between.formats import Paper, resemble
from kaocheng.disclosure.between.packing import Packed, unpack
from kaocheng.kernel.extracts import OWN, Extract, Told

_BUDGET = "预算公开"
_PAPERS = 200  # documents of one office and year that are looked through for another format


@dataclass(frozen=True, slots=True)
class Pair:
    """A figure, and the figure of another document that should say the same.

    `told` stands in `here`, `known` in `there`.
    """

    here: Extract
    told: Told
    there: Extract
    known: Told


@dataclass(slots=True)
class Known:
    """The first print of each amount of each year, by level (已公布的数); it grows with names, not documents."""

    prints: dict[tuple[object, ...], tuple[Extract, Told]] = field(default_factory=dict)
    papers: dict[int | None, list[Paper]] = field(default_factory=dict)
    files: int = 0

    def add(self, extract: Extract, packed: Packed) -> None:
        """Take note of a document's own amounts, save those in which it contradicts itself."""
        self.files += 1
        same = self.papers.setdefault(extract.year, [])
        if len(same) < _PAPERS:
            same.append(Paper(extract.file, packed))
        bare = replace(extract, told=())
        for key, prints in owns(extract).items():
            if told := agreed(prints):
                for level in (extract.level, None):
                    at = (is_budget(extract), extract.year, key, level)
                    self.prints.setdefault(at, (bare, told))

    def find(self, here: Extract, told: Told) -> Pair | None:
        """The print of that amount in a document of the same level, else in any."""
        for level in (here.level, None):
            at = (is_budget(here), told.year, told.key, level)
            if at in self.prints:
                there, known = self.prints[at]
                return Pair(here, told, there, known)
        return None


@dataclass(frozen=True, slots=True)
class Dossier:
    """One document (`here`) and what those of its office before it print (`known`)."""

    here: Extract
    known: Known
    packed: Packed

    @property
    def other_formats(self) -> list[Paper]:
        """The documents of the year before it that are files of another format and look like it."""
        here = Paper(self.here.file, self.packed)
        papers = self.known.papers.get(self.here.year, [])
        return [one for one in papers if resemble(here, one)]


def dossiers(packed: Sequence[Packed]) -> Iterator[Dossier]:
    """Each document that has others of its office before it, by year, published accounts first.

    Offices come in the order of their first document. One document is unpacked at a time.
    """
    by_body: dict[str, list[Packed]] = {}
    for one in packed:
        by_body.setdefault(one.body, []).append(one)
    for group in by_body.values():
        known = Known()
        for one in sorted(group, key=lambda one: one.rank) if len(group) > 1 else ():
            here = unpack(one)
            if known.files:
                yield Dossier(here, known, one)
            known.add(here, one)


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
