"""Roots (病根): where failing relations decide which figure is wrong, and what mends most."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from kaocheng.disclosure.judging import Decided, Graph, Valuation, decide
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.findings import Outcome
from kaocheng.kernel.intervals import Interval, printed
from kaocheng.kernel.relations import Ratio, Relation, Sum

_TELLING = 3  # in a number of one or two digits every other number is a slip away
_LIMIT = 400  # relations round one figure looked at; beyond it a document is beyond mending


@dataclass(frozen=True, slots=True)
class Root:
    """One fault: the wrong `figure` and its `expected` value in base units, or only the relation.

    `relations` are those that fail because of it, the most telling first; `slip` says how the
    wrong print may have come about, or is "".
    """

    figure: Figure | None
    expected: Decimal | None
    relations: tuple[Relation, ...]
    slip: str = ""


@dataclass(frozen=True, slots=True)
class _Candidate:
    figure: Figure
    value: Decimal
    fixed: tuple[Relation, ...]
    broken: int
    suspected: int
    slip: str

    def rank(self) -> tuple[int, int, int, int]:
        """What it mends less what it breaks, in how many failures it stands, a likely slip."""
        stated = any(isinstance(r, Ratio) and r.stated is self.figure for r in self.fixed)
        return (len(self.fixed) - self.broken, self.suspected, bool(self.slip), stated)


def roots(decided: list[Decided], graph: Graph, value: Valuation) -> Iterator[Root]:
    """The faults behind all failing relations, the best supported first."""
    failing = [item.relation for item in decided if item.outcome is Outcome.FAILS]
    while failing:
        root = _best(failing, graph, value)
        yield root
        failing = [relation for relation in failing if relation not in root.relations]
        if root.figure is not None and root.expected is not None:
            failing += _shaken(root, failing, graph, value)


def _shaken(root: Root, failing: list[Relation], graph: Graph, value: Valuation) -> list[Relation]:
    """Relations that held only because a wrong figure was copied into them."""
    figure, expected = root.figure, root.expected
    if figure is None or expected is None:
        return []
    value.repair(figure, _around(expected, figure))
    return [
        relation
        for relation in graph.around(figure)
        if relation not in failing
        and relation not in root.relations
        and decide(relation, value).outcome is Outcome.FAILS
    ]


def _best(failing: list[Relation], graph: Graph, value: Valuation) -> Root:
    ranked = sorted(_candidates(failing, graph, value), key=_Candidate.rank, reverse=True)
    for best in ranked:
        if best.rank()[0] > 0 and best.rank() == ranked[0].rank() and not _rival(best, ranked):
            return Root(best.figure, best.value, best.fixed, best.slip)
    top = ranked[0].fixed[0] if ranked else failing[0]
    return Root(None, None, (top,))


def _rival(best: _Candidate, ranked: list[_Candidate]) -> bool:
    """Whether another figure explains one of the same failures just as well."""
    return any(
        other is not best
        and other.rank() == best.rank()
        and any(relation in best.fixed for relation in other.fixed)
        for other in ranked
    )


def _candidates(failing: list[Relation], graph: Graph, value: Valuation) -> Iterator[_Candidate]:
    figures = {id(f): f for relation in failing for f in relation.figures() if f.text}
    for figure in figures.values():
        mine = [r for r in failing if any(f is figure for f in r.figures())][:_LIMIT]
        implied = [(r, r.implied(figure, value)) for r in mine]
        claims = [(r, claim) for r, claim in implied if claim is not None]
        if claims and (candidate := _candidate(figure, claims, graph, value, failing)):
            yield candidate


def _candidate(
    figure: Figure,
    claims: list[tuple[Relation, Interval]],
    graph: Graph,
    value: Valuation,
    failing: list[Relation],
) -> _Candidate | None:
    best: tuple[list[Relation], Interval] | None = None
    for _, claim in claims:
        point = claim
        fixed = []
        for relation, other in claims:
            if point.meets(other):
                point = Interval(max(point.low, other.low), min(point.high, other.high))
                fixed.append(relation)
        if best is None or len(fixed) > len(best[0]):
            best = (fixed, point)
    if best is None or _vague(figure, best[0]):
        return None
    target = _rounded(best[1], figure, _fineness(figure, best[0]))
    if target == figure.base or (target < 0 <= figure.base and not figure.unit.is_ratio):
        return None
    new = _around(target, figure)
    broken = sum(
        1
        for relation in graph.around(figure)[:_LIMIT]
        if relation not in failing
        and (claim := relation.implied(figure, value)) is not None
        and _counts(relation)
        and not new.meets(claim)
    )
    fixed = sorted(best[0], key=lambda r: isinstance(r, Sum) and r.copied)
    return _Candidate(
        figure, target, tuple(fixed), broken, len(claims), slip(figure, target)
    )


def _vague(figure: Figure, fixed: list[Relation]) -> bool:
    """An amount is not called wrong on the word of one percentage alone."""
    only = fixed[0]
    return len(fixed) == 1 and isinstance(only, Ratio) and only.stated is not figure


def _counts(relation: Relation) -> bool:
    """Whether a relation that holds speaks for its figures: not when it only compares copies."""
    return isinstance(relation, Ratio) or (relation.kind == "=" and not relation.copied)


def _fineness(figure: Figure, fixed: list[Relation]) -> Decimal:
    """How finely the value can be told: as fine as the finest figure it is a sum of."""
    terms = [f for r in fixed if isinstance(r, Sum) for f in r.figures() if f is not figure]
    alike = [f.step for f in terms if f.text and f.unit.dimension == figure.unit.dimension]
    return min([figure.step, *alike]) if figure.unit.is_money else figure.step


def _rounded(claim: Interval, figure: Figure, step: Decimal) -> Decimal:
    units = (claim.middle / step).quantize(Decimal(1), ROUND_HALF_UP)
    return units * step


def _around(base: Decimal, figure: Figure) -> Interval:
    atom = figure.interval.high == figure.interval.low
    factor = figure.unit.factor
    return Interval(base, base) if atom else printed(base / factor, figure.decimals, factor, None)


def slip(figure: Figure, expected: Decimal) -> str:
    """How a clerk may have come from `expected` to what is printed: 数字颠倒, 错一位, 错位."""
    was, want = _digits(figure, figure.base), _digits(figure, expected)
    if len(was) < _TELLING or not figure.base or not expected:
        return ""
    near = {power: _near(figure, expected, power) for power in (1, -1, 2, -2, 4, -4)}
    if near[4] or near[-4]:
        return "元与万元混用"
    if any(near.values()):
        return "小数点或数位错位"
    if len(was) == len(want) >= _TELLING:
        return _letters(was, want)
    return ""


def _near(figure: Figure, expected: Decimal, power: int) -> bool:
    """Whether the print is `expected` moved by `power` decimal places, up to its own rounding."""
    return abs(figure.base.scaleb(-power) - expected) < figure.step


def _letters(was: str, want: str) -> str:
    wrong = [index for index, (a, b) in enumerate(zip(was, want, strict=True)) if a != b]
    if len(wrong) == 1:
        return "一个数字有误"
    if len(wrong) == 2 and wrong[1] - wrong[0] == 1 and sorted(was) == sorted(want):
        return "相邻两个数字颠倒"
    return ""


def _digits(figure: Figure, base: Decimal) -> str:
    return str(abs(int((base / figure.step).to_integral_value())))
