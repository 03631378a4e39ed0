"""RAT008: completion rates of the parts that cannot give the completion rate of the whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kaocheng.disclosure.items import Item, items
from kaocheng.disclosure.sentences import Mention
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.findings import Finding, Outcome, Unjudged
from kaocheng.kernel.reports import Judged
from kaocheng.kernel.rulebook import rule

CODE = "RAT008"


@rule("各项完成率与总完成率矛盾", family="比率", of=Statement)
def completions_agree(statement: Statement) -> Iterator[Finding | Judged | Unjudged]:
    """When the whole is done to 100 %, and all parts but one too, that one is done to 100 % as well."""
    groups: dict[tuple[str, ...], list[Item]] = defaultdict(list)
    for item in items(statement):
        groups[item.section].append(item)
    judged = [thing for group in groups.values() for thing in _judge(statement, group)]
    yield from judged
    if not judged:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有总的和分项的完成率")


def _judge(statement: Statement, group: list[Item]) -> Iterator[Finding | Judged]:
    rates = [(item, rate) for item in group if item.amount and (rate := _rate(item))]
    whole = _whole(statement, group)
    if whole is None or len(rates) < 2:
        return
    values = {rate.figure.base for _, rate in rates}
    if values == {1} != {whole.figure.base}:
        yield Judged(CODE, Outcome.FAILS, "各项完成率与总完成率一致", (whole.figure,))
        yield _whole_wrong(whole)
        return
    odd = [(item, rate) for item, rate in rates if rate.figure.base != whole.figure.base]
    if whole.figure.base == 1 and len(odd) <= 1:
        outcome = Outcome.FAILS if odd else Outcome.HOLDS
        figures = (whole.figure, *(rate.figure for _, rate in rates))
        yield Judged(CODE, outcome, "各项完成率与总完成率一致", figures)
        yield from (_finding(item, rate, whole) for item, rate in odd)


def _rate(item: Item) -> Mention | None:
    mentions = [m for sentence in item.group for m in sentence.mentions]
    return next((m for m in mentions if m.kind == "completion"), None)


def _whole(statement: Statement, group: list[Item]) -> Mention | None:
    first = group[0].group[0].number
    for sentence in reversed(statement.sentences[max(first - 3, 0) : first]):
        for mention in sentence.mentions:
            if mention.kind == "completion":
                return mention
    return None


def _whole_wrong(whole: Mention) -> Finding:
    return Finding(
        code=CODE,
        place=whole.figure.place,
        quote=whole.figure.text,
        written=whole.figure.text,
        expected="100%",
        message=f"所列各项都完成预算 100%，总体不可能是 {whole.figure.text}。",
    )


def _finding(item: Item, rate: Mention, whole: Mention) -> Finding:
    return Finding(
        code=CODE,
        place=rate.figure.place,
        quote=rate.figure.text,
        written=rate.figure.text,
        expected=whole.figure.text,
        message=f"总体完成预算 {whole.figure.text}，其余各项也都是 {whole.figure.text}，"
        f"“{item.name[2]}”不可能是 {rate.figure.text}。",
        related=(whole.figure.place,),
    )
