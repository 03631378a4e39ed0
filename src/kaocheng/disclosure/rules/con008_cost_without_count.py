"""CON008: money was spent and nobody was received or sent, or the other way round."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from kaocheng.disclosure.context import essence, is_level, paragraphs
from kaocheng.disclosure.sentences import Mention, Sentence
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.findings import Finding, Outcome, Unjudged
from kaocheng.kernel.relations import Sum, Term
from kaocheng.kernel.reports import Judged
from kaocheng.kernel.rulebook import rule

CODE = "CON008"
_TOPIC = re.compile(r"国内公务接待|国内接待|外事接待|国（境）外(?:公务)?接待|公务接待|出国")
_COUNTED = {"批次", "批", "人次", "人", "次", "个"}
_ALTOGETHER = re.compile(r"共计支出|共支出|共计金额")
_RECEPTION = re.compile(r"(?:公务接待费(?:支出)?|国内公务接待支出)(?:决算)?(?:数)?(?:为)?\Z")
_HOME = ("国内公务接待", "国内接待")
_AVERAGE = re.compile(r"[人车]均")
_PRICE = re.compile(r"金额\Z")


@rule("费用与批次、人次、辆数对不上", family="前后一致", of=Statement, severity="note")
def cost_without_count(statement: Statement) -> Iterator[Finding | Judged | Sum | Unjudged]:
    """Money without a count, or a count without money, in the text on receptions, trips and cars."""
    found = False
    for group in paragraphs(statement):
        for said in [*_topics(group), *_cars(group)]:
            found = True
            yield from _judge(*said)
        yield from _altogether(group)
    if not found:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有同时写出费用与数量")


def _topics(group: list[Sentence]) -> Iterator[tuple[str, list[Mention], list[Mention]]]:
    """What the paragraph says of each topic: its amounts and its counts, where it has both."""
    spoken = _spoken(group)
    for topic, mentions in spoken.items():
        levels = [m for m in mentions if is_level(m) and m.figure.phase == "决算"]
        own = [m for m in levels if not _AVERAGE.search(m.label)]
        costs = own or (_wholes(group) if topic in _HOME else [])
        counts = [m for m in mentions if m.kind == "count" and m.figure.unit.name in _COUNTED]
        if costs and counts:
            yield topic, costs, counts


def _spoken(group: list[Sentence]) -> dict[str, list[Mention]]:
    """The mentions of a paragraph under the topic named last before each."""
    found: dict[str, list[Mention]] = defaultdict(list)
    text = group[0].passage.text
    topics = list(_TOPIC.finditer(text))
    for mention in (m for sentence in group for m in sentence.mentions):
        named = [match for match in topics if match.end() <= mention.start]
        if named:
            found[named[-1][0]].append(mention)
    return found


def _cars(group: list[Sentence]) -> Iterator[tuple[str, list[Mention], list[Mention]]]:
    """Cars bought, each kind followed by what it cost (轿车1辆、金额18万元)."""
    for one, two in pairwise([m for sentence in group for m in sentence.mentions]):
        if one.figure.unit.name == "辆" and two.kind == "amount" and _PRICE.search(two.label):
            yield one.label, [two], [one]


def _judge(topic: str, costs: list[Mention], counts: list[Mention]) -> Iterator[Finding | Judged]:
    paid, met = any(m.figure.value for m in costs), any(m.figure.value for m in counts)
    outcome = Outcome.HOLDS if paid == met else Outcome.FAILS
    figures = tuple(m.figure for m in (*costs, *counts))
    yield Judged(CODE, outcome, f"“{topic}”有费用就有数量", figures)
    if paid != met:
        wrong = counts[0] if paid else next(iter(costs))
        other = costs[0] if paid else counts[0]
        yield Finding(
            code=CODE,
            place=wrong.figure.place,
            quote=wrong.figure.text,
            written=wrong.figure.text,
            expected="不为零",
            message=f"“{topic}”另一处写 {other.figure.text}，这里写 {wrong.figure.text}，"
            "有费用就应有批次人数，有批次人数就应有费用。",
            related=(other.figure.place,),
        )


def _altogether(group: list[Sentence]) -> Iterator[Sum]:
    """国内公务接待 … 共计支出 is the whole 公务接待费 where nothing was spent abroad."""
    spoken = _spoken(group)
    wholes = _wholes(group)
    home = [m for topic in _HOME for m in spoken.get(topic, []) if _ALTOGETHER.search(m.label)]
    if len(wholes) == len(home) == 1:
        yield _same(home[0], wholes[0])
    abroad = [m for m in spoken.get("外事接待", []) if is_level(m)]
    if len(abroad) == 2 and _ALTOGETHER.search(abroad[1].label):
        yield _same(abroad[1], abroad[0])


def _wholes(group: list[Sentence]) -> list[Mention]:
    """The 公务接待费 of a paragraph, none where it also speaks of receptions abroad."""
    if "国（境）外" in group[0].passage.text:
        return []
    mentions = [m for sentence in group for m in sentence.mentions]
    return [m for m in mentions if is_level(m) and _RECEPTION.search(essence(m.label))]


def _same(one: Mention, two: Mention) -> Sum:
    says = "公务接待的各处支出数一致"
    return Sum(CODE, one.figure, (Term(two.figure),), says, same=True)
