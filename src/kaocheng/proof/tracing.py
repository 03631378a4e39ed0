"""Where a figure comes from (溯源): the tree of formula, figures and entries under a printed figure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from kaocheng.kernel.lineage import WORDS
from kaocheng.kernel.numerals import plain
from kaocheng.proof.entries import Entry
from kaocheng.proof.filters import Entries
from kaocheng.proof.records import Ledger, Line, Proven
from kaocheng.proof.worth import shown

_PLACES = 6
_SIGNS = str.maketrans("*/-+", "×÷－＋")
_REFERENCE = re.compile(r"(print)?(?:\[(\d+)\]|(Σ))")


@dataclass(frozen=True, slots=True)
class Branch:
    """A figure in the tree (枝): itself, the figures it comes from, the entries it adds up.

    `again` marks a figure whose own branches were shown before.
    """

    figure: Proven
    sources: tuple[Branch, ...]
    entries: tuple[Entry, ...]
    again: bool = False


def trace(ledger: Ledger, entries: Sequence[Entry], figure: Proven) -> Branch:
    """The tree under a figure, down to the entries, each figure opened once."""
    return _branch(figure, ledger.by_id(), Entries(tuple(entries)), set())


def found(ledger: Ledger, wanted: str) -> tuple[Proven, ...]:
    """The figures meant by an id (kc000012, kc12, 12), a printed text or a name.

    Printed figures come first; a text is compared without blanks, separators and its unit.
    """
    if figure := ledger.by_id().get(_identifier(wanted)):
        return (figure,)
    text = _bare(wanted)
    same = [one for one in ledger.figures if text in _texts(one)]
    named = [one for one in ledger.figures if wanted and wanted in one.name]
    return tuple(sorted(same or named, key=lambda one: one.spot is None))


def spelled(figure: Proven, names: Sequence[str]) -> str:
    """The formula with the names of its sources in place of numbers: 甲 ÷ 乙."""

    def name(match: re.Match[str]) -> str:
        rounded, number, _ = match.groups()
        if not number:
            return ("各项（印出数）" if rounded else "各项") + "之和"
        known = names[int(number) - 1] if 0 < int(number) <= len(names) else match[0]
        return known + ("（印出数）" if rounded else "")

    if figure.expression in WORDS and figure.count:
        return f"{figure.count}条{figure.expression}"
    return _REFERENCE.sub(name, figure.expression.translate(_SIGNS))  # names keep their own strokes


def labels(tree: Branch) -> list[str]:
    """The names of a figure's sources, told apart by their year or phase where they are the same."""
    names = [source.figure.name for source in tree.sources]
    return [
        name if names.count(name) == 1 else f"{name}（{_apart(source.figure)}）"
        for name, source in zip(names, tree.sources, strict=True)
    ]


def line_of(ledger: Ledger, figure: Proven) -> Line | None:
    """The printed line in which a figure stands; None for figures of charts and mere sources."""
    if not figure.spot:
        return None
    lines = ledger.papers[figure.spot.paper - 1].lines
    return next((line for line in lines if any(p.figure == figure.id for p in line.pieces)), None)


def _branch(figure: Proven, known: dict[str, Proven], entries: Entries, shown: set[str]) -> Branch:
    mask = entries.selected(figure.entries) if figure.entries else 0
    if figure.id in shown:
        return Branch(figure, (), (), again=bool(figure.sources or mask))
    shown.add(figure.id)
    sources = tuple(_branch(known[name], known, entries, shown) for name in figure.sources)
    return Branch(figure, sources, entries.members(mask))


def _identifier(wanted: str) -> str:
    match = re.fullmatch(r"(p\d+-)?(?:kc)?(\d{1,6})", wanted.strip())
    return f"{match[1] or ''}kc{int(match[2]):06d}" if match else wanted.strip()


def _texts(figure: Proven) -> tuple[str, str]:
    return _bare(figure.text), _bare(figure.text + figure.unit.name)


def _bare(text: str) -> str:
    return re.sub(r"[\s,“”]", "", plain(text))


def _apart(figure: Proven) -> str:
    year = f"{figure.year}年" if figure.year else ""
    return f"{year}{figure.phase}" or figure.text


def value_words(figure: Proven) -> str:
    """The value for people, in the figure's unit, to six decimals at most."""
    text = shown(figure.exact / Fraction(figure.unit.factor), _PLACES)
    return text.rstrip("0").rstrip(".") + figure.unit.name
