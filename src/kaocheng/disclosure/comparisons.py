"""Comparisons (比较): an amount, the one it is compared with, the change and its rate, read together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from kaocheng.disclosure.context import before, essence, is_change
from kaocheng.disclosure.references import COMPARED, EARLIER, PLAN
from kaocheng.disclosure.sentences import Mention, Sentence

_UP = re.compile(r"增|上升|提高|提升|多|超|追加|升高")
_DOWN = re.compile(r"减|下降|降|少|低|压缩|节约|节省|缩|精简")
_LEVEL = re.compile(r"\s?[）)]?的?(?:相比)?(?P<word>持平|一致|相同|相等)")
_BREAK = re.compile(r"[；;。]")
_RATE = re.compile(r"(?:节约|节支|精简|压缩|压减|[增减降]长?)[率幅]度?(?:为|达|是)?\Z")
_SAVED = re.compile(
    r"(?:比预算|较预算)?(?:节约|节省|节支|超额完成|超收|短收|超支)(?:资金|金额|经费|支出)?(?:了|为)?\Z"
)
_BUDGET = re.compile(
    r"(?:预算|计划|目标)(?:数|安排|金额|总额|采购)?(?:为|是|共)?\Z|(?:预算|计划).{0,4}\Z"
)
_WITH_BUDGET = re.compile(
    r"(?:比|较|与|同)(?P<kind>年初|全年|调整后?)?(?:部门)?预算(?:数|安排)?(?:相比)?"
    r"(?:增|减|超|下降|降|上升|多|少|节|压)"
)
_EMPTY = re.compile(
    r"相?[比较与]于?|相比|上年度?|去年|同期|年初|期初|期末|部门|全年|调整后?|本年|当年|其中"
    r"|实际|支出决算|决算|预算|执行|安排|完成|投入|达到|20\d\d|年度?|成交|中标|合同|采购|金额|总额|资金|数|为|是|的|共|均"
)
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Comparison:
    """`now` compared with `was`; `change` between them, `rates` of it; each None where not printed."""

    sentence: Sentence
    now: Mention | None
    was: Mention
    change: Mention | None
    rates: tuple[Mention, ...]

    @property
    def falls(self) -> bool:
        """Whether the words say that `now` is less than `was`."""
        told = [m for m in (self.change, *self.rates) if m]
        return any(falls(m) for m in told[:1])


def levels(sentence: Sentence) -> Iterator[tuple[Mention, Mention, tuple[int, int]]]:
    """An amount, the one behind it that it is said to be level with, where the word stands (与A持平)."""
    for now, was in pairwise(sentence.mentions):
        level = not (now.refers or is_change(now) or is_change(was)) and _same(now, was)
        match = _LEVEL.match(sentence.passage.text, was.end)
        if level and was.refers == COMPARED and match:
            yield now, was, match.span("word")


def turned(told: Comparison) -> bool:
    """Whether the two amounts lie exactly the change apart, but the other way than the words say."""
    if told.now is None or told.change is None or told.change.figure.base <= 0:
        return False
    gap = told.now.figure.base - told.was.figure.base
    return abs(gap) == told.change.figure.base and (gap < 0) != told.falls


def falls(mention: Mention) -> bool:
    """Whether the words right before a change or a rate speak of less."""
    words = mention.label or mention.before
    up, down = _last(_UP, words), _last(_DOWN, words)
    return down > up


def _last(pattern: re.Pattern[str], words: str) -> int:
    return max((match.start() for match in pattern.finditer(words)), default=-1)


def is_rate(mention: Mention) -> bool:
    """Whether a percentage tells how much something grew, fell or was saved."""
    ratio = mention.figure.unit.is_ratio
    return ratio and (mention.kind == "growth" or bool(_RATE.search(mention.label)))


def comparisons(group: list[Sentence]) -> Iterator[Comparison]:
    """Every comparison of a paragraph whose earlier amount, budget or plan is printed."""
    for sentence in group:
        taken: set[int] = set()
        for index, mention in enumerate(sentence.mentions):
            if mention.refers in (COMPARED, EARLIER) and not mention.figure.unit.is_ratio:
                found = _from_base(group, sentence, index)
            elif is_change(mention) and id(mention) not in taken:
                found = _from_change(group, sentence, index)
            else:
                found = None
            if found and (found.change or found.rates):
                taken |= {id(m) for m in (found.change, *found.rates) if m}
                yield found


def _from_base(group: list[Sentence], sentence: Sentence, index: int) -> Comparison | None:
    """比A增加C，增长p%; 上年A，同比增加C; （上年为A）; 上年A，本年N，增加C."""
    was = sentence.mentions[index]
    previous = sentence.mentions[index - 1] if index else None
    bracketed = previous is not None and was.depth > previous.depth
    rest = sentence.mentions[index + 1 :]
    if was.refers == EARLIER and rest and _is_present(rest[0], was):
        return Comparison(sentence, rest[0], was, *_told(rest[1:], was))
    change, rates = _told(rest, was)
    if bracketed and previous and is_change(previous) and change is None:
        change = previous
    beside = previous is not None and _same(previous, was) and not previous.refers
    if was.refers == EARLIER and not bracketed and change is None and not beside:
        return None
    return Comparison(sentence, _now(group, sentence, was, change, rest), was, change, rates)


def _is_present(mention: Mention, was: Mention) -> bool:
    """Whether an amount is this year's, of the same name, told right behind last year's."""
    said = re.match(r"\s*[，,]\s?(?:而)?(?:本年|今年|当年|20\d\d\s?年)", mention.before)
    level = _same(mention, was) and not mention.refers and not is_change(mention)
    name = _EMPTY.sub("", essence(mention.label))
    return bool(said) and level and (not name or name == _name(was))


def _told(rest: tuple[Mention, ...], was: Mention) -> tuple[Mention | None, tuple[Mention, ...]]:
    """The change and the rates right behind the amount they are reckoned from."""
    change: Mention | None = None
    rates: list[Mention] = []
    for mention in rest:
        if _BREAK.search(mention.before) or (mention.refers and not rates):
            break
        if is_rate(mention):
            rates.append(mention)
        elif change is None and not rates and _is_difference(mention, was):
            change = mention
        else:
            break
    return change, tuple(rates[:1])


def _is_difference(mention: Mention, was: Mention) -> bool:
    return _same(mention, was) and is_change(mention) and not re.search("其中", mention.before)


def _same(one: Mention, two: Mention) -> bool:
    return one.figure.unit.dimension == two.figure.unit.dimension


def _now(
    group: list[Sentence],
    sentence: Sentence,
    was: Mention,
    change: Mention | None,
    rest: tuple[Mention, ...],
) -> Mention | None:
    """The present amount: of the name of the earlier one, else the nearest that fits, else the nearest."""
    first = min(m.start for m in (was, change) if m)
    earlier = [
        m
        for m in before(group, was)
        if _same(m, was) and not m.refers and not is_change(m) and m.start < first
    ]
    here = [m for m in earlier if m.start >= sentence.start]
    name = _name(was)
    named = [m for m in here or earlier[:1] if len(name) >= _FEWEST and name in essence(m.label)]
    near = [m for m in here if m.depth <= was.depth]
    fitting = [m for m in named or near if change is None or _apart(m, was, change)]
    return next(iter(fitting or named or near[:1] or _after(rest, was)), None)


def _after(rest: tuple[Mention, ...], was: Mention) -> list[Mention]:
    """与上年A相比增加C，增长p%，达到N."""
    reached = re.compile(r"(?:达到?|[为至])\Z")
    return [m for m in rest[:3] if _same(m, was) and reached.search(m.label)][:1]


def _name(was: Mention) -> str:
    return _EMPTY.sub("", essence(was.label))


def _apart(now: Mention, was: Mention, change: Mention) -> bool:
    gap = abs(now.figure.base - was.figure.base)
    return gap == abs(change.figure.base)


def _from_change(group: list[Sentence], sentence: Sentence, index: int) -> Comparison | None:
    """预算A，决算N，比预算减少C; 预算A，决算N，节约C."""
    change = sentence.mentions[index]
    match = _WITH_BUDGET.search(essence(change.label))
    saved = _SAVED.fullmatch(essence(change.label))
    if change.figure.unit.is_ratio or not (match or saved):
        return None
    levels = [
        m
        for m in before(group, change)
        if _same(m, change) and not is_change(m) and m.refers in ("", PLAN)
    ]
    kind = (match["kind"] or "") if match else ""
    pair = _planned(levels[:2], kind)
    rates = tuple(m for m in sentence.mentions[index + 1 : index + 2] if is_rate(m))
    return Comparison(sentence, pair[0], pair[1], change, rates) if pair else None


def _planned(levels: list[Mention], kind: str) -> tuple[Mention, Mention] | None:
    """The outcome and its budget, told side by side, of one name."""
    budgets = [m for m in levels if m.refers == PLAN or _BUDGET.search(m.label)]
    spent = [m for m in levels if m not in budgets]
    if len(budgets) != 1 or len(spent) != 1 or kind not in budgets[0].label:
        return None
    name = _EMPTY.sub("", essence(spent[0].label))
    said = not name or name in essence(budgets[0].label) or budgets[0].refers == PLAN
    return (spent[0], budgets[0]) if said else None
