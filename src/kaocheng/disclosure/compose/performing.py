"""Performance as the narrative speaks of it (绩效情况): scores, projects, what was monitored."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from kaocheng.disclosure.compose.facts import BUDGET, Facts, Member
from kaocheng.disclosure.compose.typed import WRITTEN, written
from kaocheng.disclosure.funding import funding
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.lineage import COUNT
from kaocheng.kernel.papers import Sheet
from kaocheng.kernel.places import Place
from kaocheng.kernel.units import unit
from kaocheng.money.records import AccountsYear
from kaocheng.performance.lifecycle import WHOLE, Goal, PerformanceYear
from kaocheng.performance.papers import parts
from kaocheng.performance.results import Evaluated, Evaluations
from kaocheng.performance.selfscore import evaluations

_TOP = 4
_STAGED = {"事前评估项目": "事前评估", "监控项目": "监控"}


@dataclass(frozen=True, slots=True)
class Performed:
    """What performance adds to a paper: the scores, and the forms by the project they are about."""

    made: Evaluations
    forms: tuple[Sheet, ...]


def performed(year: AccountsYear, performance: PerformanceYear) -> Performed:
    """Every score of the year and every form printed from it."""
    money = funding(year)
    made = evaluations(performance, money)
    return Performed(made, parts(performance, money, made))


def with_performance(facts: Facts, performance: PerformanceYear, done: Performed) -> Facts:
    """The facts with those of performance laid over them."""
    projects = performance.projects()
    named = {"绩效目标项目": tuple(goal.name for goal in projects)}
    for name, stage in _STAGED.items():
        staged = {step.subject for step in performance.steps if step.stage == stage}
        named[name] = tuple(goal.name for goal in projects if goal.subject in staged)
    counts = {f"{name}数": _count(name, chosen, facts) for name, chosen in named.items()}
    scores = {"整体自评得分": total} if (total := _whole(done.made)) else {}
    lists = {
        **facts.lists,
        "绩效表": tuple(Member({}, {}) for _ in done.forms),
        "自评项目": tuple(_project(item, facts) for item in done.made.projects),
        "整体": (_department(performance),),
    }
    return replace(
        facts,
        figures={**facts.figures, **counts, **scores},
        names={**facts.names, **named},
        lists=lists,
    )


def _count(name: str, chosen: tuple[str, ...], facts: Facts) -> Figure:
    return Figure(
        f"{name}数", Decimal(len(chosen)), unit("个"), 0, str(len(chosen)), Place(""),
        year=facts.year.year, formula=COUNT, records=tuple(f"绩效目标/{n}" for n in chosen),
    )  # fmt: skip


def _whole(made: Evaluations) -> Figure | None:
    """The score of the department as a whole: of its scorecard, or else of its form."""
    cards = [card for card in made.cards if card.subject == WHOLE]
    if cards:
        return cards[0].total
    return made.department.total if made.department else None


def _department(performance: PerformanceYear) -> Member:
    """The department as a whole: what the unit wrote of it, if it wrote anything."""
    goal = performance.goal(WHOLE)
    return Member({}, _words(goal) if goal else {"项目代码": ""})


def _project(item: Evaluated, facts: Facts) -> Member:
    """One project: its money, its score, and what the unit wrote of it."""
    figures: dict[str, Figure] = {"自评得分": item.total, "自评满分": item.maximum}
    if item.funding and item.funding.rows:
        row = item.funding.rows[0]
        figures |= {"项目执行数": row.executed, "年初预算|项目执行数": row.initial}
        figures[BUDGET + "项目执行数"] = row.adjusted
    known = [m.words for m in facts.lists["项目"] if m.words["项目代码"] == item.goal.subject]
    own = known[0] if known else {}
    return Member(figures, {**own, **_words(item.goal), "评价等次": item.grade})


def _words(goal: Goal) -> Mapping[str, str]:
    """What the unit wrote, each without its closing stop, "" where it wrote nothing."""
    return {
        "项目": goal.name,
        "绩效目标": goal.name,
        "项目代码": "" if goal.subject == WHOLE else goal.subject,
        **{word: written(goal, word) for word in WRITTEN},
    }


def forms_about(done: Performed) -> Iterator[tuple[str, Sheet]]:
    """Each form with the code of the project it names, "" for the department as a whole."""
    projects = {item.goal.name: item.goal.subject for item in done.made.projects}
    for sheet in done.forms:
        texts = [box.text for row in (*sheet.head, *sheet.body[:_TOP]) for box in row]
        words = "\n".join((sheet.title, sheet.office, *texts))
        named = [name for name in projects if name in words]
        yield projects[max(named, key=len)] if named else "", _noted(sheet)


def _noted(sheet: Sheet) -> Sheet:
    """The form with its note marked as one, so that no reader takes its numbers for headings."""
    bare = sheet.note and not sheet.note.startswith("注")
    return replace(sheet, note=f"注：{sheet.note}") if bare else sheet
