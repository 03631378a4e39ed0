"""RAT001: a printed share that is not the part divided by the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kaocheng.disclosure.concepts import named_total
from kaocheng.disclosure.context import agrees, before, essence, is_level, nearest, paragraphs
from kaocheng.disclosure.lists import listings
from kaocheng.disclosure.references import WHOLE
from kaocheng.disclosure.sentences import Mention, Sentence
from kaocheng.disclosure.shares_of_base import base_beside, of_base
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.findings import Outcome, Unjudged
from kaocheng.kernel.relations import Ratio, Term
from kaocheng.kernel.rulebook import rule

CODE = "RAT001"
_BASE = re.compile(r"占(?P<base>[^占，,；;。]*?)的?(?:比重|比例|比)?(?:为|达|约|是)*\Z")
_OWN = re.compile(r"(?:其中)?(?P<name>[^占其]{2,12})占比?(?:为|达)?\Z")
_TOGETHER = re.compile(r"(?:共|共计|合计|总计|总共)(?:有)?\Z")
_AMONG = re.compile(r"(?P<name>[^，。；]{4,40})中[，,]")
_TRIVIAL = re.compile(r"(?:其|比|总额|总数|比重|总|全部|总量)?")
_NUMBERED = re.compile(r"\s*[（(]?[\d一二三四五六七八九十]{1,2}[）)]?[.．、]?(?=\D)")
_RUN = 2  # so many shares of one run must fit before a base is taken for theirs
_NEAR = 12  # amounts of the paragraphs before that may be the whole of a run
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
    near: list[Mention] = []
    lines = _lines(statement)
    for group in paragraphs(statement):
        near = [*near[-_NEAR:], *(m for s in group for m in s.mentions if is_level(m))]
        wholes = lines | _wholes(group, near, statement)
        for sentence in group:
            for index, mention in enumerate(sentence.mentions):
                if whole := base_beside(sentence, index, WHOLE):
                    found = True
                    yield of_base(CODE, group, sentence, index, whole)
                elif mention.kind == "share":
                    found = True
                    yield _claim(statement, group, sentence, index, wholes)
    if not found:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "文中没有占比")


def _wholes(group: list[Sentence], wholes: list[Mention], statement: Statement) -> dict[int, _Base]:
    """For each share printed in a list, the whole of that list, or else the sum of its parts."""
    found: dict[int, _Base] = {}
    for previous, sentence in zip([None, *group], group, strict=False):
        found |= _voted(list(_pairs(sentence)), wholes)
        if (match := _AMONG.match(sentence.text)) and (figure := _total(statement, match["name"])):
            base = _Base((Term(figure),), match["name"])
            found |= {id(m): base for m in sentence.mentions if m.kind == "share"}
            continue
        for parts in _complete_runs(sentence):
            base = _Base(tuple(Term(part.figure) for part, _ in parts), "各项之和")
            found |= {id(share): base for _, share in parts}
        for listing in listings(sentence, previous):
            base = _Base((Term(listing.whole.figure),), listing.whole.label)
            found |= {id(share): base for item in listing.items for share in item.shares}
    return found


def _lines(statement: Statement) -> dict[int, _Base]:
    """The bases of shares printed one a numbered line (（1）教育支出…万元，占…%)."""
    found: dict[int, _Base] = {}
    near: list[Mention] = []
    run: list[tuple[Mention, Mention]] = []
    for group in paragraphs(statement):
        pair = next(_pairs(group[0]), None)
        if pair and pair[0] is group[0].mentions[0] and _NUMBERED.match(group[0].passage.text):
            run.append(pair)
            continue
        found |= _voted(run, near)
        run = []
        near = [*near[-_NEAR:], *(m for s in group for m in s.mentions if is_level(m))]
    return found | _voted(run, near)


def _total(statement: Statement, name: str) -> Figure | None:
    """The named total of those words anywhere in the document."""
    return named_total(name, statement.sentences, statement.profile, statement.tables)


def _voted(pairs: list[tuple[Mention, Mention]], wholes: list[Mention]) -> dict[int, _Base]:
    """For a run of amounts and shares, the base that bears out most of them: an earlier amount.

    At least half of the shares that are not nil must fit, and all but one of three; the base that
    fits most is taken, the sum of the parts among them.
    """
    telling = [(one, two) for one, two in pairs if two.figure.value]
    if len(telling) < _RUN:
        return {}
    sums = _Base(tuple(Term(one.figure) for one, _ in pairs), "各项之和")
    named = [_Base((Term(whole.figure),), whole.label) for whole in wholes if whole.figure.value]
    votes = [(sum(_fits(*pair, base) for pair in telling), base) for base in [*named, sums]]
    right, best = max(votes, key=lambda vote: vote[0])
    if right * 2 >= len(telling) and right >= min(len(telling) - 1, _RUN):
        return {id(two): best for _, two in pairs}
    return {}


def _fits(part: Mention, share: Mention, base: _Base) -> bool:
    under = sum((term.figure.base for term in base.terms), Decimal(0))
    alike = _alike(base, part.figure) and under
    if not alike:
        return False
    slack = share.figure.step / 2 + part.figure.step / under
    return abs(part.figure.base / under - share.figure.base) <= slack


def _pairs(sentence: Sentence) -> Iterator[tuple[Mention, Mention]]:
    """Each amount with the share right behind it, brackets between them passed over."""
    for index, share in enumerate(sentence.mentions):
        if share.kind == "share":
            part = _part(sentence, index)
            if part and part.kind in ("amount", "count"):
                yield part, share


def _own_part(earlier: list[Mention], share: Mention) -> Mention | None:
    """The count a share names before its 占 (A类占64%, 即办件占比36.81%), told before under that name."""
    match = _OWN.match(essence(share.label))
    name = match["name"] if match else ""
    told = (m for m in earlier if name and essence(m.label).strip("、").endswith(name))
    return next((m for m in told if m.kind in ("amount", "count")), None)


def _part(sentence: Sentence, index: int) -> Mention | None:
    """What stands right before a share, brackets between them passed over, or what it names itself."""
    depth = sentence.mentions[index].depth
    earlier = list(reversed(sentence.mentions[:index]))
    if named := _own_part(earlier, sentence.mentions[index]):
        return named
    return nearest(earlier, lambda m: m.depth <= depth and not m.refers, 12)


def _complete_runs(sentence: Sentence) -> Iterator[list[tuple[Mention, Mention]]]:
    """Amounts each followed by its share, when the shares make up the whole."""
    pairs = list(_pairs(sentence))
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
    part = _part(sentence, index)
    if part is None or part.kind not in ("amount", "count"):
        return Unjudged(CODE, Outcome.NOT_POSSIBLE, "百分比前没有对应的数额", mention.figure.place)
    whole = wholes.get(id(mention)) or _altogether(sentence, mention, part)
    base = _base(statement, group, mention, part, whole)
    if base is None or not _alike(base, part.figure):
        return Unjudged(
            CODE, Outcome.NOT_POSSIBLE, "占比的分母在文中没有数额", mention.figure.place
        )
    said = _ratio(mention, part, base)
    return said if agrees(said) or _named_base(mention) else _settled(group, mention, part, said)


def _altogether(sentence: Sentence, mention: Mention, part: Mention) -> _Base | None:
    """共50家: the whole of the counts a share of one of them is told of later."""
    between = [m for m in sentence.mentions if m.start < mention.start and m is not part]
    told = [m for m in between if m.kind == part.kind and _TOGETHER.search(m.label)]
    return _Base((Term(told[-1].figure),), told[-1].label) if told else None


def _settled(group: list[Sentence], mention: Mention, part: Mention, said: Ratio) -> Ratio:
    """The share of another whole told before, where the share names none and only that one fits."""
    bases = [
        _Base((Term(m.figure),), m.label)
        for m in before(group, part)[:_NEAR]
        if m.kind == part.kind and not m.refers and m.figure.base >= part.figure.base
    ]
    others = (_ratio(mention, part, base) for base in bases if _alike(base, part.figure))
    return next((ratio for ratio in others if agrees(ratio)), said)


def _named_base(mention: Mention) -> str:
    """What the share says it is a share of, "" where it does not say."""
    match = _BASE.search(mention.before)
    named = essence(match["base"]) if match else ""
    return "" if _TRIVIAL.fullmatch(named) else named


def _ratio(mention: Mention, part: Mention, base: _Base) -> Ratio:
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
    named = _named_base(mention)
    if not named:
        return whole
    core = _SOFT.sub("", named)
    if whole and core and _SOFT.sub("", essence(whole.name)).endswith(core):
        return whole
    if found := _named(group, part, core):
        return _Base((Term(found.figure),), found.label)
    match = _BASE.search(mention.before)
    said = match["base"].strip("的") if match else named
    if figure := _total(statement, said):
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
