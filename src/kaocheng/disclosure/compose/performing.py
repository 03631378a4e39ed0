"""Performance as the narrative speaks of it (绩效情况): scores, projects, what was monitored."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from kaocheng.disclosure.compose.evaluating import REASONS, TEXTS
from kaocheng.disclosure.compose.facts import BUDGET, Facts, Member
from kaocheng.disclosure.compose.spending import spending, stages
from kaocheng.disclosure.compose.typed import FOUND, WRITTEN, found, names_of, of_check, written
from kaocheng.disclosure.funding import funding
from kaocheng.kernel.faults import Fault
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.lineage import COUNT
from kaocheng.kernel.papers import Sheet
from kaocheng.kernel.places import Place
from kaocheng.kernel.units import unit
from kaocheng.money.records import AccountsYear
from kaocheng.performance.contradicting import Told
from kaocheng.performance.judging import judged
from kaocheng.performance.lifecycle import UNDONE, WHOLE, Goal, PerformanceYear
from kaocheng.performance.papers import parts_about
from kaocheng.performance.results import CardScored, Checked, Evaluated, Evaluations
from kaocheng.performance.selfscore import evaluations
from kaocheng.performance.standards import over_rule
from kaocheng.performance.undone import as_told

_STAGED = {"事前评估项目": "事前评估", "监控项目": "监控"}


@dataclass(frozen=True, slots=True)
class Performed:
    """What performance adds to a paper: scores, the forms by their subject, what must be mended."""

    made: Evaluations
    forms: tuple[tuple[str, Sheet], ...]
    faults: tuple[Fault, ...]


def performed(year: AccountsYear, performance: PerformanceYear) -> Performed:
    """Every score of the year and every form printed from it."""
    money = funding(year)
    told = as_told(performance, names_of(year))
    made = evaluations(told, money)
    faults = judged(performance, money, made, _told(year))
    return Performed(made, parts_about(told, money, made), faults)


def _told(year: AccountsYear) -> Iterator[Told]:
    """What the office typed into the accounts."""
    for key, words in year.texts.items():
        yield Told(TEXTS, 0, key, words)
    for reason in year.reasons:
        yield Told(REASONS, 0, reason.about, reason.words)


def with_performance(facts: Facts, performance: PerformanceYear, done: Performed) -> Facts:
    """The facts with those of performance laid over them."""
    projects = performance.projects()
    listed = {"绩效目标项目": tuple(projects)}
    for name, stage in _STAGED.items():
        staged = {step.subject for step in performance.steps if step.stage == stage}
        listed[name] = tuple(goal for goal in projects if goal.subject in staged)
    counts = {f"{name}数": _count(name, chosen, facts) for name, chosen in listed.items()}
    named = {name: tuple(goal.name for goal in goals) for name, goals in listed.items()}
    whole = _whole(done.made)
    scores = {"整体自评得分": whole.total} if whole and whole.total else {}
    lists = {
        **facts.lists,
        "绩效表": tuple(Member({}, {}) for _ in done.forms),
        "自评项目": tuple(
            _project(item, performance, done.made, facts) for item in done.made.projects
        ),
        "整体": (_department(performance, done.made),),
    }
    return replace(
        facts,
        figures={**facts.figures, **counts, **scores},
        words={
            **facts.words,
            "整体不能评分": _unscored(whole),
            "超出办法": over_rule(performance.edition, "project").get("says", ""),
        },
        names={**facts.names, **named},
        lists=lists,
    )


def _count(name: str, chosen: tuple[Goal, ...], facts: Facts) -> Figure:
    return Figure(
        f"{name}数", Decimal(len(chosen)), unit("个"), 0, str(len(chosen)), Place(""),
        year=facts.year.year, formula=COUNT, records=tuple(f"绩效目标/{goal.subject}" for goal in chosen),
    )  # fmt: skip


def _whole(made: Evaluations) -> CardScored | Evaluated | None:
    """The department as a whole, scored by its scorecard or else by its form."""
    return made.card(WHOLE) or made.department


def _unscored(made: CardScored | Evaluated | None) -> str:
    """The names of what has no data, so that no score can be told; "" where there is a score."""
    if made is None or made.total is not None or made.undone:
        return ""
    return "、".join(item.name for item in made.missing) or "绩效指标"


def _department(performance: PerformanceYear, made: Evaluations) -> Member:
    """The department as a whole: what the unit wrote of it, if it wrote anything."""
    goal = performance.goal(WHOLE)
    figures, words = _spot_check(made, WHOLE)
    return Member(figures, {**(_words(goal) if goal else {"项目代码": ""}), **words})


def _project(
    item: Evaluated, performance: PerformanceYear, made: Evaluations, facts: Facts
) -> Member:
    """One project: its money, its scores by phase, and what the unit wrote of it."""
    subject = item.goal.subject
    figures: dict[str, Figure] = {"自评满分": item.maximum}
    card, assessed = made.card(subject), performance.assessment(subject)
    scores = {"自评得分": item.total, "部门评价得分": card.total if card else None}
    figures |= {name: figure for name, figure in scores.items() if figure}
    phases = {"自评表": item.card["title"], "评价表": card.card["title"] if card else ""}
    checked, words = _spot_check(made, subject)
    if item.funding and item.funding.rows:
        row = item.funding.rows[0]
        figures |= {"项目执行数": row.executed, "年初预算|项目执行数": row.initial}
        figures |= {BUDGET + "项目执行数": row.adjusted, "项目年初预算": row.initial}
    known = [m.words for m in facts.lists["项目"] if m.words["项目代码"] == subject]
    own = known[0] if known else {}
    told = {
        "评价等次": item.grade,
        "不能评分": _unscored(item),
        "未实施": UNDONE if item.undone else "",
        "不能部门评价": _unscored(card),
        "评估结论": assessed.conclusion if assessed else "",
    }
    money = spending(subject, facts.year, item.funding)
    return Member(
        {**figures, **money.figures, **checked},
        {**own, **_words(item.goal), **phases, **told, **money.words, **words},
        {**money.lists, **stages(performance, subject)},
    )


def _spot_check(made: Evaluations, subject: str) -> tuple[dict[str, Figure], dict[str, str]]:
    """The last spot check of a subject: its score, the difference and what it costs, its findings."""
    own = [one for one in made.checks if one.check.subject == subject]
    if not own:
        return {}, {}
    last: Checked = max(own, key=lambda one: one.check.on)
    figures = {"抽查得分": last.theirs, "被抽查得分": last.own, "抽查差异率": last.difference}
    if last.deduction:
        figures["抽查扣分"] = last.deduction
    check = last.check
    words = {word: found(check, word) for word in FOUND}
    sources = {f"{word}出处": of_check(check, word) for word in FOUND}
    return figures, {"抽查单位": check.body, **words, **sources}


def _words(goal: Goal) -> Mapping[str, str]:
    """What the unit wrote, each without its closing stop, "" where it wrote nothing."""
    return {
        "项目": goal.name,
        "绩效目标": goal.subject,
        "项目代码": "" if goal.subject == WHOLE else goal.subject,
        **{word: written(goal, word) for word in WRITTEN},
    }


def forms_about(done: Performed) -> Iterator[tuple[str, Sheet]]:
    """Each form with the code of the project it is about, "" for the department as a whole."""
    for subject, sheet in done.forms:
        yield "" if subject == WHOLE else subject, _noted(sheet)


def _noted(sheet: Sheet) -> Sheet:
    """The form with its note marked as one, so that no reader takes its numbers for headings."""
    bare = sheet.note and not sheet.note.startswith("注")
    return replace(sheet, note=f"注：{sheet.note}") if bare else sheet
