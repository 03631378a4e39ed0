"""Patterns written out over the figures of a year."""

from __future__ import annotations

from dataclasses import replace

from kaocheng.disclosure.compose.evaluating import Evaluator
from kaocheng.disclosure.compose.facts import Facts
from kaocheng.disclosure.compose.gathering import gathered
from kaocheng.disclosure.compose.patterns import patterns
from kaocheng.disclosure.compose.printing import Printer
from kaocheng.kernel.lineage import REST, VALUES
from kaocheng.kernel.papers import Run
from kaocheng.money.books import Books
from tests.disclosure.compose.years import ANJU, built

CLASSES = "{each: 类, class}"


def evaluator(**style: object) -> Evaluator:
    """An evaluator of the Sichuan patterns in a changed style."""
    known = patterns("sichuan_2023")
    known = replace(known, style=replace(known.style, **style))  # type: ignore[arg-type]
    return Evaluator(known, Printer(known.style))


def facts(**changed: object) -> Facts:
    """The facts of the example year."""
    year = replace(built(ANJU), **changed)  # type: ignore[arg-type]
    return gathered(year, Books(year))


def text(runs: tuple[Run, ...]) -> str:
    """The words of runs."""
    return "".join(run.text for run in runs)


def test_plain_shares() -> None:
    """Each share is rounded by itself; they need not total 100."""
    assert text(evaluator().runs(CLASSES, facts())).endswith("住房保障支出48.11万元，占4.58%")


def test_last_share_fills_up() -> None:
    """末项倒挤: the last share is what the others leave, and its formula says so."""
    runs = evaluator(shares="last").runs(CLASSES, facts())
    last = runs[-1].figure
    assert text(runs).endswith("住房保障支出48.11万元，占4.57%")
    assert last is not None
    assert (last.formula, len(last.sources)) == (REST, 3)


def test_a_missing_reason_is_asked_for_with_both_numbers() -> None:
    """The clerk reads what changed from what to what, and where to write."""
    writing = evaluator()
    writing.runs("{phrase: change, 收支总计, 收、支总计各}", facts(reasons=()))
    assert [item.message for item in writing.missing.values()] == [
        (
            "“收支总计”本年比上年有增减（本年1179.47万元，上年1094.59万元），"
            "请在“原因说明”表中写明主要原因，说明的数字填“收支总计”。"
        )
    ]


def test_a_missing_last_year_is_asked_for() -> None:
    """Only a body that has last year's figures at all is asked for one that is missing."""
    asked, first = evaluator(), evaluator()
    told = facts()
    known = tuple(entry for entry in told.year.last_year if entry.name != "收支总计")
    asked.runs("{phrase: change, 收支总计, 各}", facts(last_year=known))
    first.runs("{phrase: change, 收支总计, 各}", facts(last_year=()))
    assert "上年|收支总计" in asked.missing
    assert first.missing == {}


def test_typed_numbers_are_figures_of_what_was_typed() -> None:
    """A number in the clerk's own words names the text it stands in; a slot there is worked out."""
    told = facts(texts={"部门职责": "管理86个窗口，收入{本年收入合计}。"})
    typed, slot = (run.figure for run in evaluator().runs("{text: 部门职责}", told) if run.figure)
    assert (typed.text, typed.formula, typed.records) == ("86个", VALUES, ("文字说明/部门职责/1",))
    assert slot.text == "1179.47万元"
