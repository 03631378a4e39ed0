"""RAT001: a printed share that is not the part divided by the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.disclosure.context import before, essence, is_level, nearest, paragraphs
from kaocheng.disclosure.lists import listings
from kaocheng.disclosure.sentences import Mention, Sentence
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.findings import Outcome, Unjudged
from kaocheng.kernel.relations import Ratio, Term
from kaocheng.kernel.rulebook import rule

CODE = "RAT001"
_BASE = re.compile(r"占(?P<base>[^占，,；;。]*?)的?(?:比重|比例|比)?(?:为|达|约|是)*\Z")
_TRIVIAL = re.compile(r"(?:其|比|总额|总数|比重|总|全部|总量)?")


@rule("占比与分子分母不符", family="比率", of=Statement)
def share(statement: Statement) -> Iterator[Ratio | Unjudged]:
    """占…% is the amount before it divided by the whole it names, or by the whole of its list."""
    for group in paragraphs(statement):
        wholes = _wholes(group)
        for sentence in group:
            for index, mention in enumerate(sentence.mentions):
                if mention.kind == "share":
                    yield _claim(group, sentence, index, wholes)


def _wholes(group: list[Sentence]) -> dict[int, Mention]:
    """For each share printed in a list, the whole of that list."""
    return {
        id(share): listing.whole
        for sentence in group
        for listing in listings(sentence)
        for item in listing.items
        for share in item.shares
    }


def _claim(
    group: list[Sentence], sentence: Sentence, index: int, wholes: dict[int, Mention]
) -> Ratio | Unjudged:
    mention = sentence.mentions[index]
    part = sentence.mentions[index - 1] if index else None
    match = _BASE.search(mention.before)
    named = essence(match["base"]) if match else ""
    if part is None or part.kind not in ("amount", "count"):
        return Unjudged(CODE, Outcome.NOT_POSSIBLE, "百分比前没有对应的数额", mention.figure.place)
    whole = _named(group, part, named) if named and not _TRIVIAL.fullmatch(named) else None
    if whole is None and not (named and not _TRIVIAL.fullmatch(named)):
        whole = wholes.get(id(mention))
    if whole is None or whole.figure.unit.dimension != part.figure.unit.dimension:
        return Unjudged(CODE, Outcome.NOT_POSSIBLE, "占比的分母在文中没有数额", mention.figure.place)
    says = f"“{part.label or '该项'}”占“{named or whole.label}”的比重"
    return Ratio(CODE, mention.figure, (Term(part.figure),), (Term(whole.figure),), says)


def _named(group: list[Sentence], part: Mention, named: str) -> Mention | None:
    """The amount the text calls by the name of the base, earlier in the paragraph."""
    words = _core(named)
    return nearest(
        before(group, part),
        lambda m: is_level(m) and bool(words) and _core(essence(m.label)).endswith(words),
    )


def _core(words: str) -> str:
    return re.sub(r"(?:合计|总计|总额|总|决算|本年|数|均|为|共)", "", words)
