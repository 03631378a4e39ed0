"""The words around a finding (摘录): the sentence it stands in, the exact part marked."""

from __future__ import annotations

from dataclasses import dataclass

from kaocheng.writing.safe import clean, shortened
from kaocheng.writing.spots import Spot, Spots

_STOPS = "。；\n"
_AROUND = 36
_CELL = 24
_NEIGHBOUR = 16
_CELLS = 3


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What stands before the quoted part, the part itself, and what stands after it."""

    before: str
    quoted: str
    after: str

    def marked(self, opening: str = "【", closing: str = "】") -> str:
        """On one line, the quoted part between marks."""
        return f"{self.before}{opening}{self.quoted}{closing}{self.after}"


def excerpt(spots: Spots, spot: Spot, quote: str) -> Excerpt | None:
    """The sentence around a spot; None where there are no words to show."""
    text = spots.text(spot)
    if spot.cell is not None and len(text) <= _CELL:
        return _row(spots, spot, text)
    if spot.span is None or not text:
        return Excerpt("", _flat(quote), "") if quote.strip() else None
    start, end = spot.span
    first = max((text.rfind(stop, 0, start) for stop in _STOPS), default=-1) + 1
    ends = [at + 1 for stop in _STOPS if (at := text.find(stop, end)) >= 0]
    last = min(ends, default=len(text))
    before = "…" * (start - first > _AROUND) + text[max(first, start - _AROUND) : start].lstrip()
    after = text[end : min(last, end + _AROUND)].rstrip() + "…" * (last - end > _AROUND)
    return Excerpt(_flat(before), _flat(text[start:end]), _flat(after))


def _row(spots: Spots, spot: Spot, text: str) -> Excerpt:
    """A short cell says nothing without its row."""
    cells = spots.row(spot)
    before = " │ ".join([_cut(said) for column, said in cells if column < spot.column][-_CELLS:])
    after = " │ ".join([_cut(said) for column, said in cells if column > spot.column][:_CELLS])
    return Excerpt(
        f"{before} │ " if before else "", _flat(text) or "空白", f" │ {after}" if after else ""
    )


def _cut(text: str) -> str:
    return shortened(_flat(text).strip(), _NEIGHBOUR)


def _flat(text: str) -> str:
    return clean(text.replace("\n", " ").replace("\r", " ").replace("\t", " "))
