"""The content hash of a figure (内容摘要): over what it is, and over the hashes of what it comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from kaocheng.kernel.units import Unit
from kaocheng.proof.entries import digest
from kaocheng.proof.filters import Entries
from kaocheng.proof.numerals import number
from kaocheng.proof.records import Proven


def hashed(figure: Proven, sources: Mapping[str, Proven], evidence: str) -> Proven:
    """The figure with its hash; `evidence` is the hash over the entries that its filter selects."""
    return replace(figure, sha256=hash_of(figure, sources, evidence))


def hash_of(figure: Proven, sources: Mapping[str, Proven], evidence: str) -> str:
    """The hash that the figure ought to have."""
    return digest([*_own(figure), *_sources(figure, sources), evidence])


def evidence_hash(entries: Entries, mask: int) -> str:
    """One hash over the entries of a mask, in their order; "" for none."""
    known = entries.hashes
    return digest(known[item.number] for item in entries.members(mask)) if mask else ""


def _own(figure: Proven) -> list[str]:
    spot = figure.spot
    place = (spot.paper, spot.part, spot.run, spot.row, spot.column, spot.series) if spot else ()
    return [
        figure.name, figure.text, number(figure.exact), _unit(figure.unit), str(figure.decimals),
        figure.phase, str(figure.year or ""), figure.fund, figure.code, figure.expression,
        " ".join(str(part) for part in place),
    ]  # fmt: skip


@lru_cache(maxsize=256)
def _unit(unit: Unit) -> str:
    return f"{unit.name} {unit.dimension} {number(Fraction(unit.factor))}"


def _sources(figure: Proven, sources: Mapping[str, Proven]) -> list[str]:
    return [sources[name].sha256 for name in figure.sources if name in sources]
