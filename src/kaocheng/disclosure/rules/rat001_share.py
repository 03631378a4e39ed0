"""RAT001: a printed share that is not the part divided by the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kaocheng.disclosure.concepts import named_total
from kaocheng.disclosure.context import before, essence, is_level, nearest, paragraphs
from kaocheng.disclosure.lists import listings
from kaocheng.disclosure.sentences import Mention, Sentence
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.findings import Outcome, Unjudged
from kaocheng.kernel.relations import Ratio, Term
from kaocheng.kernel.rulebook import rule

CODE = "RAT001"
_BASE = re.compile(r"占(?P<base>[^占，,；;。]*?)的?(?:比重|比例|比)?(?:为|达|约|是)*\Z")
_AMONG = re.compile(r"(?P<name>[^，。；]{4,40})中[，,]")
_TRIVIAL = re.compile(r"(?:其|比|总额|总数|比重|总|全部|总量)?")
_SOFT = re.compile(r"合计|总计|总额|总|决算|本年|数|均|为|共")


@dataclass(frozen=True, slots=True)
class _Base:
    """What a share is a share of: amounts that are added, and what they are called."""

    terms: tuple[Term, ...]
    name: str


@rule("占比与分子分母不符", family="比率", of=Statement)
def share(statement: Statement) -> Iterator[Ratio | Unjudged]:
    """占…% is the amount before it divided by the whole it names, or by the whole of its list."""
    found = False
    for group in paragraphs(statement):
        wholes = _wholes(statement, group)
        for sentence in group:
            for index, mention in enumerate(sentence.mentions):
                if mention.kind == "share":
                    found = True
                    yield _claim(statement, group, sentence, index, wholes)
    if not found:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "文中没有占比")


def _wholes(statement: Statement, group: list[Sentence]) -> dict[int, _Base]:
    """For each share printed in a list, the whole of that list, or else the sum of its parts."""
    found: dict[int, _Base] = {}
    for sentence in group:
        if (match := _AMONG.match(sentence.text)) and (
            figure := named_total(match["name"], statement.sentences, statement.profile)
        ):
            base = _Base((Term(figure),), match["name"])
            found |= {id(m): base for m in sentence.mentions if m.kind == "share"}
            continue
        for parts in _complete_runs(sentence):
            base = _Base(tuple(Term(part.figure) for part, _ in parts), "各项之和")
            found |= {id(share): base for _, share in parts}
        for listing in listings(sentence):
            base = _Base((Term(listing.whole.figure),), listing.whole.label)
            found |= {id(share): base for item in listing.items for share in item.shares}
    return found


def _complete_runs(sentence: Sentence) -> Iterator[list[tuple[Mention, Mention]]]:
    """Amounts each followed by its share, when the shares make up the whole."""
    pairs = [
        (one, two)
        for one, two in zip(sentence.mentions, sentence.mentions[1:], strict=False)
        if two.kind == "share" and one.kind in ("amount", "count")
    ]
    total = sum((share.figure.base for _, share in pairs), Decimal(0))
    slack = sum((share.figure.step for _, share in pairs), Decimal(0))
    if len(pairs) > 1 and abs(total - 1) <= slack:
        yield pairs


def _claim(
    statement: Statement,
    group: list[Sentence],
    sentence: Sentence,
    index: int,
    wholes: dict[int, _Base],
) -> Ratio | Unjudged:
    mention = sentence.mentions[index]
    part = nearest(
        list(reversed(sentence.mentions[:index])), lambda m: m.depth <= mention.depth, 12
    )
    if part is None or part.kind not in ("amount", "count"):
        return Unjudged(CODE, Outcome.NOT_POSSIBLE, "百分比前没有对应的数额", mention.figure.place)
    base = _base(statement, group, mention, part, wholes.get(id(mention)))
    if base is None or not _alike(base, part.figure):
        return Unjudged(
            CODE, Outcome.NOT_POSSIBLE, "占比的分母在文中没有数额", mention.figure.place
        )
    says = f"“{part.label or '该项'}”占“{base.name}”的比重"
    return Ratio(CODE, mention.figure, (Term(part.figure),), base.terms, says)


def _alike(base: _Base, part: Figure) -> bool:
    return all(term.figure.unit.dimension == part.unit.dimension for term in base.terms)


def _base(
    statement: Statement,
    group: list[Sentence],
    mention: Mention,
    part: Mention,
    whole: _Base | None,
) -> _Base | None:
    match = _BASE.search(mention.before)
    named = essence(match["base"]) if match else ""
    if not named or _TRIVIAL.fullmatch(named):
        return whole
    core = _SOFT.sub("", named)
    if whole and core and _SOFT.sub("", essence(whole.name)).endswith(core):
        return whole
    if found := _named(group, part, core):
        return _Base((Term(found.figure),), found.label)
    said = match["base"].strip("的") if match else named
    if figure := named_total(said, statement.sentences, statement.profile):
        return _Base((Term(figure),), said)
    return None


def _named(group: list[Sentence], part: Mention, core: str) -> Mention | None:
    """The amount the paragraph calls by the name of the base; 总支出 is the year's whole spending."""
    if core in ("支出", "收入"):
        whole = re.compile(rf"(?:\A|本年|年度|全年|当年|总){core}(?:合计|总计|总额)?\Z")
        levels = [m for s in group for m in s.mentions if is_level(m)]
        plain = (m for m in levels if whole.search(re.sub(r"\d{4}年度?", "", m.label)))
        return next(plain, None) or _divided(group, core)
    return nearest(
        before(group, part),
        lambda m: is_level(m) and bool(core) and _SOFT.sub("", essence(m.label)).endswith(core),
    )


def _divided(group: list[Sentence], core: str) -> Mention | None:
    """The one 收入 or 支出 of the paragraph that is divided into parts."""
    wholes = {
        id(listing.whole): listing.whole
        for sentence in group
        for listing in listings(sentence)
        if listing.opener == "其中" and listing.whole.label.endswith(core)
    }
    return next(iter(wholes.values())) if len(wholes) == 1 else None
