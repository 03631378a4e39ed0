"""Proof of a measure (佐证): the numbers of the cases on both sides, and the figure a document prints."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kaocheng.cases.measures.definitions import Kind, Measure
from kaocheng.cases.measures.particulars import Counted
from kaocheng.cases.measures.periods import Period
from kaocheng.cases.measures.reckoning import Result, counts, is_part, reckon, within
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.lineage import COUNT, SHARE, VALUES
from kaocheng.kernel.places import Place
from kaocheng.kernel.units import Unit, unit

_SAVED = "1-[1]/[2]"
_CASES = unit("件")
_WORKDAYS = unit("工作日")


@dataclass(frozen=True, slots=True)
class Proof:
    """A measure with the numbers of its cases (佐证): `part` are among `whole`."""

    result: Result
    part: tuple[str, ...]
    whole: tuple[str, ...]


def prove(measure: Measure, cases: Iterable[Counted], period: Period) -> Proof:
    """The measure over those of the cases whose day lies in the period, with their numbers in order."""
    counting = [
        case for case in cases if within(measure.base, case, period) and counts(measure, case)
    ]
    return Proof(
        reckon(measure, ((case, 1) for case in counting)),
        tuple(case.number for case in counting if is_part(measure, case)),
        tuple(case.number for case in counting),
    )


def figure(proof: Proof, year: int | None = None, body: str = "") -> Figure | None:
    """The measure as a document prints it, its cases as lineage; None where there is no number."""
    result = proof.result
    if result.number is None:
        return None
    measure, value = result.measure, result.number
    decimals = max(-int(value.as_tuple().exponent), 0)
    counted = measure.kind is Kind.COUNT
    return Figure(
        measure.name, value, unit(measure.unit), decimals, result.shown, Place(""), "决算", year,
        body=body, formula=COUNT if counted else _SAVED if measure.kind is Kind.SAVING else SHARE,
        sources=() if counted else _sources(proof), records=proof.part if counted else (),
    )  # fmt: skip


def _sources(proof: Proof) -> tuple[Figure, ...]:
    name, result = proof.result.measure.name, proof.result
    if result.measure.kind is Kind.SHARE:
        return _count(f"{name}分子", proof.part), _count(f"{name}分母", proof.whole)
    top = _sum(f"{name}分子", result.top, proof.whole)
    if result.measure.kind is Kind.MEAN:
        return top, _count(f"{name}分母", proof.whole)
    return top, _sum(f"{name}分母", result.bottom, proof.whole)


def _count(name: str, numbers: Sequence[str]) -> Figure:
    return _made(name, len(numbers), _CASES, COUNT, numbers)


def _sum(name: str, total: int, numbers: Sequence[str]) -> Figure:
    return _made(name, total, _WORKDAYS, VALUES, numbers)


def _made(name: str, value: int, of: Unit, formula: str, numbers: Sequence[str]) -> Figure:
    return Figure(
        name, Decimal(value), of, 0, str(value), Place(""), formula=formula, records=tuple(numbers)
    )
