"""Finding the lists of a sentence (找出列举): outer lists and lists inside them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.disclosure.lists.opening import of_another, opener, set_apart
from kaocheng.disclosure.lists.parts import clause, parts
from kaocheng.disclosure.lists.records import Item, Listing
from kaocheng.disclosure.lists.wholes import in_pairs, meant, whole_of
from kaocheng.disclosure.sentences import Mention, Sentence

_LONG = 200  # no list of a real document names more parts
_NEXT = re.compile(r"[；;。]")
_OPEN_ENDED = re.compile(r"主要(?:包括|用于|是|有|为|由)|等(?:支出|费用|方面|项)?[。；，]?\Z")


def listings(sentence: Sentence, previous: Sentence | None = None) -> Iterator[Listing]:
    """Every list of a sentence, outer lists and lists inside them.

    A sentence that opens with 包括 or 主要用于 lists the parts of the last amount of the `previous`.
    """
    mentions = sentence.mentions
    known: set[int] = set()
    opened: dict[int, str] = {}
    for index in range(len(mentions)):
        first = mentions[index]
        match = opened.get(index) or opener(sentence, index)
        if not match:
            continue
        carried = previous.mentions if previous and not index else ()
        beside = mentions[index + 1 : index + 2]
        until = index - 1 if index in opened else index
        earlier = mentions[max(until - _LONG, 0) : until] or carried
        whole = whole_of(earlier, first, beside)
        if whole is None:
            continue
        nested = id(whole) in known and not _NEXT.search(first.before)
        rest = mentions[index : index + _LONG]
        apart = index in opened or set_apart(first, match)
        items = parts(clause(rest) if nested else rest, first, whole, apart=apart)
        if not items or of_another(whole, first, match) or (match == "（" and len(items) == 1):
            continue
        known |= {id(item.amount) for item in items}
        if index and beside and in_pairs(mentions[index - 1], beside):
            opened[index + 1] = match
        whole = meant(earlier, whole, items, nested=nested)
        yield Listing(
            sentence,
            whole,
            items,
            match,
            bracketed=first.depth > whole.depth,
            closed=_closed(sentence, first, items),
        )


def _closed(sentence: Sentence, first: Mention, items: tuple[Item, ...]) -> bool:
    """Whether nothing says that only some parts are named: no 主要 before them, no 等 behind."""
    trails = re.match(r"[^，。；]{0,4}等", sentence.passage.text[items[-1].last.end : sentence.end])
    return not _OPEN_ENDED.search(first.before) and not trails
