"""From roots to findings (形成问题): what is written, what it should be, why, in the form's words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from kaocheng.disclosure.consequences import attached
from kaocheng.disclosure.earlier import Earlier
from kaocheng.disclosure.roots import Root
from kaocheng.disclosure.slips import meant
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.findings import Finding, Severity
from kaocheng.kernel.intervals import exact
from kaocheng.kernel.places import Place
from kaocheng.kernel.relations import Ratio, Relation, Term, Valuation
from kaocheng.kernel.units import RATIO

Mended = Mapping[int, Decimal]
NOTHING_MENDED: Mended = {}
_SIGN = {"=": "", "≤": "应不大于 ", "≥": "应不小于 "}
_DOUBT = {
    False: "现有数字不能断定其中哪一个有误，请逐一核对。",
    True: "总数另有多处印证，问题多半在分项：有重复、遗漏或口径不一，请逐项核对。",
}
_TERMS = 8
_SHOWN = 6


def finding_of(root: Root, earlier: Earlier, mended: Mended = NOTHING_MENDED) -> list[Finding]:
    """The finding of a root, followed by what follows from it."""
    if root.figure is None or root.expected is None:
        first = _undecided(root, earlier, mended)
        return [first, *_partners(root, first)]
    first = _named(root, root.figure, root.expected, earlier, mended)
    rest = [r for r in root.relations[1:] if r.stated is not root.figure][:_SHOWN]
    return [first, *(_follows(relation, first, mended) for relation in rest)]


def _named(
    root: Root, figure: Figure, expected: Decimal, earlier: Earlier, mended: Mended
) -> Finding:
    first = root.relations[0]
    turned = figure.unit.is_ratio and expected < 0 <= figure.base
    right = _finer(meant(figure, root.slip), first)
    want = right.say(abs(expected)) + "（方向相反）" if turned else right.say(expected)
    why = "；".join(explain(relation, mended) for relation in root.relations[:3])
    slip = f"（疑为{root.slip}）" if root.slip else ""
    return Finding(
        code=first.code,
        place=figure.place,
        quote=figure.text,
        written=figure.text,
        expected=want,
        difference=apart(figure, figure.base - expected),
        message=f"{why}。此处应为 {want}{slip}。",
        related=_others(root.relations, figure),
        cause=earlier.cause(first.code, figure.text, want),
    )


def apart(figure: Figure, base: Decimal) -> str:
    """A difference in the words of the figure; two shares lie 个百分点 apart, not percent."""
    if not figure.unit.is_ratio:
        return figure.say(base)
    points = RATIO["个百分点"]
    finer = 1 if figure.unit.factor < points.factor else 0
    return replace(figure, unit=points, decimals=figure.decimals + finer).say(base)


def _finer(figure: Figure, relation: Relation) -> Figure:
    """个百分点 as precise as the shares they lie between: the wrong print may have lost a digit."""
    if figure.unit.dimension != "points":
        return figure
    shares = [f.decimals for f in relation.figures() if f.unit.is_ratio]
    return replace(figure, decimals=max([figure.decimals, *shares]))


def _undecided(root: Root, earlier: Earlier, mended: Mended) -> Finding:
    """A relation that fails, shown at the figure that least else speaks for; a copy follows it."""
    relation = root.relations[0]
    figure = root.suspect or relation.stated
    implied = None if root.vouched else relation.implied(figure, _at_their_word(mended))
    finer = _finer(figure, relation)
    want = finer.say(implied.middle) if implied else ""
    gap = apart(finer, figure.base - implied.middle) if implied else ""
    said = f"{explain(relation, mended)}。{_DOUBT[root.vouched]}"
    return Finding(
        code=relation.code,
        place=figure.place,
        quote=figure.text,
        written=figure.text,
        expected=want,
        difference=gap,
        message=said,
        cause=earlier.cause_told(relation.code, figure.text, said),
        related=_others((relation,), figure),
    )


def _partners(root: Root, first: Finding) -> Iterator[Finding]:
    """The other figures of a relation that does not say which of them is wrong, likeliest first."""
    relation = root.relations[0]
    every = (*root.likely, *relation.figures())
    parts = {id(f): f for f in every if f.text and f.place != first.place}
    for figure in list(parts.values())[:_SHOWN]:
        said = f"与此有关，可能有误的也许是这一个：{relation.says}。"
        yield _aside(figure, relation.code, said, first.cause or first)


def _follows(relation: Relation, cause: Finding, mended: Mended) -> Finding:
    """What does not add up any more because of the cause."""
    said = f"由此引起：{explain(relation, mended)}。"
    return _aside(relation.stated, relation.code, said, cause)


def _aside(figure: Figure, code: str, message: str, cause: Finding) -> Finding:
    """A note at a figure that hangs on another finding."""
    return Finding(
        code=code,
        place=figure.place,
        quote=figure.text,
        written=figure.text,
        expected="",
        message=message,
        severity=Severity.NOTE,
        cause=cause,
    )


def explain(relation: Relation, mended: Mended = NOTHING_MENDED) -> str:
    """A relation with its numbers, as a clerk would work it out.

    `mended` are the values of figures found wrong before, by identity; they are used, and said so.
    """
    value = _at_their_word(mended)
    if isinstance(relation, Ratio):
        quotient = relation.quotient(value)
        got = _quotient(relation.stated, quotient.middle) if quotient else "无法计算"
        top, low = _written(relation.over, mended), _written(relation.under, mended)
        return f"{relation.says}：{top} ÷ {low} = {got}，原文写作 {relation.stated.text}"
    right = _written(relation.terms, mended)
    implied = relation.implied(relation.stated, value)
    shown = _finer(relation.stated, relation)
    got = f" = {shown.say(implied.middle)}" if implied and len(relation.terms) > 1 else ""
    return f"{relation.says}：{_SIGN[relation.kind]}{right}{got}，原文写作 {relation.stated.text}"


def _quotient(stated: Figure, value: Decimal) -> str:
    """A share in per cent, an amount a head in its own unit."""
    return f"{value * 100:.2f}%" if stated.unit.is_ratio else stated.say(value)


def _at_their_word(mended: Mended) -> Valuation:
    """Prints taken at their word: what a clerk would key into a calculator."""
    return lambda figure: exact(mended.get(id(figure), figure.base))


def _written(terms: tuple[Term, ...], mended: Mended) -> str:
    ordered = sorted(terms, key=lambda term: term.factor < 0)[:_TERMS]
    shown = [("- " if t.factor < 0 else "+ ") + _print(t.figure, mended) for t in ordered]
    text = " ".join(shown).removeprefix("+ ") + (" + …" if len(terms) > _TERMS else "")
    return f"({text})" if len(terms) > 1 else text


def _print(figure: Figure, mended: Mended) -> str:
    if id(figure) in mended:
        return f"{figure.say(mended[id(figure)])}（更正后）"
    return figure.text or figure.say(figure.base)


def _others(relations: tuple[Relation, ...], figure: Figure) -> tuple[Place, ...]:
    places = {id(f): f.place for r in relations for f in r.figures() if f is not figure and f.text}
    return tuple(places.values())[:20]


def folded(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The same fault of the same words elsewhere is a consequence of its first occurrence."""
    first: dict[tuple[str, ...], Finding] = {}
    moved: dict[int, Finding] = {}
    for finding in sorted(findings, key=lambda one: _order(one.place)):
        key = (finding.code, finding.written, finding.expected, finding.message)
        if finding.cause is not None:
            cause = moved.get(id(finding.cause), finding.cause)
            yield finding if cause is finding.cause else replace(finding, cause=cause)
        elif key in first and finding.expected:
            moved[id(finding)] = first[key]
            yield replace(finding, cause=first[key])
        else:
            first[key] = finding
            yield finding


def sorted_findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings in reading order, each followed by what follows from it."""
    ordered = sorted(folded(attached(findings)), key=lambda finding: _order(finding.place))
    followers: dict[int, list[Finding]] = defaultdict(list)
    for finding in ordered:
        if finding.cause:
            followers[id(finding.cause)].append(finding)
    result: list[Finding] = []
    for finding in ordered:
        if not finding.cause:
            result += [finding, *followers[id(finding)]]
    return tuple(result)


def _order(place: Place) -> tuple[object, ...]:
    return (
        place.page or 0, place.line or 0, place.sheet or "", place.paragraph or 0, place.table or 0,
        place.row or 0, place.column or 0, place.start or 0,
    )  # fmt: skip
