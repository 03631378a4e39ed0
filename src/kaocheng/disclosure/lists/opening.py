"""What opens a list (列举的引出): 其中, 包括, 共三项：, a bracket, 由…组成."""

from __future__ import annotations

import re

from kaocheng.disclosure.sentences import Mention, Sentence

COUNTED = "共N项："
"""The opener of a list that says how many parts it names; in Chinese numerals, as printed."""
COMPOSED = "由…组成"
"""The opener of a list that says that its whole is made up of its parts."""
RUNNING = frozenset({"其中", "包括", "包含"})
"""Openers that ： may set off from what follows."""

OPENER = re.compile(
    r"其中|包括|分别为?|分别是|(?:以下|下列)(?:[两二三四五六七八九十]个?)?(?:方面|部分|内容|用途)|如下|包含|由以下|构成"
    r"|全部(?:资金)?用于|(?:主要)?用于[：:]|按[^，。；：\d]{2,8}(?:划分|分|看)[：:，,]|资金来源(?:为|是)?[：:]|从[^，。；\d]{2,12}来?看|[，：:]一是"
)
COUNTING = re.compile(
    r"(?:共|分为|分成|共分|用于|支持)[^，。；：:\d]{0,6}?[两二三四五六七八九十]+(?:大?项|个|部分|方面|大?类)[^，。；：:\d]{0,8}[：:]"
)
_DIGITS = re.compile(r"(?:共|分为|分成|共有|共分|包括)\Z")
_COLON = re.compile(r"[^，。；]{0,6}[：:]")
_KINDS = frozenset({"项", "个", "类"})
_CARRIED = re.compile(
    r"\s*(?:包括|其中|主要用于|主要包括|分类看|按[^，。；：\d]{2,8}(?:划分|分|看)[：:，,])"
)
_ALTOGETHER = re.compile(r"(?<!公)共(?:有|设|设置|计)?[^，共]{0,8}\Z")
_NEXT = re.compile(r"[；;。]")
_SUBJECT = re.compile(r"([\u4e00-\u9fff]*(?:收入|支出))(?:主要|具体|的?构成)*\Z")
_FAR = 60  # figures looked through for the sum of a list
_SUM = re.compile(r"合计|共计|总计")
_BY = re.compile(r"\s*[，,（(]?\s?(?:主要)?由")
_COMPOSED = re.compile(r"[^，。；\d]{0,10}(?:组成|构成)")


def opener(sentence: Sentence, index: int) -> str:
    """The words that open a list at that figure of a sentence, "" where none does."""
    first = sentence.mentions[index]
    previous = sentence.mentions[index - 1] if index else None
    if first.kind not in ("amount", "count"):
        return ""
    if previous is None:
        match = _CARRIED.match(first.before)
        return match[0] if match else ""
    if match := OPENER.search(first.before):
        summed = "用于" in match[0] and _summed(sentence, index)
        return "" if summed or _NEXT.search(first.before, match.end()) else match[0]
    return _counted(previous, first) or _composed(sentence, first) or _unsaid(previous, first)


def _summed(sentence: Sentence, index: int) -> bool:
    """Whether the list ends with its own sum (主要用于：…，合计…), which SUM002 holds it against."""
    return any(_SUM.search(m.label) for m in sentence.mentions[index + 1 : index + _FAR])


def _composed(sentence: Sentence, first: Mention) -> str:
    """由 before the first part, 组成 behind the last."""
    if not _BY.match(first.before):
        return ""
    alike = [m for m in sentence.mentions if m.start >= first.start and m.kind == first.kind]
    text = sentence.passage.text
    said = any(_COMPOSED.match(text, m.end, sentence.end) for m in alike[1:])
    return COMPOSED if said else ""


def _unsaid(previous: Mention, first: Mention) -> str:
    """What opens a list without one of its words: 共 before it, a bracket, 中，."""
    if _ALTOGETHER.search(previous.label) and first.figure.unit == previous.figure.unit:
        return "共"
    if first.depth > previous.depth and re.match(r"\s*[（(]", first.before):
        return "（"
    return "中，" if re.match(r"[^，。]*中[，：:]", first.before) else ""


def _counted(previous: Mention, first: Mention) -> str:
    """共三项：, or 共3项： where the count is a figure of its own."""
    if match := COUNTING.search(first.before):
        return match[0]
    told = previous.figure.unit.name in _KINDS and _DIGITS.search(previous.label)
    listed = told and first.kind == "amount" and _COLON.match(first.before)
    return COUNTED if listed else ""


def of_another(whole: Mention, first: Mention, opened: str) -> bool:
    """Whether the words before 包括 name another whole (收入包括：…；支出包括：…)."""
    if opened == "中，":
        return False
    said = re.split(r"[，。；：:、]", first.before.partition(opened)[0])[-1]
    subject = _SUBJECT.search(said)
    return subject is not None and subject[1] not in whole.label


def set_apart(first: Mention, opened: str) -> bool:
    """Whether a list is set off by ： or a bracket, so that ； may divide its parts."""
    said = first.before.rpartition(opened)[2]
    return opened not in RUNNING or bool(re.match(r"\s*[：:]", said))
