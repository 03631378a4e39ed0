"""Words for findings (结论的措辞) and the few questions several rules ask of an entry."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from kaocheng.kernel.documents import Passage
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.findings import Outcome, Unjudged
from kaocheng.kernel.numerals import plain, read_number
from kaocheng.kernel.relations import Term
from kaocheng.kernel.units import unit as unit_named
from kaocheng.performance.labels import vocabulary
from kaocheng.performance.quantities import figure_at, measure, quantities
from kaocheng.performance.records import Entry, Indicator, Performance, Scorecard, SelfEvaluation
from kaocheng.performance.rows import filled
from kaocheng.performance.signs import SYMBOLS, sign_in

TIME_UNITS = ("年", "月", "个月", "日", "天", "工作日", "小时")
"""Units in which a target tells how long something takes (时间单位)."""
_PER = re.compile(r"[/／每][\u4e00-\u9fff·]{1,6}$")


def plainly(value: Decimal) -> str:
    """A number without needless noughts: 10 for 10.00, 0.2 for 0.20."""
    return f"{value:f}".rstrip("0").rstrip(".") if "." in f"{value:f}" else f"{value:f}"


def skipped(code: str, because: str) -> Unjudged:
    """The check does not apply, and why."""
    return Unjudged(code, Outcome.NOT_APPLICABLE, because)


def names(items: list[Entry], most: int = 4) -> str:
    """The names in quotation marks, a long list cut short."""
    said = "".join(f"“{short(item.words)}”" for item in items[:most])
    return said + (f"等{len(items)}项" if len(items) > most else "")


def short(text: str, most: int = 24) -> str:
    """A text on one line, cut short for a message."""
    line = re.sub(r"\s+", "", text)
    return line if len(line) <= most else line[: most - 1] + "…"


def sign(indicator: Indicator) -> str:
    """The nature (指标性质) as one of = >= > <= < 定性, "" when none is printed."""
    if indicator.nature and not indicator.nature.blank:
        return SYMBOLS.get(indicator.nature.words, indicator.nature.words)
    return sign_in(indicator.target.words)[0] if indicator.target else ""


def unit_of(indicator: Indicator) -> str:
    """The unit of the target, from its own column or from behind its number."""
    if indicator.unit and not indicator.unit.blank:
        return re.sub(r"\s", "", indicator.unit.words)
    target = target_of(indicator)
    return target.unit.name if target else ""


def target_of(indicator: Indicator) -> Figure | None:
    """The target as one number: the cell alone, or a number with its unit such as ≥116个工作日."""
    if indicator.target is None:
        return None
    if indicator.target.figure:
        return indicator.target.figure
    if (
        indicator.unit
        and not indicator.unit.blank
        and (bare := _bare(indicator.target, indicator.unit))
    ):
        return bare
    found = list(quantities(indicator.target.cell.content))
    rest = _PER.sub("", sign_in(indicator.target.words)[1])
    return found[0].figure if len(found) == 1 and rest == found[0].text else None


def _bare(target: Entry, measured: Entry) -> Figure | None:
    """A number behind its sign (≥95) whose unit stands in a column of its own."""
    number = sign_in(target.words)[1]
    if number == target.words or read_number(number) is None:
        return None
    start = target.cell.text.rfind(number)
    name = re.sub(r"\s", "", measured.words)
    return figure_at(target.cell.content, start, start + len(number), "指标值", unit_named(name))


def amount(figure: Figure, unit: str) -> tuple[Decimal, str]:
    """A figure in base units of a printed unit."""
    factor, base = measure(unit or figure.unit.name)
    return figure.value * factor, base


def actuals(indicator: Indicator) -> list[tuple[Figure, Decimal]]:
    """The actual values that are in the target's unit: the number alone, or those in the text."""
    entry = indicator.actual
    target = target_of(indicator)
    if entry is None or entry.blank or target is None:
        return []
    unit = unit_of(indicator)
    if entry.figure:
        return [(entry.figure, amount(entry.figure, unit)[0])]
    base = measure(unit)[1]
    found = quantities(entry.cell.content)
    return [
        (q.figure, q.figure.value * measure(q.unit)[0]) for q in found if measure(q.unit)[1] == base
    ]


def complete(entries: Iterable[Entry | None]) -> list[Figure]:
    """The figures of all entries, a merged cell counted once; empty when one has no figure."""
    found: dict[int, Figure] = {}
    for entry in entries:
        if entry is None or entry.figure is None:
            return []
        found.setdefault(id(entry.cell), entry.figure)
    return list(found.values())


def scores_of(entries: Iterable[Entry | None]) -> list[Figure]:
    """The figures of those entries that have one, a merged cell counted once."""
    told = {id(e.cell): e.figure for e in entries if e and e.figure}
    return list(told.values())


def terms(figures: list[Figure]) -> tuple[Term, ...]:
    """The figures as terms of a sum."""
    return tuple(Term(figure) for figure in figures)


def full_marks_everywhere(form: SelfEvaluation) -> bool:
    """Whether each indicator that carries points got all of them."""
    pairs = [(i.weight, i.score) for i in form.indicators if i.weight and i.weight.figure]
    return bool(pairs) and all(
        s is not None
        and s.figure is not None
        and w.figure is not None
        and s.figure.value == w.figure.value
        for w, s in pairs
    )


def says_nothing(entry: Entry | None) -> bool:
    """Whether a box says 无."""
    return entry is not None and says_nothing_in(entry.words)


def says_nothing_in(text: str) -> bool:
    """Whether a text is no more than 无."""
    return text.strip() in vocabulary()["words"]["nothing"]


def evades(text: str) -> bool:
    """Whether a text only points elsewhere or keeps a place free (同上、略、/): nothing is said."""
    return text.strip().rstrip("。；，") in vocabulary()["words"]["evasive"]


def unvalued(entry: Entry | None) -> bool:
    """Whether a box says that there is no value: 未取得数据, 未实施."""
    return entry is not None and entry.words.rstrip("。") in vocabulary()["words"]["unvalued"]


def tells(text: str) -> bool:
    """Whether a text says anything of its own: not blank, not 无, not 同上."""
    return bool(text.strip()) and not says_nothing_in(text) and not evades(text)


def passages(performance: Performance) -> Iterator[Passage]:
    """Every passage of the document: paragraphs, then the cells of grids."""
    yield from (p.content for p in performance.document.paragraphs())
    for grid in performance.document.grids():
        for row in grid.rows:
            yield from (cell.content for cell in filled(row))


def paragraphs(performance: Performance) -> Iterator[Passage]:
    """The running text of the document."""
    return (p.content for p in performance.document.paragraphs())


def find(
    pattern: re.Pattern[str], found: Iterator[Passage]
) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Every match of a pattern in passages, full-width digits read as plain ones."""
    for passage in found:
        for match in pattern.finditer(plain(passage.text)):
            yield passage, match


def distinct(cards: tuple[Scorecard, ...]) -> list[list[Scorecard]]:
    """Scorecards that say the same, item by item, put together."""
    groups: dict[tuple[tuple[str, str, str], ...], list[Scorecard]] = {}
    for card in cards:
        key = tuple(
            (i.name.words, i.maximum.words if i.maximum else "", i.score.words if i.score else "")
            for i in card.items
        )
        groups.setdefault(key, []).append(card)
    return list(groups.values())
