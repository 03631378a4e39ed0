"""RAT012: a formula works with another number than the one told just before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kaocheng.disclosure.context import paragraphs
from kaocheng.disclosure.formulas import Formula, Operand, comes_out, formulas, operands
from kaocheng.disclosure.sentences import Mention, Sentence
from kaocheng.disclosure.slips import slip
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.findings import Finding, Outcome, Severity, Unjudged
from kaocheng.kernel.relations import Sum, Term
from kaocheng.kernel.rulebook import rule

CODE = "RAT012"
_TWICE = 2  # a figure that a formula takes more often stands for another as well
_REACH = 10  # so many figures before a formula may be what it works with
_SAYS = "算式代入的数=前文所写的数"


@dataclass(frozen=True, slots=True)
class _Pairing:
    """A formula beside the figures told before it: which operands are told, which are not."""

    formula: Formula
    told: tuple[tuple[Operand, Mention], ...]
    strange: tuple[Operand, ...]
    unused: tuple[Mention, ...]


@rule("算式代入的数与前文不符", family="前后一致", of=Statement)
def formula_and_words(statement: Statement) -> Iterator[Sum | Finding | Unjudged]:
    """The operands of a written formula are the amounts and counts the paragraph tells before it."""
    judged = False
    for group in paragraphs(statement):
        for sentence in group:
            for formula in (one for one in formulas(sentence.text) if not one.worded):
                pairing = _pairing(group, sentence, formula)
                judged |= bool(pairing.told)
                yield from _sums(sentence, pairing)
                yield from _finding(sentence, pairing)
    if not judged:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有先写数、再代入算式的段落")


def _pairing(group: list[Sentence], sentence: Sentence, formula: Formula) -> _Pairing:
    start = sentence.start + formula.start
    earlier = [m for s in group for m in s.mentions if m.end <= start and _is_told(m)][-_REACH:]
    found = operands(formula)
    told = [(o, m) for o in found for m in earlier if m.figure.value == o.number.value]
    known = {o.start for o, _ in told}
    used = {m.start for _, m in told}
    strange = tuple(o for o in found if o.start not in known)
    return _Pairing(formula, tuple(told), strange, tuple(m for m in earlier if m.start not in used))


def _is_told(mention: Mention) -> bool:
    return mention.kind in ("amount", "count") and not mention.figure.approximate


def _sums(sentence: Sentence, pairing: _Pairing) -> Iterator[Sum]:
    """Each figure told is printed again in the formula; a figure of 0 or 1 may be a constant."""
    for operand, mention in pairing.told:
        figure = _figure(sentence, operand, mention)
        yield Sum(CODE, mention.figure, (Term(figure),), _SAYS, same=True)


def _figure(sentence: Sentence, operand: Operand, like: Mention) -> Figure:
    """The operand as a figure in the unit of the words it repeats."""
    low, high = sentence.start + operand.start, sentence.start + operand.end
    return replace(
        like.figure,
        name=f"算式中的{like.label}",
        value=operand.number.value,
        decimals=operand.number.decimals,
        text=sentence.passage.text[low:high],
        place=sentence.passage.at(low, high),
    )


def _finding(sentence: Sentence, pairing: _Pairing) -> Iterator[Finding]:
    """One operand nobody told, and one figure told in vain: one of the two is misprinted."""
    yield from _unequal(sentence, pairing)
    strange = list({o.number.value: o for o in pairing.strange}.values())
    alike = [m for m in pairing.unused if len(strange) == 1 and _alike(strange[0], m)]
    left_over = alike or pairing.unused
    if len(strange) != 1 or len(left_over) != 1 or not pairing.told:
        return
    told, figure = left_over[0].figure, _figure(sentence, strange[0], left_over[0])
    severity = Severity.ERROR if alike else Severity.NOTE
    formula = pairing.formula
    if comes_out(formula):
        yield _misprint(told, figure, "算式的结果与代入的数相符", severity)
    elif comes_out(formula, strange[0], told.value):
        yield _misprint(figure, told, "代入前文的数才得算式的结果", severity)
    else:
        yield _misprint(told, figure, "算式的结果两样都得不出", Severity.NOTE)


def _unequal(sentence: Sentence, pairing: _Pairing) -> Iterator[Finding]:
    """Two figures told, three or more operands, all of them the one: the other was to be it too."""
    values = {operand.number.value for operand in operands(pairing.formula)}
    told = [mention for _, mention in pairing.told]
    alone = len(values) == 1 and len({m.start for m in told}) == len(pairing.unused) == 1
    if alone and len(told) > _TWICE:
        wrong, right = pairing.unused[0].figure, pairing.told[0]
        figure = _figure(sentence, *right)
        yield _misprint(wrong, figure, "算式里两个数相同", Severity.NOTE)


def _alike(operand: Operand, mention: Mention) -> bool:
    """Whether one print is a slip away from the other."""
    return bool(slip(mention.figure, operand.number.value * mention.figure.unit.factor))


def _misprint(wrong: Figure, right: Figure, because: str, severity: Severity) -> Finding:
    return Finding(
        code=CODE,
        place=wrong.place,
        quote=wrong.text,
        written=wrong.text,
        expected=wrong.say(right.base),
        difference=wrong.say(wrong.base - right.base),
        message=f"前文与算式本应是同一个数，一处是{wrong.text}，一处是{right.text}；{because}。",
        severity=severity,
        related=(right.place,),
    )
