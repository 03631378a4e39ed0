"""Lists in sentences (总分结构): a whole, its parts after 其中/包括, and the shares printed with them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from kaocheng.disclosure.context import is_change
from kaocheng.disclosure.reach import added, factor, is_adjustment, reach
from kaocheng.disclosure.references import BESIDE
from kaocheng.disclosure.sentences import Mention, Sentence
from kaocheng.kernel.relations import Term

COUNTED = "共N项："
"""The opener of a list that says how many parts it names; in Chinese numerals, as printed."""

_LONG = 200  # no list of a real document names more parts
_OPENER = re.compile(
    r"其中|包括|分别为?|分别是|以下方面|如下|包含|由以下|构成|资金来源(?:为|是)?[：:]|从[^，。；\d]{2,12}来?看"
)
_COUNTED = re.compile(
    r"(?:共|分为|分成|共分)[^，。；：:\d]{0,6}?[两二三四五六七八九十]+(?:大?项|个|部分|方面|大?类)[^，。；：:\d]{0,8}[：:]"
)
_DIGITS = re.compile(r"(?:共|分为|分成|共有|共分|包括)\Z")
_DONE = re.compile(r"[）)]?\s*[。；;]?\s*")
_SHARED = re.compile(r"[，,]\s?占[^，,。；;、]*")
_MARKS = re.compile(r"[、，；;]")
_COLON = re.compile(r"[^，。；]{0,6}[：:]")
_KINDS = frozenset({"项", "个", "类"})
_CARRIED = re.compile(r"\s*(?:包括|其中|主要用于|主要包括)")
_ALTOGETHER = re.compile(r"(?<!公)共(?:有|设|设置|计)?[^，共]{0,8}\Z")
_CHANGE = re.compile(
    r"(?:比|较|与)[^，。；]*\d{4}|(?:比|较|与)(?:上年|去年|年初)|增加|减少|调增|调减|节约|[增减](?:了)?\Z"
)
_END = re.compile(r"共计|合计(?!结)|总计|截至|年末(?!结转)|累计")
_ASIDE = re.compile(r"完成(?:年初|全年|调整)?预算|(?:比|与|较)(?:上年|去年|年初|全年|预算|\d{4}年)")
_NEXT = re.compile(r"[；;。]")
_LEVEL = re.compile(
    r"(?:与|同|和|较|比)[^，,；;。]*?(?:持平|一致|相同|相等|相当|无变化|无增减)[^，,；;。]*[，,]"
)
_RUNNING = frozenset({"其中", "包括", "包含"})  # openers that ： may set off from what follows
_FEWEST = 2
_NEAR = 3  # amounts before the list that may be its whole
_SUBJECT = re.compile(r"([\u4e00-\u9fff]*(?:收入|支出))(?:主要|具体|的?构成)*\Z")
_OPEN_ENDED = re.compile(r"主要(?:包括|用于|是|有|为)|等(?:支出|费用|方面|项)?[。；，]?\Z")


@dataclass(frozen=True, slots=True)
class Item:
    """One part of a list: its amount and the percentages that follow it (占…%); `factor` 1 or −1."""

    amount: Mention
    shares: tuple[Mention, ...]
    factor: Decimal = Decimal(1)

    @property
    def term(self) -> Term:
        """The part as a term of the sum: what is cut from a budget (调减) is subtracted."""
        return Term(self.amount.figure, self.factor)

    @property
    def name(self) -> str:
        """What the part is called, or its print where it has no name."""
        return self.amount.label.lstrip("、").removeprefix("其中") or self.amount.figure.text


@dataclass(frozen=True, slots=True)
class Listing:
    """A whole and its parts (总计与分项).

    `opener` is the words that open the list; `bracketed` whether the parts stand in brackets behind
    the whole; `closed` whether nothing says that only some parts are named.
    """

    sentence: Sentence
    whole: Mention
    items: tuple[Item, ...]
    opener: str
    bracketed: bool
    closed: bool


def listings(sentence: Sentence, previous: Sentence | None = None) -> Iterator[Listing]:
    """Every list of a sentence, outer lists and lists inside them.

    A sentence that opens with 包括 or 主要用于 lists the parts of the last amount of the `previous`.
    """
    mentions = sentence.mentions
    parts: set[int] = set()
    opened: dict[int, str] = {}
    for index in range(len(mentions)):
        first = mentions[index]
        match = opened.get(index) or _opens(mentions[index - 1] if index else None, first)
        if not match:
            continue
        carried = previous.mentions if previous and not index else ()
        beside = mentions[index + 1 : index + 2]
        until = index - 1 if index in opened else index
        earlier = mentions[max(until - _LONG, 0) : until] or carried
        whole = _whole(earlier, first, beside)
        nested = id(whole) in parts and not _NEXT.search(first.before)
        rest = mentions[index : index + _LONG]
        apart = index in opened or _set_apart(first, match)
        items = (
            _items(_clause(rest) if nested else rest, first, whole, apart=apart) if whole else ()
        )
        if whole and _of_another(whole, first, match):
            continue
        if whole and items:
            whole = _meant(earlier, whole, items, nested=nested)
        if whole and items and (match != "（" or len(items) > 1):
            parts |= {id(item.amount) for item in items}
            if index and beside and _in_pairs(mentions[index - 1], beside):
                opened[index + 1] = match
            yield Listing(
                sentence,
                whole,
                items,
                match,
                bracketed=first.depth > whole.depth,
                closed=not _OPEN_ENDED.search(first.before) and not _trails(sentence, items),
            )


def _clause(rest: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The figures up to the next ；, where the list inside another part ends."""
    ends = (at for at, m in enumerate(rest) if at and _NEXT.search(m.before))
    return rest[: next(ends, len(rest))]


