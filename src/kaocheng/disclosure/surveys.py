"""Surveys told in prose (满意度问卷): 收回288份，其中满意201份、基本满意72份、不满意15份, and the rate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from kaocheng.disclosure.context import essence, paragraphs
from kaocheng.disclosure.sentences import Mention
from kaocheng.disclosure.statement import Statement

_RATE = re.compile(r"(?<!不)满意(?:度|率)(?:为|是|达到?)?\Z")
_GRADE = re.compile(
    r"(?:其中|评价为|选择|表示|认为|对服务|、|，)*(?P<grade>非常满意|很满意|十分满意|基本满意|比较满意|较满意|较为满意|满意|一般|不太满意|不满意|非常不满意)的?(?:有|占|共|为)?\Z"
)
_BAD = frozenset({"一般", "不太满意", "不满意", "非常不满意"})
_WHOLE = re.compile(r"收回|回收|有效|发放|发出|抽取|调查|访问|回访|参与")
_REACH = 12
_LEAST = 2


@dataclass(frozen=True, slots=True)
class Survey:
    """The people asked, the answers by grade, those counted as satisfied or "" grades, and the rate."""

    whole: Mention
    answers: tuple[tuple[str, Mention], ...]
    rate: Mention | None

    @property
    def told_in_full(self) -> bool:
        """Whether the grades go down to 不满意, so that they are all the answers."""
        return any(grade in ("不满意", "非常不满意") for grade, _ in self.answers)

    def satisfied(self) -> Iterator[tuple[Mention, ...]]:
        """What may be counted as satisfied, the usual way first: all good grades, then fewer."""
        good = tuple(m for grade, m in self.answers if grade not in _BAD)
        for count in range(len(good), 0, -1):
            yield from combinations(good, count)


def surveys(statement: Statement) -> Iterator[Survey]:
    """Every run of graded answers with the number asked right before it, and the rate behind it."""
    for group in paragraphs(statement):
        mentions = [m for s in group for m in s.mentions if not s.in_table]
        at = 0
        while at < len(mentions):
            run = _run(mentions, at)
            if len(run) >= _LEAST and at and (whole := _whole(mentions[:at], run)):
                yield Survey(whole, tuple(run), _rate(mentions[at + len(run) :]))
            at += max(len(run), 1)


def _run(mentions: list[Mention], at: int) -> list[tuple[str, Mention]]:
    run: list[tuple[str, Mention]] = []
    for mention in mentions[at:]:
        match = _GRADE.fullmatch(essence(mention.label))
        same = not run or mention.figure.unit == run[0][1].figure.unit
        if mention.kind != "count" or mention.figure.approximate or not match or not same:
            break
        run.append((match["grade"], mention))
    return run if len({grade for grade, _ in run}) == len(run) else []


def _whole(earlier: list[Mention], run: list[tuple[str, Mention]]) -> Mention | None:
    """The last number of people or papers asked, of the unit of the answers."""
    unit = run[0][1].figure.unit
    near = [m for m in earlier[-_REACH:] if m.kind == "count" and m.figure.unit == unit]
    told = [m for m in near if _WHOLE.search(m.label)]
    return told[-1] if told and told[-1] is near[-1] else None


def _rate(later: list[Mention]) -> Mention | None:
    told = [m for m in later[:1] if m.figure.unit.is_ratio and _RATE.search(essence(m.label))]
    return told[0] if told else None
