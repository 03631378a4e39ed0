"""The parts of a list (分项): the amounts up to its end, without what is told of each beside it."""

from __future__ import annotations

import re
from dataclasses import replace

from kaocheng.disclosure.lists.opening import OPENER
from kaocheng.disclosure.lists.records import Item
from kaocheng.disclosure.lists.wholes import CHANGED
from kaocheng.disclosure.reach import factor, is_adjustment, reach
from kaocheng.disclosure.references import BESIDE
from kaocheng.disclosure.sentences import Mention

_END = re.compile(r"共计|合计(?!结)|总计|截至|年末(?!结转)|累计")
_ASIDE = re.compile(r"完成(?:年初|全年|调整)?预算|(?:比|与|较)(?:上年|去年|年初|全年|预算|\d{4}年)")
_NEXT = re.compile(r"[；;。]")
_LEVEL = re.compile(
    r"(?:与|同|和|较|比)[^，,；;。]*?(?:持平|一致|相同|相等|相当|无变化|无增减)[^，,；;。]*[，,]"
)


def parts(
    rest: tuple[Mention, ...], first: Mention, whole: Mention, *, apart: bool
) -> tuple[Item, ...]:
    """The parts among the figures from the `first` on; `apart` is whether ： sets the list off."""
    items: list[Item] = []
    inner = aside = False
    for index, mention in enumerate(rest):
        if index and (mention.depth < first.depth or _ends(mention, first)):
            break
        if index and OPENER.search(mention.before) and mention.depth == first.depth:
            inner = "；" not in mention.before
        elif inner and _NEXT.search(mention.before):
            inner = False
        aside = bool(items) and not _NEXT.search(mention.before) and _is_aside(mention, aside)
        if inner or aside or mention.depth != first.depth or mention.refers in BESIDE:
            continue
        if mention.kind == "share" and items:
            items[-1] = replace(items[-1], shares=(*items[-1].shares, mention))
        elif mention.figure.unit.dimension == whole.figure.unit.dimension and (
            is_adjustment(mention, first) or not CHANGED.search(_said(mention))
        ):
            items.append(Item(mention, (), factor(mention, first)))
    return _belonging(items, whole, apart=apart)


def clause(rest: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The figures up to the next ；, where the list inside another part ends."""
    ends = (at for at, m in enumerate(rest) if at and _NEXT.search(m.before))
    return rest[: next(ends, len(rest))]


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