def _trails(sentence: Sentence, items: tuple[Item, ...]) -> bool:
    """Whether the list ends with 等, so that more parts exist than are named."""
    last = (items[-1].shares or (items[-1].amount,))[-1]
    return bool(re.match(r"[^，。；]{0,4}等", sentence.passage.text[last.end : sentence.end]))


def _opens(previous: Mention | None, first: Mention) -> str:
    if first.kind not in ("amount", "count"):
        return ""
    if previous is None:
        match = _CARRIED.match(first.before)
        return match[0] if match else ""
    if match := _OPENER.search(first.before):
        return "" if _NEXT.search(first.before, match.end()) else match[0]
    if counted := _counted(previous, first):
        return counted
    return _unsaid(previous, first)


def _unsaid(previous: Mention, first: Mention) -> str:
    """What opens a list without one of its words: 共 before it, a bracket, 中，."""
    if _ALTOGETHER.search(previous.label) and first.figure.unit == previous.figure.unit:
        return "共"
    if first.depth > previous.depth and re.match(r"\s*[（(]", first.before):
        return "（"
    return "中，" if re.match(r"[^，。]*中[，：:]", first.before) else ""


def all_told(listing: Listing) -> bool:
    """Whether a list says how many parts it names (共三项：) and tells an amount with each it names."""
    if listing.opener != COUNTED and not _COUNTED.search(listing.opener):
        return False
    text, last = listing.sentence.passage.text, listing.items[-1]
    first = listing.items[0].amount
    rest = text[(last.shares or (last.amount,))[-1].end : listing.sentence.end]
    told = _SHARED.sub("", text[first.start : last.amount.start])
    return len(_MARKS.findall(told)) == len(listing.items) - 1 and bool(_DONE.fullmatch(rest))


def _counted(previous: Mention, first: Mention) -> str:
    """共三项：, or 共3项： where the count is a figure of its own."""
    if match := _COUNTED.search(first.before):
        return match[0]
    told = previous.figure.unit.name in _KINDS and _DIGITS.search(previous.label)
    listed = told and first.kind == "amount" and _COLON.match(first.before)
    return COUNTED if listed else ""


def _of_another(whole: Mention, first: Mention, opener: str) -> bool:
    """Whether the words before 包括 name another whole (收入包括：…；支出包括：…)."""
    if opener == "中，":
        return False
    said = re.split(r"[，。；：:、]", first.before.partition(opener)[0])[-1]
    subject = _SUBJECT.search(said)
    return subject is not None and subject[1] not in whole.label


