"""Characters of a text with what is to be marked on them (标记): findings and free figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kaocheng.kernel.reports import Report
from kaocheng.writing.cards import Card
from kaocheng.writing.html.escaping import esc
from kaocheng.writing.spots import Spots

Where = tuple[int | None, tuple[int, int] | None]


@dataclass(frozen=True, slots=True)
class Mark:
    """From `start` to `end` of one text: a finding's card, or None for a free figure."""

    start: int
    end: int
    card: Card | None


def marks(report: Report, shown: Sequence[Card], spots: Spots) -> Mapping[Where, list[Mark]]:
    """Every mark by the paragraph or cell it stands in."""
    found: dict[Where, list[Mark]] = {}
    for card in shown:
        start, end = card.spot.span or (0, len(spots.text(card.spot)))
        found.setdefault((card.spot.block, card.spot.cell), []).append(Mark(start, end, card))
    for figure in report.free:
        spot = spots.find(figure.place, figure.text)
        if spot.span is not None:
            found.setdefault((spot.block, spot.cell), []).append(Mark(*spot.span, None))
    return found


def marked(text: str, on_it: Sequence[Mark]) -> str:
    """The text with its marks as links, an anchor where the characters of a finding begin."""
    if not on_it:
        return esc(text)
    cuts = sorted({0, len(text), *(m.start for m in on_it), *(m.end for m in on_it)})
    pieces = [anchors(m.card for m in on_it if m.start == m.end == 0)] if not text else []
    for start, end in pairwise(cuts):
        pieces.append(anchors(m.card for m in on_it if m.start == start))
        over = [m for m in on_it if m.start <= start and end <= m.end]
        pieces.append(_piece(text[start:end], over))
    return "".join(pieces)


def anchors(shown: Iterable[Card | None]) -> str:
    """Where the links from the list of findings lead."""
    return "".join(
        f'<span class="at" id="m-{card.id}"></span>' for card in shown if card is not None
    )


def _piece(text: str, over: Sequence[Mark]) -> str:
    shown = [m.card for m in over if m.card is not None]
    if shown:
        return link(text, shown)
    if over:
        return f'<span class="free" title="没有可以核对它的数字">{esc(text)}</span>'
    return esc(text)


def link(text: str, shown: Sequence[Card]) -> str:
    """Marked words, a link to the first finding on them, errors before notes."""
    first = min(shown, key=lambda card: (not card.is_error, bool(card.follows)))
    ids = " ".join(card.id for card in shown)
    kind = "error" if first.is_error else "note"
    return (
        f'<a class="mark {kind}" href="#f-{first.id}" data-f="{ids}" '
        f'title="{esc(hint(first))}">{esc(text)}</a>'
    )


def hint(card: Card) -> str:
    """A finding in one line."""
    said = "，".join(f"{head} {text}" for head, text in card.comparison())
    return f"{card.severity.chinese} {card.title}：{said or card.finding.message}"
