"""Words the clerk typed (填写的文字): their own numbers become figures that name the entry."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.disclosure.compose.grammar import Piece, Unparsable, parsed
from kaocheng.disclosure.numbers import Found, numbers
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.lineage import VALUES
from kaocheng.kernel.papers import Run
from kaocheng.kernel.places import Place
from kaocheng.money.records import AccountsYear
from kaocheng.performance.lifecycle import Goal, PerformanceYear, SpotCheck
from kaocheng.performance.undone import as_told

WRITTEN = {
    "年度目标": "text",
    "目标完成": "done",
    "实施过程": "course",
    "评价结论": "conclusion",
    "存在问题": "problems",
    "改进措施": "measures",
}
"""What a unit writes of a goal: the word of the patterns, the field of the record."""


FOUND = {"抽查问题": "findings", "抽查整改": "measures"}
"""What was written after a spot check: the word of the patterns, the field of the record."""


def of_text(key: str) -> str:
    """Where a free text stands, by the number of an entry."""
    return f"文字说明/{key}"


def of_reason(about: str) -> str:
    """Where a reason stands."""
    return f"原因说明/{about}"


def of_goal(subject: str, word: str) -> str:
    """Where something written of a goal stands; by its code, as two projects may bear one name."""
    return f"绩效目标/{subject}/{word}"


def of_check(check: SpotCheck, word: str) -> str:
    """Where something written after a spot check stands."""
    return f"绩效抽查/{check.subject} {check.on.isoformat()}/{word}"


def found(check: SpotCheck, word: str) -> str:
    """What was written after a spot check, without a closing stop."""
    return trimmed(str(getattr(check, FOUND[word])))


def written(goal: Goal, word: str) -> str:
    """What the unit wrote of a goal, without a closing stop."""
    return str(getattr(goal, WRITTEN[word])).strip().rstrip("。；")


def typed_runs(words: str, source: str, first: int = 1) -> Iterator[Run]:
    """The words with each number that measures something as a figure of its own, counted from `first`."""
    last = 0
    for number, one in enumerate(numbers(words), first):
        if one.start > last:
            yield Run(words[last : one.start])
        text = words[one.start : one.end]
        yield Run(text, _figure(text, one, f"{source}/{number}"))
        last = one.end
    if words[last:]:
        yield Run(words[last:])


def typed_pieces(words: str) -> tuple[Piece, ...]:
    """The clerk's words with the slots in them; raises grammar.Unparsable for a wrong brace."""
    return parsed(words)


def typed_figures(
    year: AccountsYear, performance: PerformanceYear | None = None
) -> Iterator[Figure]:
    """Every number in the words an office typed, as evidence that it typed it."""
    for key, words in year.texts.items():
        yield from _figures(words.strip(), of_text(key))
    for reason in year.reasons:
        yield from _figures(trimmed(reason.words), of_reason(reason.about))
    told = as_told(performance, names_of(year)) if performance else None
    for goal in told.goals if told else ():
        for word in WRITTEN:
            yield from _figures(written(goal, word), of_goal(goal.subject, word))
    for check in performance.checks if performance else ():
        for word in FOUND:
            yield from _figures(found(check, word), of_check(check, word))


def names_of(year: AccountsYear) -> dict[str, str]:
    """The names of the projects by their codes."""
    return {project.code: project.name for project in year.projects}


def trimmed(words: str) -> str:
    """A reason without its closing stop, so that it can end a sentence of ours."""
    return words.strip().rstrip("。；，")


def _figures(words: str, source: str) -> Iterator[Figure]:
    try:
        pieces = typed_pieces(words)
    except Unparsable:
        pieces = (words,)
    first = 1
    for piece in pieces:
        if isinstance(piece, str):
            made = [run.figure for run in typed_runs(piece, source, first) if run.figure]
            first += len(made)
            yield from made


def _figure(text: str, found: Found, record: str) -> Figure:
    return Figure(
        record.split("/")[1],
        found.number.value,
        found.unit,
        found.number.decimals,
        text,
        Place(""),
        approximate=found.approximate,
        formula=VALUES,
        records=(record,),
    )
