"""SUM024: a “三公”经费 table of whatever layout whose items do not add up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kaocheng.disclosure.plain.threepublic import (
    ABROAD,
    BUYING,
    CARS,
    GRAND,
    MEETING,
    RECEPTION,
    RUNNING,
    TOTAL,
    TRAINING,
    PublicFunds,
    public_funds,
)
from kaocheng.disclosure.plain.trusting import right_and_wrong
from kaocheng.disclosure.plain_tables import unscored_tables
from kaocheng.disclosure.statement import Statement
from kaocheng.disclosure.tables import Table
from kaocheng.kernel.findings import Outcome, Unjudged
from kaocheng.kernel.relations import Sum, Term
from kaocheng.kernel.rulebook import rule

CODE = "SUM024"
_THREE, _BESIDE = (ABROAD, CARS, RECEPTION), (MEETING, TRAINING)


@rule("“三公”经费表的分项之和与合计不符", family="表内勾稽", of=Statement)
def three_public_anyhow(statement: Statement) -> Iterator[Sum | Unjudged]:
    """合计 = 因公出国 + 公务用车 + 公务接待, 公务用车 = 购置 + 运行, whichever way the table lies."""
    found = False
    for table in unscored_tables(statement):
        sets = list(public_funds(table))
        found = found or bool(sets)
        parts = _parts_of_total(table, sets)
        for funds in sets:
            for whole, names in _equations(funds, parts):
                yield from _sum(table, funds, whole, names)
    if not found:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有版式以外的“三公”经费表")


def _equations(funds: PublicFunds, parts: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    if BUYING in funds.items and RUNNING in funds.items:
        yield CARS, (BUYING, RUNNING)
    if TOTAL in funds.items and GRAND in funds.items:
        yield TOTAL, _three(funds)
        yield GRAND, (TOTAL, *_BESIDE)
    elif parts:
        yield TOTAL if TOTAL in funds.items else GRAND, (*_three(funds), *parts)


def _three(funds: PublicFunds) -> tuple[str, ...]:
    """The three items; cars by what is bought and run where no sum of them is printed."""
    cars = (CARS,) if CARS in funds.items else (BUYING, RUNNING)
    return (ABROAD, *cars, RECEPTION)


def _parts_of_total(table: Table, sets: Sequence[PublicFunds]) -> tuple[str, ...]:
    """What the one total takes in beside the three: nothing, or 会议费 and 培训费 as the table bears out.

    A lone name that is never taken in stands for nothing beside them.
    """
    beside = tuple(name for name in _BESIDE if any(name in funds.items for funds in sets))
    if not beside or any(TOTAL in f.items and GRAND not in f.items for f in sets):
        return ("",)
    return max((("",), beside), key=lambda more: _held(table, sets, more))


def _held(table: Table, sets: Sequence[PublicFunds], more: tuple[str, ...]) -> int:
    made = [s for f in sets for s in _sum(table, f, GRAND, (*_three(f), *more))]
    return len(right_and_wrong(made)[0])


def _sum(table: Table, funds: PublicFunds, whole: str, names: Sequence[str]) -> Iterator[Sum]:
    entry = funds.items.get(whole)
    figures = [(n, e.figure) for n in names if (e := funds.items.get(n)) and e.figure]
    if entry is None or entry.figure is None or not figures:
        return
    if {f.unit for _, f in figures} == {entry.figure.unit}:
        shown = "＋".join(name for name in names if name)
        says = f"《{table.name}》“{funds.of or '本栏'}”：{whole} = {shown}"
        terms = tuple(Term(figure) for _, figure in figures)
        yield Sum(CODE, entry.figure, terms, says, same=len(terms) == 1)
