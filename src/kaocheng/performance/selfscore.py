"""Self-evaluation (绩效自评): every score from evidence by the methods of the year's edition.

A score without evidence is marked and adds nothing; a score by hand needs its reason and a post,
and without evidence it can never be full.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from kaocheng.kernel.faults import Fault
from kaocheng.kernel.figures import Figure
from kaocheng.performance.funding import Funding, ProjectFunding
from kaocheng.performance.grades import Band, grade_of
from kaocheng.performance.indicatorscore import scored
from kaocheng.performance.lifecycle import WHOLE, Goal, Override, PerformanceYear
from kaocheng.performance.making import points, share, total
from kaocheng.performance.methods import Asked, earned
from kaocheng.performance.overriding import overridden
from kaocheng.performance.results import Evaluated, Evaluations, Scored, full_total
from kaocheng.performance.scorecarding import card_scored, given_up_item
from kaocheng.performance.spotcheck import checked
from kaocheng.performance.standards import FORMS, cards_of, form_card, national
from kaocheng.performance.undone import undone

EXECUTION = "预算执行率"
"""The name under which the score for execution may be set by hand."""


def evaluations(year: PerformanceYear, funding: Funding) -> Evaluations:
    """Every score of the year: forms of goals, scorecards, spot checks, and what was refused."""
    whole = year.goal(WHOLE)
    department = evaluated(year, whole, funding) if whole and _formed(year) else None
    projects = tuple(evaluated(year, goal, funding) for goal in year.projects())
    cards = tuple(
        card_scored(year, funding, (key, card), subject, projects)
        for key, card in cards_of(year.edition)
        if card["items"]
        for subject in _subjects(year, card)
    )
    made = Evaluations(department, projects, cards, (), ())
    return replace(made, checks=checked(year, made), faults=_refused(year, made))


def _formed(year: PerformanceYear) -> bool:
    """Whether the department as a whole is evaluated by a form: the edition's, or indicators it set."""
    forms = (card for _, card in cards_of(year.edition) if card.get("form") in FORMS)
    return bool(year.of(WHOLE)) or any(card.get("of") == "whole" for card in forms)


def _subjects(year: PerformanceYear, card: dict[str, Any]) -> tuple[str, ...]:
    if card.get("of") == "project":
        return tuple(goal.subject for goal in year.projects())
    return (WHOLE,)


def evaluated(year: PerformanceYear, goal: Goal, funding: Funding) -> Evaluated:
    """The self-evaluation of one goal."""
    card = form_card(year.edition, "whole" if goal.subject == WHOLE else "project")
    money = funding.projects.get(goal.subject)
    execution = _execution(year, card, goal.subject, funding, money)
    indicators = tuple(scored(year, item) for item in year.of(goal.subject))
    given_up = undone(year, goal.subject) is not None
    if given_up:
        execution = given_up_item(execution) if execution else None
        indicators = tuple(map(given_up_item, indicators))
    every = (*((execution,) if execution else ()), *indicators)
    maximum = total("分值合计", (item.maximum for item in every))
    sum_of = full_total(every) if indicators else None
    grade = grade_of(sum_of.value, _grades(card)) if sum_of else ""
    return Evaluated(goal, card, money, execution, indicators, sum_of, maximum, grade, given_up)


def _grades(card: dict[str, Any]) -> list[Band]:
    told = card.get("grades") or national()["grades"]
    return [Band(grade["name"], Decimal(grade["from"])) for grade in told]


def _execution(
    year: PerformanceYear,
    card: dict[str, Any],
    subject: str,
    funding: Funding,
    money: ProjectFunding | None,
) -> Scored | None:
    """预算执行率: the share of the adjusted budget that was paid, times its points."""
    most = Decimal(card.get("execution_marks", 0))
    if most == 0:
        return None
    blank = Scored(EXECUTION, EXECUTION, (), points(f"{EXECUTION}分值", most, str(most)))
    pair = _amounts(subject, funding, money)
    if pair is None:
        return overridden(year, subject, replace(blank, missing=("全年预算数或执行数",)))
    adjusted, executed = pair
    if adjusted.base == 0:
        return overridden(year, subject, replace(blank, missing=("全年预算数为0，没有执行率",)))
    rate = share(EXECUTION, executed.base / adjusted.base, "[1]/[2]", (executed, adjusted))
    made = earned(Asked(most, {"kind": "ratio"}, (executed, adjusted)))
    score = points(f"{EXECUTION}得分", made.points.low, made.formula, (executed, adjusted))
    done = replace(blank, computed=score, score=score, why=made.why, actual=rate)
    return overridden(year, subject, done)


def _amounts(
    subject: str, funding: Funding, money: ProjectFunding | None
) -> tuple[Figure, Figure] | None:
    if subject == WHOLE:
        found = (funding.figures.get("年度预算总额"), funding.figures.get("部门支出执行数"))
        return (found[0], found[1]) if found[0] and found[1] else None
    row = money.rows[0] if money and money.rows else None
    return (row.adjusted, row.executed) if row else None


def _refused(year: PerformanceYear, made: Evaluations) -> tuple[Fault, ...]:
    """Overrides that were not taken, each with its reason."""
    forms = ((made.department,) if made.department else ()) + made.projects
    taken = {id(i.override) for f in forms for i in f.every}
    taken |= {id(i.override) for card in made.cards for i in (*card.items, *card.later)}
    return tuple(_refusal(item) for item in year.overrides if id(item) not in taken)


def _refusal(item: Override) -> Fault:
    return Fault(
        "绩效自评",
        "",
        item.row,
        "调整得分",
        "" if item.score is None else str(item.score),
        f"“{item.about}”的调整得分没有采用：要有理由和职务，不超过分值；没有证据的不能给满分",
        "补齐理由、职务或证据，或删去调整得分",
    )
