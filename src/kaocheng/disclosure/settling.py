"""Turning cells into a relation (成式): what is stated, what is added up, what blanks mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kaocheng.disclosure.tables import Entry, Table
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.findings import Finding, Outcome, Severity, Unjudged
from kaocheng.kernel.numerals import is_blank, is_dash
from kaocheng.kernel.relations import Sum, Term, total

Said = Sum | Unjudged | Finding


@dataclass(frozen=True, slots=True)
class Claim:
    """An equation on cells: `code`, the `stated` cell, its `kind`, signed cells, and the words.

    `due` tells that a blank stated cell is plainly a gap; `doubt` why it cannot be judged at all.
    """

    code: str
    stated: Entry
    kind: str
    parts: tuple[tuple[int, Entry], ...]
    says: str
    due: bool = False
    doubt: str = ""


def settled(claim: Claim) -> Iterator[Said]:
    """The relation, or why there is none; a total left blank over printed parts is a finding."""
    terms = tuple(
        Term(entry.figure, Decimal(sign)) for sign, entry in claim.parts if entry.figure is not None
    )
    stated = claim.stated.figure
    if claim.doubt and (terms or stated is not None):
        yield _doubtful(claim, claim.doubt)
    elif stated is not None and terms:
        yield _sum(claim, stated, terms)
    elif stated is not None and stated.value and claim.kind != "≥":
        yield _unfilled_parts(claim)
    elif stated is None and terms and claim.kind == "=":
        yield from _blank_total(claim, terms)


def _sum(claim: Claim, stated: Figure, terms: tuple[Term, ...]) -> Sum:
    units = {stated.unit, *(term.figure.unit for term in terms)}
    # blanks are nil, so a sum of one printed part is that part, printed twice
    same = claim.kind == "=" and len(terms) == 1 and terms[0].factor == 1 and len(units) == 1
    return Sum(claim.code, stated, terms, claim.says, claim.kind, same=same)


def _doubtful(claim: Claim, because: str) -> Unjudged:
    place = claim.stated.cell.place
    return Unjudged(claim.code, Outcome.NOT_POSSIBLE, f"{claim.says}：{because}", place)


def _unfilled_parts(claim: Claim) -> Unjudged:
    dashes = all(is_dash(entry.cell.text) for _, entry in claim.parts)
    outcome = Outcome.NOT_APPLICABLE if dashes else Outcome.NOT_POSSIBLE
    because = "表中注明各分项不适用" if dashes else "各分项均未填"
    return Unjudged(claim.code, outcome, f"{claim.says}：{because}", claim.stated.cell.place)


def _blank_total(claim: Claim, terms: tuple[Term, ...]) -> Iterator[Said]:
    """A blank sum over amounts is a gap; a blank difference only says that nothing is left."""
    if is_dash(claim.stated.cell.text):
        yield Unjudged(
            claim.code, Outcome.NOT_APPLICABLE, f"{claim.says}：表中注明不适用",
            claim.stated.cell.place,
        )  # fmt: skip
    elif not is_blank(claim.stated.cell.text):
        yield _doubtful(claim, "这一格写的不是数字")
    elif any(term.factor < 0 for term in terms):
        yield _transposed(claim, terms)
    elif not total(terms).holds(Decimal(0)):
        yield _gap(claim, terms)


def _transposed(claim: Claim, terms: tuple[Term, ...]) -> Sum:
    """0 = a + b - c, read as c = a + b."""
    head = next(term for term in terms if term.factor < 0)
    rest = tuple(term for term in terms if term is not head)
    return Sum(claim.code, head.figure, rest, claim.says)


def _gap(claim: Claim, terms: tuple[Term, ...]) -> Finding:
    first = terms[0].figure
    whole = total(terms).middle
    name = claim.stated.row.name or claim.stated.column.name
    return Finding(
        code=claim.code,
        place=claim.stated.cell.place,
        quote=claim.stated.cell.text,
        written="（空白）",
        expected=first.say(whole),
        message=f"“{name}”未填，而其所含各数已填。{claim.says}",
        difference=first.say(whole),
        remedy=f"在“{name}”处补填，或核对所含各数",
        severity=Severity.ERROR if claim.due else Severity.NOTE,
        related=tuple(term.figure.place for term in terms),
    )


def is_due(table: Table, stated: Entry) -> bool:
    """Whether the same row has its amount in other columns, so that a blank here is a gap."""
    row = stated.row
    beside = (table.entries.get((row.index, column.index)) for column in table.columns)
    return any(entry and entry.figure and entry.row.strip == row.strip for entry in beside)


def words(entries: Sequence[tuple[int, Entry]]) -> str:
    """Names of the parts joined by their signs, long lists shortened."""
    names = [("－" if sign < 0 else "＋", _name(entry)) for sign, entry in entries]
    shown = names if len(names) <= 8 else [*names[:3], ("＋", "…"), names[-1]]
    return "".join(sign + name for sign, name in shown).removeprefix("＋")


def _name(entry: Entry) -> str:
    return f"{entry.row.code} {entry.row.name}".strip() or entry.column.name
