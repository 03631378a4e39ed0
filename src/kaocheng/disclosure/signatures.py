"""By which words an edition is recognised (版式特征): data of the editions, read once."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kaocheng import editions


@dataclass(frozen=True, slots=True)
class Signature:
    """The marks of one edition: at least `least` of `words`, and one of its `places` (地名).

    No place is needed where a text has one of the words in `alone`, which no other edition uses.
    """

    edition: str
    title: str
    years: tuple[int, ...]
    words: tuple[str, ...]
    least: int
    places: tuple[str, ...]
    alone: tuple[str, ...] = ()

    def score(self, text: str, year: int | None) -> float:
        """How well a text without blanks fits; 0 when it is not of this edition."""
        hits = sum(word in text for word in self.words)
        if hits < self.least or not any(mark in text for mark in (*self.places, *self.alone)):
            return 0
        return hits / len(self.words) + self._near(year)

    def _near(self, year: int | None) -> float:
        if year is None or not self.years:
            return 0
        return 1 / (1 + min(abs(year - own) for own in self.years))


@lru_cache(maxsize=None)
def signatures() -> tuple[Signature, ...]:
    """The signatures of all editions that declare one."""
    folder = Path(str(editions.__file__)).parent
    found = []
    for path in sorted(folder.glob("*/edition.toml")):
        head = tomllib.loads(path.read_text(encoding="utf-8"))
        mark = head.get("signature")
        if mark:
            words = tuple("".join(word.split()) for word in mark["words"])
            places = tuple(mark["places"].split())
            alone = tuple(mark.get("alone", ()))
            years = tuple(head["years"])
            found.append(
                Signature(
                    path.parent.name, head["title"], years, words, mark["least"], places, alone
                )
            )
    return tuple(found)