def _whole(
    earlier: tuple[Mention, ...], first: Mention, beside: tuple[Mention, ...] = ()
) -> Mention | None:
    """The nearest amount of that unit; a count of another unit between is of the figures `beside`."""
    for mention in reversed(earlier):
        same = mention.figure.unit.dimension == first.figure.unit.dimension
        if mention.refers in BESIDE or is_change(mention):
            continue
        if same and mention.depth <= first.depth and not _CHANGE.search(mention.label):
            return mention
        if mention.kind == first.kind == "count" and not same and not _in_pairs(mention, beside):
            return None
    return None


def _in_pairs(mention: Mention, beside: tuple[Mention, ...]) -> bool:
    """Whether counts are told in pairs (125批312人次，其中集体访5批60人次)."""
    return any(m.figure.unit == mention.figure.unit and not m.before for m in beside)


def _meant(
    earlier: tuple[Mention, ...], whole: Mention, items: tuple[Item, ...], *, nested: bool
) -> Mention:
    """The whole, or one right before it where the parts come to that (受理A件，办结B件，其中…)."""
    sought = added([item.amount for item in items])
    if len(items) < _FEWEST or sought.meets(whole.figure.interval):
        return whole
    if nested and sought.low <= whole.figure.interval.high:
        return whole
    near = [m for m in earlier if m.figure.unit == whole.figure.unit and m.depth == whole.depth]
    alike = (m for m in near[-_NEAR:] if not m.refers and not is_change(m))
    return next((m for m in alike if sought.meets(m.figure.interval)), whole)


def _set_apart(first: Mention, opener: str) -> bool:
    """Whether a list is set off by ： or a bracket, so that ； may divide its parts."""
    said = first.before.rpartition(opener)[2]
    return opener not in _RUNNING or bool(re.match(r"\s*[：:]", said))


def _items(
    rest: tuple[Mention, ...], first: Mention, whole: Mention, *, apart: bool
) -> tuple[Item, ...]:
    items: list[Item] = []
    inner = aside = False
    for index, mention in enumerate(rest):
        if index and (mention.depth < first.depth or _ends(mention, first)):
            break
        if index and _OPENER.search(mention.before) and mention.depth == first.depth:
            inner = "；" not in mention.before
        elif inner and _NEXT.search(mention.before):
            inner = False
        aside = bool(items) and not _NEXT.search(mention.before) and _is_aside(mention, aside)
        if inner or aside or mention.depth != first.depth or mention.refers in BESIDE:
            continue
        if mention.kind == "share" and items:
            items[-1] = replace(items[-1], shares=(*items[-1].shares, mention))
        elif mention.figure.unit.dimension == whole.figure.unit.dimension and (
            is_adjustment(mention, first) or not _CHANGE.search(_said(mention))
        ):
            items.append(Item(mention, (), factor(mention, first)))
    return _belonging(items, whole, apart=apart)


def _belonging(items: list[Item], whole: Mention, *, apart: bool) -> tuple[Item, ...]:
    """The amounts that are parts of the whole: all of them where a share of it follows each."""
    if all(item.shares for item in items):
        return tuple(items)
    kept = {id(m) for m in reach(whole, [item.amount for item in items], apart=apart)}
    return tuple(item for item in items if id(item.amount) in kept)


def _said(mention: Mention) -> str:
    """The words of a figure alone: without what is still told of the part before it (与上年持平；)."""
    return _LEVEL.sub("", _NEXT.split(mention.before)[-1])


def _is_aside(mention: Mention, before: bool) -> bool:  # noqa: FBT001
    """Whether a figure tells more of the part before it (完成预算…%，比上年增加…), up to the next ；."""
    return mention.kind != "share" and (before or bool(_ASIDE.search(_said(mention))))


def _ends(mention: Mention, first: Mention) -> bool:
    """Whether an amount begins something else (合计, 截至…); 占…合计的 only names the whole again."""
    outside = mention.depth == first.depth
    return outside and mention.kind != "share" and bool(_END.search(mention.before))
