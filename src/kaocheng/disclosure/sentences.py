"""Sentences (语句) and the figures in them."""

from __future__ import annotations

from dataclasses import dataclass

from kaocheng.kernel.documents import Passage
from kaocheng.kernel.figures import Figure


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure in a sentence: character offsets in the passage and the words it was named with.

    `kind` is "amount", "share", "growth", "completion", "count" or "percent".
    """

    figure: Figure
    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a paragraph or of a long cell, up to 。 ； or the end.

    `passage` is the whole paragraph or cell, `start` and `end` offsets in it; `section` the path of
    headings above; `in_table` whether it stands in a cell.
    """

    passage: Passage
    start: int
    end: int
    mentions: tuple[Mention, ...]
    section: tuple[str, ...]
    in_table: bool = False

    @property
    def text(self) -> str:
        """The sentence alone."""
        return self.passage.text[self.start : self.end]
