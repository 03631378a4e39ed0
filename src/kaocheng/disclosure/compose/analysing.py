"""What the evaluation reports analyse (绩效分析): projects by kind, indicators reached, scores by group."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from kaocheng.disclosure.compose.detailing import indicator_count, indicators, scored
from kaocheng.disclosure.compose.facts import BUDGET, Facts, Member
from kaocheng.editions.limits import large_surplus
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.lineage import COUNT, TOTAL
from kaocheng.kernel.units import YUAN, Unit, unit
from kaocheng.performance.lifecycle import WHOLE, PerformanceYear
from kaocheng.performance.making import figure, total
from kaocheng.performance.measuring import reached
from kaocheng.performance.results import CardScored, Evaluated, Evaluations, Scored
from kaocheng.performance.scorecarding import maxima

_LASTING, _KINDS = "常年", ("常年项目", "阶段项目")
_ONES = unit("个")
_SPENT = "决算"


def analysed(facts: Facts, performance: PerformanceYear, made: Evaluations) -> Facts:
    """The facts with what the reports' analyses speak of; `facts` already hold the performance."""
    found = {one.name: one for kind in _KINDS for one in _by_kind(facts, kind)}
    counts = [found[f"{kind}数"] for kind in _KINDS]
    every = figure(
        "支出项目数",
        sum((c.value for c in counts), Decimal(0)),
        _ONES,
        formula=TOTAL,
        sources=counts,
    )
    found[every.name] = every
    pair = reached(performance, None)
    if pair:
        found |= {one.name: one for one in pair}
    projects = {item.goal.subject: item for item in made.projects}
    lists = {
        **facts.lists,
        "自评项目": tuple(
            _detailed(member, made.card(code), projects.get(code))
            for member in facts.lists.get("自评项目", ())
            for code in (member.words["项目代码"],)
        ),
        "整体": tuple(
            _detailed(member, made.card(WHOLE), made.department)
            for member in facts.lists.get("整体", ())
        ),
    }
    return replace(facts, figures={**facts.figures, **found}, lists=lists)


def _by_kind(facts: Facts, kind: str) -> Iterator[Figure]:
    """How many projects of a kind were paid for, their budget, their payments, and large surpluses."""
    own = [m for m in facts.lists["项目"] if _of_kind(m, kind) and m.figures.get(_SPENT)]
    codes = (member.words["项目代码"] for member in own)
    records = tuple(f"项目/{code}" for code in codes)
    yield figure(f"{kind}数", Decimal(len(own)), _ONES, formula=COUNT, records=records)
    for name, key in (("全年预算", BUDGET + _SPENT), ("执行数", _SPENT)):
        yield _added(f"{kind}{name}", (m.figures[key] for m in own if key in m.figures), YUAN)
    share = large_surplus(facts.year.year)
    over = [flag for member in own for flag in _surplus(member, share)]
    yield _added(f"{kind}结余率偏高个数", over, _ONES)


def _of_kind(member: Member, kind: str) -> bool:
    return (member.words["项目类型"] == _LASTING) == (kind == _KINDS[0])


def _surplus(member: Member, share: Decimal) -> Iterator[Figure]:
    """1 where more than that share of the budget was left, else 0; nothing without a budget."""
    budget, paid = member.figures.get(BUDGET + _SPENT), member.figures[_SPENT]
    if budget and budget.base:
        over = (budget.base - paid.base) / budget.base > share
        yield figure(
            f"{member.words['项目']}结余率是否超过{share:.0%}（1 是，0 否）",
            Decimal(over),
            _ONES,
            formula=f"1-不超过(([1]-[2])/[1],{share})",
            sources=(budget, paid),
        )


def _added(name: str, parts: Iterable[Figure], measure: Unit) -> Figure:
    added = tuple(parts)
    value = sum((part.value for part in added), Decimal(0))
    made = figure(name, value, measure, formula=TOTAL if added else "0", sources=added)
    return replace(made, decimals=2, text=f"{value:.2f}") if measure.is_money else made


def _detailed(member: Member, card: CardScored | None, form: Evaluated | None) -> Member:
    """The member with its scorecard and its form, group by group."""
    lists = {
        "评分组": tuple(_card_groups(card)) if card and not card.undone else (),
        "指标组": tuple(_form_groups(form)) if form and not form.undone else (),
        **(indicators(form) if form else {}),
    }
    figures = {"绩效指标数": indicator_count(form.indicators)} if form and form.indicators else {}
    return replace(member, lists={**member.lists, **lists}, figures={**member.figures, **figures})


def _card_groups(card: CardScored) -> Iterator[Member]:
    tops, got = dict(maxima(card.items, card.card)), dict(card.parts)
    for name, items in _grouped(card.items):
        yield _group(name, items, tops[name], got[name])


def _form_groups(form: Evaluated) -> Iterator[Member]:
    for name, items in _grouped(form.indicators):
        most = total(f"{name}分值", (item.maximum for item in items))
        got = total(f"{name}得分", (item.score for item in items if item.score))
        yield _group(name, items, most, got)


def _group(name: str, items: Sequence[Scored], most: Figure, got: Figure) -> Member:
    """A group of scores; its own score is known only where all of its items have theirs."""
    known = {"组得分": got} if all(item.score for item in items) else {}
    lists = {
        "评分项": tuple(scored(item) for item in items),
        "满分项": tuple(scored(item) for item in items if _full(item)),
        "未满分项": tuple(scored(item) for item in items if not _full(item)),
    }
    counted = indicator_count(items, f"{name}数")
    return Member({"组分值": most, "组指标数": counted, **known}, {"组": name}, lists)


def _full(item: Scored) -> bool:
    return item.score is not None and item.score.value == item.maximum.value


def _grouped(items: Iterable[Scored]) -> list[tuple[str, list[Scored]]]:
    groups: dict[str, list[Scored]] = {}
    for item in items:
        groups.setdefault(item.path[0], []).append(item)
    return list(groups.items())
