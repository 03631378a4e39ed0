"""From roots to findings (形成问题): what is written, what it should be, why, in the form's words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from kaocheng.disclosure.roots import Root
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.findings import Finding, Severity
from kaocheng.kernel.intervals import Interval, exact
from kaocheng.kernel.places import Place
from kaocheng.kernel.relations import Ratio, Relation, Sum

_SHOWN = 6


def finding_of(root: Root, earlier: Iterable[Finding]) -> list[Finding]:
    """The finding of a root, followed by what follows from it."""
    if root.figure is None or root.expected is None:
        first = _undecided(root.relations[0])
        return [first, *_partners(root.relations[0], first)]
    first = _named(root, root.figure, root.expected, earlier)
    rest = [r for r in root.relations[1:] if r.stated is not root.figure][:_SHOWN]
    return [first, *(_follows(relation, first) for relation in rest)]


def _named(root: Root, figure: Figure, expected: Decimal, earlier: Iterable[Finding]) -> Finding:
    first = root.relations[0]
    turned = figure.unit.is_ratio and expected < 0 <= figure.base
    want = figure.say(abs(expected)) + "（方向相反）" if turned else figure.say(expected)
    why = "；".join(explain(relation) for relation in root.relations[:3])
    slip = f"（疑为{root.slip}）" if root.slip else ""
    same = [
        f for f in earlier if (f.code, f.written, f.expected) == (first.code, figure.text, want)
    ]
    return Finding(
        code=first.code,
        place=figure.place,
        quote=figure.text,
        written=figure.text,
        expected=want,
        difference=figure.say(figure.base - expected),
        message=f"{why}。此处应为 {want}{slip}。",
        related=_others(root.relations, figure),
        cause=same[0].cause or same[0] if same else None,
    )


def _undecided(relation: Relation) -> Finding:
    stated = relation.stated
    implied = relation.implied(stated, _printed_value)
    want = stated.say(implied.middle) if implied else ""
    gap = stated.say(stated.base - implied.middle) if implied else ""
    return Finding(
        code=relation.code,
        place=stated.place,
        quote=stated.text,
        written=stated.text,
        expected=want,
        difference=gap,
        message=f"{explain(relation)}。现有数字不能断定其中哪一个有误，请逐一核对。",
        related=_others((relation,), stated),
    )


def _partners(relation: Relation, cause: Finding) -> Iterator[Finding]:
    """The other figures of a relation that does not say which of them is wrong."""
    parts = {id(f): f for f in relation.figures() if f is not relation.stated and f.text}
    for figure in list(parts.values())[:_SHOWN]:
        yield Finding(
            code=relation.code,
            place=figure.place,
            quote=figure.text,
            written=figure.text,
            expected="",
            message=f"与此有关，可能有误的也许是这一个：{relation.says}。",
            severity=Severity.NOTE,
            cause=cause,
        )


def _follows(relation: Relation, cause: Finding) -> Finding:
    stated = relation.stated
    return Finding(
        code=relation.code,
        place=stated.place,
        quote=stated.text,
        written=stated.text,
        expected="",
        message=f"由此引起：{explain(relation)}。",
        severity=Severity.NOTE,
        cause=cause,
    )


def explain(relation: Relation) -> str:
    """A relation with its numbers, as a clerk would work it out."""
    if isinstance(relation, Ratio):
        top = _written([(t.factor, t.figure) for t in relation.over])
        low = _written([(t.factor, t.figure) for t in relation.under])
        value = relation.quotient(_printed_value)
        got = f"{value.middle * 100:.2f}%" if value else "无法计算"
        return f"{relation.says}：{top} ÷ {low} = {got}，原文为 {relation.stated.text}"
    right = _written([(t.factor, t.figure) for t in relation.terms])
    implied = relation.implied(relation.stated)
    got = f" = {relation.stated.say(implied.middle)}" if implied and len(relation.terms) > 1 else ""
    return (
        f"{relation.says}：{right}{got}，原文为 {relation.stated.text}（要求“{_sign(relation)}”）"
    )


def _printed_value(figure: Figure) -> Interval:
    """The print taken at its word: what a clerk would key into a calculator."""
    return exact(figure.base)


def _sign(relation: Sum) -> str:
    return {"=": "相等", "≤": "不大于", "≥": "不小于"}[relation.kind]


def _written(terms: list[tuple[Decimal, Figure]]) -> str:
    shown = [("- " if factor < 0 else "+ ") + (f.text or f.say(f.base)) for factor, f in terms[:8]]
    text = " ".join(shown).removeprefix("+ ")
    text += " + …" if len(terms) > 8 else ""
    return f"({text})" if len(terms) > 1 else text


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
    ordered = sorted(folded(findings), key=lambda finding: _order(finding.place))
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
