"""Roots (病根): where failing relations decide which figure is wrong, and what mends most."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from kaocheng.disclosure.evidence import Evidence
from kaocheng.disclosure.judging import Decided, Graph, Valuation, decide
from kaocheng.disclosure.slips import ONE_DIGIT, UNIT, slip
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.findings import Outcome
from kaocheng.kernel.intervals import Interval, exact, printed
from kaocheng.kernel.relations import Ratio, Relation, Sum

_LIMIT = 200  # relations round one figure looked at; beyond it a document is beyond mending
_VOUCHED = 2  # so many relations holding for a figure make its parts the likelier culprits
_SCORES = frozenset({"得分", "自评得分"})
_TANGLE = 80  # failures that hang together; a bigger tangle is reported relation by relation


@dataclass(frozen=True, slots=True)
class Root:
    """One fault: the wrong `figure` and its `expected` value in base units, or only the relation.

    `relations` are those that fail because of it, the most telling first; `slip` says how the
    wrong print may have come about, or is "". Where nothing is decided, `suspect` is the figure
    that least else speaks for; `vouched` tells that it is a total others confirm; `likely` are
    the figures that could be wrong instead, the likeliest first.
    """

    figure: Figure | None
    expected: Decimal | None
    relations: tuple[Relation, ...]
    slip: str = ""
    suspect: Figure | None = None
    vouched: bool = False
    likely: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class _Candidate:
    figure: Figure
    value: Decimal
    fixed: tuple[Relation, ...]
    broken: int
    claims: int
    fit: int
    echo: int
    slip: str

    def convinces(self) -> bool:
        """Whether it may be named: it mends more than it breaks, and all failures it stands in."""
        mends = len(self.fixed) - self.broken
        settled = len(self.fixed) == self.claims or self.echo > 0
        if _is_lowered(self.figure, self.value) and len(self.fixed) == 1:
            return False
        return settled and (mends > 0 or (mends == 0 and len(self.fixed) > 1))

    def rank(self) -> tuple[int, int, int, int, int]:
        """What it mends less what it breaks, sums that fit to the digit, other prints, a slip."""
        stated = any(isinstance(r, Ratio) and r.stated is self.figure for r in self.fixed)
        mends = len(self.fixed) - self.broken
        return (mends, self.fit, self.echo, bool(self.slip), stated)


@dataclass(slots=True)
class Search:
    """What the search for roots looks at: the graph, the values taken, the prints elsewhere."""

    graph: Graph
    value: Valuation
    evidence: Evidence

    def roots(self, decided: Iterable[Decided]) -> Iterator[Root]:
        """The faults behind all failing relations, tangle by tangle, the best supported first."""
        failing = [item.relation for item in decided if item.outcome is Outcome.FAILS]
        pool = {id(relation): relation for relation in failing}
        seen = set(pool)
        while pool:
            tangle = self._tangle(next(iter(pool.values())), pool)
            found = [self._best(tangle)] if len(tangle) <= _TANGLE else _each(tangle)
            for root in found:
                yield root
                for relation in root.relations:
                    pool.pop(id(relation), None)
            for relation in self._shaken(found[0], seen):
                pool[id(relation)] = relation
                seen.add(id(relation))

    def _tangle(self, first: Relation, pool: dict[int, Relation]) -> list[Relation]:
        """The failing relations that hang together with the first by shared figures."""
        found, queue = {id(first): first}, [first]
        while queue and len(found) <= _TANGLE:
            for figure in queue.pop().figures():
                for relation in self.graph.around(figure)[:_LIMIT] if figure.text else ():
                    if id(relation) in pool and id(relation) not in found:
                        found[id(relation)] = relation
                        queue.append(relation)
        return list(found.values())

    def _shaken(self, root: Root, seen: set[int]) -> list[Relation]:
        """Relations that held only because a wrong figure was copied into them."""
        if root.figure is None or root.expected is None:
            return []
        around = [r for r in self.graph.around(root.figure)[:_LIMIT] if id(r) not in seen]
        held = [relation for relation in around if not self._fails(relation)]
        self.value.repair(root.figure, _around(root.expected, root.figure))
        self.evidence.forget(root.figure)
        return [relation for relation in held if self._fails(relation)]

    def _fails(self, relation: Relation) -> bool:
        return decide(relation, self.value).outcome is Outcome.FAILS

    def _best(self, failing: list[Relation]) -> Root:
        ranked = sorted(self._candidates(failing), key=_Candidate.rank, reverse=True)
        for best in ranked:
            top = best.rank() == ranked[0].rank()
            if top and best.convinces() and not _rival(best, ranked):
                return Root(best.figure, best.value, best.fixed, best.slip)
        open_one = ranked[0].fixed[0] if ranked else failing[0]
        suspect, vouched = _suspect(open_one, ranked)
        likely = tuple(c.figure for c in ranked if any(one is open_one for one in c.fixed))
        relations = ranked[0].fixed if vouched else (open_one,)
        return Root(None, None, relations, suspect=suspect, vouched=vouched, likely=likely)

    def _candidates(self, failing: list[Relation]) -> Iterator[_Candidate]:
        known = {id(relation) for relation in failing}
        figures = {id(f): f for relation in failing for f in relation.figures() if f.text}
        for figure in figures.values():
            mine = [r for r in self.graph.around(figure)[:_LIMIT] if id(r) in known]
            claims = [(r, c) for r in mine if (c := r.implied(figure, self.value)) is not None]
            if claims and (candidate := self._candidate(figure, claims, known)):
                yield candidate

    def _candidate(
        self, figure: Figure, claims: list[tuple[Relation, Interval]], known: set[int]
    ) -> _Candidate | None:
        fixed, point = _cluster(claims)
        target = _rounded(self._at_its_word(figure, fixed, point), _fineness(figure, fixed))
        told = slip(figure, target)
        elsewhere = self.evidence.within(figure, point)
        if vague := _vague(figure, fixed):
            told = "" if told == ONE_DIGIT else told
            if (moved := _other_unit(figure, point)) is not None:
                target, told = moved, UNIT
            if elsewhere is None and not told:
                return None
        target = target if elsewhere is None else elsewhere
        absurd = target < 0 <= figure.base and not figure.unit.is_ratio
        if target == figure.base or absurd:
            return None
        return _Candidate(
            figure=figure,
            value=target,
            fixed=tuple(sorted(fixed, key=lambda r: isinstance(r, Sum) and r.copied)),
            claims=len(claims),
            broken=self._broken(figure, _around(target, figure), known),
            fit=0 if vague else self._fit(figure, target, known),
            echo=int(told == UNIT and self.evidence.odd_unit(figure))
            if vague
            else self.evidence.speaks(figure, target, beside=not _twins(fixed)),
            slip=told if vague else slip(figure, target),
        )

    def _at_its_word(self, figure: Figure, fixed: list[Relation], point: Interval) -> Decimal:
        """What the prints taken at their word say, where that is allowed; else what is allowed."""
        claims = (r.implied(figure, self._middle) for r in fixed)
        plain = [claim.middle for claim in claims if claim and point.holds(claim.middle)]
        return plain[0] if plain else point.middle

    def _broken(self, figure: Figure, new: Interval, known: set[int]) -> int:
        return sum(
            1
            for relation in self.graph.around(figure)[:_LIMIT]
            if id(relation) not in known
            and _counts(relation)
            and (claim := relation.implied(figure, self.value)) is not None
            and not new.meets(claim)
            and self.value(figure).meets(claim)  # what is off anyway, no repair can break
        )

    def _fit(self, figure: Figure, target: Decimal, known: set[int]) -> int:
        """How many more sums that hold would fit better with `target` than would fit worse."""
        around = [r for r in self.graph.around(figure)[:_LIMIT] if id(r) not in known]
        sums = [r for r in around if isinstance(r, Sum) and r.kind == "=" and not r.copied]
        implied = [r.implied(figure, self._middle) for r in sums]
        was = self._middle(figure).low
        gained = [abs(was - c.low) - abs(target - c.low) for c in implied if c is not None]
        return sum((gain > 0) - (gain < 0) for gain in gained)

    def _middle(self, figure: Figure) -> Interval:
        return exact(self.value(figure).middle)


def _each(tangle: list[Relation]) -> list[Root]:
    return [Root(None, None, (relation,)) for relation in tangle]


def _cluster(claims: list[tuple[Relation, Interval]]) -> tuple[list[Relation], Interval]:
    """The largest set of claims that one value meets, and the values that meet them all."""
    best: tuple[list[Relation], Interval] = ([], claims[0][1])
    for _, claim in claims:
        point, fixed = claim, []
        for relation, other in claims:
            if point.meets(other):
                point = Interval(max(point.low, other.low), min(point.high, other.high))
                fixed.append(relation)
        if len(fixed) > len(best[0]):
            best = (fixed, point)
    return best


def _suspect(relation: Relation, ranked: list[_Candidate]) -> tuple[Figure, bool]:
    """The total, or the one part least vouched for where two or more relations hold for the total.

    The second value tells that the total is vouched for and no one part stands out.
    """
    able = [c for c in ranked if any(one is relation for one in c.fixed)]
    most = len(ranked[0].fixed) if ranked else 0
    if not any(c.figure is relation.stated and _is_vouched(c, most) for c in able):
        return relation.stated, False
    alone = len(able) == 1 or able[0].rank()[:3] > able[1].rank()[:3]
    return (able[0].figure, False) if alone else (relation.stated, True)


def _is_vouched(candidate: _Candidate, most: int) -> bool:
    """Whether others confirm a total: enough relations hold for it, or a part explains more."""
    return candidate.broken >= _VOUCHED or len(candidate.fixed) < most


def _rival(best: _Candidate, ranked: list[_Candidate]) -> bool:
    """Whether another figure explains one of the same failures just as well."""
    mine = {id(relation) for relation in best.fixed}
    return any(
        other is not best
        and other.rank() == best.rank()
        and any(id(relation) in mine for relation in other.fixed)
        for other in ranked
    )


def _is_lowered(figure: Figure, value: Decimal) -> bool:
    """Whether a score should be higher: marks may have been taken off and the total forgotten."""
    return figure.name in _SCORES and value > figure.base


def _twins(fixed: list[Relation]) -> bool:
    """Whether only a second print of the same figure speaks: what stands beside it proves nothing."""
    return all(isinstance(relation, Sum) and relation.same for relation in fixed)


def _vague(figure: Figure, fixed: list[Relation]) -> bool:
    """One percentage alone tells an amount only roughly: more must speak for the value."""
    only = fixed[0]
    return len(fixed) == 1 and isinstance(only, Ratio) and only.stated is not figure


def _other_unit(figure: Figure, point: Interval) -> Decimal | None:
    """The amount with 元 and 万元 exchanged, where that is one of the few values allowed."""
    tells = figure.unit.is_money and point.low > 0 and point.high < 2 * point.low
    moved = [figure.base.scaleb(power) for power in (4, -4)] if tells else []
    return next((value for value in moved if point.holds(value)), None)


def _counts(relation: Relation) -> bool:
    """Whether a relation that holds speaks for its figures: not when it only compares copies."""
    return isinstance(relation, Ratio) or (relation.kind == "=" and not relation.copied)


def _fineness(figure: Figure, fixed: list[Relation]) -> Decimal:
    """How finely the value can be told: as fine as the finest figure it is a sum of."""
    terms = [f for r in fixed if isinstance(r, Sum) for f in r.figures() if f is not figure]
    like = {"points": "ratio"}.get(figure.unit.dimension, figure.unit.dimension)
    alike = [f.step for f in terms if f.text and f.unit.dimension == like]
    fine = figure.unit.is_money or like != figure.unit.dimension
    return min([figure.step, *alike]) if fine else figure.step


def _rounded(value: Decimal, step: Decimal) -> Decimal:
    units = (value / step).quantize(Decimal(1), ROUND_HALF_UP)
    return units * step


def _around(base: Decimal, figure: Figure) -> Interval:
    atom = figure.interval.high == figure.interval.low
    factor = figure.unit.factor
    return Interval(base, base) if atom else printed(base / factor, figure.decimals, factor, None)
