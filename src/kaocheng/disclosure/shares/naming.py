"""The whole a share names (占…的比重): in its paragraph, else a named total of the document."""

from __future__ import annotations

import re

from kaocheng.disclosure.concepts import named_total
from kaocheng.disclosure.context import before, essence, is_level, nearest
from kaocheng.disclosure.lists.finding import listings
from kaocheng.disclosure.sentences import Mention, Sentence
from kaocheng.disclosure.shares.pairs import Base
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.relations import Term

_BASE = re.compile(r"占(?P<base>[^占，,；;。]*?)的?(?:比重|比例|比)?(?:为|达|约|是)*\Z")
_TRIVIAL = re.compile(r"(?:其|比|总额|总数|比重|总|全部|总量)?")
_SOFT = re.compile(r"合计|总计|总额|总|决算|本年|数|均|为|共")


def named_base(mention: Mention) -> str:
    """What the share says it is a share of, "" where it does not say."""
    match = _BASE.search(mention.before)
    named = essence(match["base"]) if match else ""
    return "" if _TRIVIAL.fullmatch(named) else named


def base_of(
    statement: Statement,
    group: list[Sentence],
    mention: Mention,
    part: Mention,
    whole: Base | None,
) -> Base | None:
    """What the share is of: the whole it names, in its paragraph or anywhere; its list's where it names none."""
    named = named_base(mention)
    if not named:
        return whole
    core = _SOFT.sub("", named)
    if whole and core and _SOFT.sub("", essence(whole.name)).endswith(core):
        return whole
    if found := _named(group, part, core):
        return Base((Term(found.figure),), found.label)
    match = _BASE.search(mention.before)
    said = match["base"].strip("的") if match else named
    if figure := total_of(statement, said):
        return Base((Term(figure),), said)
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


def total_of(statement: Statement, name: str) -> Figure | None:
    """The named total of those words anywhere in the document."""
    return named_total(name, statement.sentences, statement.profile, statement.tables)
