"""Whether a list says that it is whole (列举是否完整): 共三项：, 由甲、乙、丙三部分组成, 全部用于."""

from __future__ import annotations

import re

from kaocheng.disclosure.lists.opening import COMPOSED, COUNTED, COUNTING
from kaocheng.disclosure.lists.records import Listing
from kaocheng.kernel.numerals import read_number

_DONE = re.compile(r"[）)]?\s*[。；;]?\s*")
_SHARED = re.compile(r"[，,]\s?占[^，,。；;、]*")
_MARKS = re.compile(r"[、，；;]")
_NUMBERS = {word: at for at, word in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_SAID = r"(?P<count>[两二三四五六七八九十]|\d{1,2})(?:大?项|个?部分|个?方面|大?块|大?类|笔|个项目)"
_AHEAD = re.compile(
    rf"(?<!第)(?<!其他){_SAID}[^，。；\d]{{0,8}}[，,：:]?(?:其中|分别(?:为|是)?|包括|即)?[：:，,]?"
)
_BEHIND = re.compile(rf"[）)]?[^，。；：\d]{{0,6}}?{_SAID}[^，。；\d]{{0,4}}(?:组成|构成)?")
_OVER = re.compile(rf"(?<!第){_SAID}[^，。；\d]{{0,8}}(?:合计|共计|总计|共)\Z")
_ALL_SPENT = re.compile(r"全部(?:资金)?用于")


def all_told(listing: Listing) -> bool:
    """Whether a list says how many parts it names (共三项：) and tells an amount with each it names."""
    if listing.opener != COUNTED and not COUNTING.search(listing.opener):
        return False
    text = listing.sentence.passage.text
    rest = text[listing.items[-1].last.end : listing.sentence.end]
    return _each_named(listing) and bool(_DONE.fullmatch(rest))


def says_whole(listing: Listing) -> bool:
    """Whether the text says that the parts are all there are: as many as it counts, 由…组成, 全部用于."""
    if not listing.closed or len(listing.items) < 2 or not _each_named(listing):
        return False
    first, last = listing.items[0].amount, listing.items[-1].last
    text, end = listing.sentence.passage.text, listing.sentence.end
    said = (
        _AHEAD.search(first.before),
        _BEHIND.match(text, last.end, end),
        _OVER.search(listing.whole.label),
    )
    counts = {_read(match["count"]) for match in said if match}
    if counts:
        return counts == {len(listing.items)}
    return listing.opener == COMPOSED or bool(_ALL_SPENT.search(first.before))


def _each_named(listing: Listing) -> bool:
    """Whether no part is named without an amount: one mark between every two amounts."""
    text, last = listing.sentence.passage.text, listing.items[-1].amount
    told = _SHARED.sub("", text[listing.items[0].amount.start : last.start])
    return len(_MARKS.findall(told)) == len(listing.items) - 1


def _read(words: str) -> int:
    number = read_number(words)
    return _NUMBERS.get(words, 0) or (int(number.value) if number else 0)
