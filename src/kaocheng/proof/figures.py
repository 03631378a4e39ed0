"""The ledger of figures (数字台账): every printed figure with its id, formula, sources and entries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from kaocheng.kernel.figures import Figure
from kaocheng.kernel.papers import Paper, anchor
from kaocheng.proof.entries import Entry
from kaocheng.proof.expressions import Source
from kaocheng.proof.filters import Entries, Filter, bits
from kaocheng.proof.hashing import evidence_hash, hashed
from kaocheng.proof.inferring import formula, given
from kaocheng.proof.lines import lines, spots
from kaocheng.proof.records import Ledger, Printed, Proven, Spot, Unproven
from kaocheng.proof.worth import in_base, in_unit, rounded


@dataclass(frozen=True, slots=True)
class Proof:
    """What `ledger` gives: the ledger, the entries it needs, and the figures that nothing proves."""

    ledger: Ledger
    entries: tuple[Entry, ...]
    unproven: tuple[Unproven, ...]


def ledger(papers: Sequence[Paper], entries: Sequence[Entry]) -> Proof:
    """The ledger of the figures of these papers, from the entries of the year.

    A package may only be published when nothing is `unproven`.
    """
    book = _Book(Entries(tuple(entries)))
    named = [book.name(paper, number) for number, paper in enumerate(papers, start=1)]
    for figure, figure_id in list(book.printed):
        book.enter(figure, figure_id)
    printed = tuple(
        Printed(paper.title, tuple(lines(paper, number, ids)))
        for number, (paper, ids) in enumerate(zip(papers, named, strict=True), start=1)
    )
    head = papers[0]
    figures = tuple(book.proven.values())
    whole = Ledger(head.title, head.office, head.year, head.edition, figures, printed)
    return Proof(whole, book.needed(), tuple(book.unproven))


def identifier(paper: int, number: int) -> str:
    """The id of the n-th figure of a paper: the writers' anchor, after the paper's number from the 2nd on."""
    return anchor(number) if paper == 1 else f"p{paper}-{anchor(number)}"


def source_of(figure: Proven) -> Source:
    """What a figure is worth as a source of others."""
    printed = rounded(in_unit(figure.exact, figure.unit), figure.decimals)
    return Source(figure.exact, in_base(printed, figure.unit))


@dataclass
class _Book:
    """The ledger while it is written; a figure that is a source of many is entered once."""

    entries: Entries
    printed: list[tuple[Figure, str]] = field(default_factory=list)
    proven: dict[str, Proven] = field(default_factory=dict)
    unproven: list[Unproven] = field(default_factory=list)
    spots: dict[str, Spot] = field(default_factory=dict)
    _ids: dict[int, str] = field(default_factory=dict)
    _unprinted: list[Figure] = field(default_factory=list)
    _masks: dict[tuple[str, ...], int] = field(default_factory=dict)
    _filters: dict[int, tuple[Filter, str]] = field(default_factory=dict)
    _worth: dict[str, Source] = field(default_factory=dict)

    def name(self, paper: Paper, number: int) -> dict[Spot, str]:
        """Give every figure of a paper its id; tells the id at each spot."""
        found: dict[Spot, str] = {}
        for at, (figure, spot) in enumerate(spots(paper, number), start=1):
            figure_id = identifier(number, at)
            found[spot] = figure_id
            self.spots[figure_id] = spot
            self._ids.setdefault(id(figure), figure_id)
            self.printed.append((figure, figure_id))
        return found

    def needed(self) -> tuple[Entry, ...]:
        """The entries that some figure adds up."""
        used = 0
        for mask in self._masks.values():
            used |= mask
        return self.entries.members(used)

    def enter(self, figure: Figure, figure_id: str) -> None:
        """Enter a figure, its sources first."""
        if figure_id in self.proven:
            return
        sources = tuple(self._source(source) for source in figure.sources)
        mask = self._mask(figure)
        values = [self._worth[name] for name in sources]
        found = formula(figure, values, self.entries.worth_of(mask), recorded=bool(mask))
        if found is None or self._missing(figure):
            self.unproven.append(Unproven(figure_id, figure.text, self._because(figure)))
        chosen, hashes = self._filter(mask)
        text, exact = found or ("", in_base(Fraction(figure.value), figure.unit))
        item = Proven(
            figure_id, figure.name, figure.text, exact, figure.unit, figure.decimals, text,
            "" if given(figure) else figure.formula, sources, chosen, mask.bit_count(),
            self.spots.get(figure_id), figure.phase, figure.year, figure.fund, figure.code,
        )  # fmt: skip
        self.proven[figure_id] = hashed(item, self.proven, hashes)
        self._worth[figure_id] = source_of(item)

    def _source(self, figure: Figure) -> str:
        """The id of a source, which is entered now if it has not been yet."""
        known = self._ids.get(id(figure))
        if known is None:
            self._unprinted.append(figure)
            known = self._ids[id(figure)] = f"s{len(self._unprinted):06d}"
        self.enter(figure, known)
        return known

    def _mask(self, figure: Figure) -> int:
        known = self._masks.get(figure.records)
        if known is None:
            places = self.entries.by_number
            known = bits(places[number] for number in figure.records if number in places)
            self._masks[figure.records] = known
        return known

    def _filter(self, mask: int) -> tuple[Filter, str]:
        if mask not in self._filters:
            chosen = self.entries.filter_of(mask) if mask else {}
            self._filters[mask] = (chosen, evidence_hash(self.entries, mask))
        return self._filters[mask]

    def _missing(self, figure: Figure) -> str:
        places = self.entries.by_number
        return next((number for number in figure.records if number not in places), "")

    def _because(self, figure: Figure) -> str:
        if missing := self._missing(figure):
            return f"来源编号“{missing}”在年度账中找不到"
        if not (figure.sources or figure.records):
            return "没有写明来源（公式、数字或凭证）"
        return f"按“{figure.formula or '合计、差、比率'}”从来源算不出这个数"
