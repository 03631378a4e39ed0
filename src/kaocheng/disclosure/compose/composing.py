"""The entry of composing (编制决算公开): one year of records in, the papers to publish out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kaocheng.disclosure.compose.analysing import analysed
from kaocheng.disclosure.compose.apart import told_apart
from kaocheng.disclosure.compose.declaring import undeclared, unevaluated
from kaocheng.disclosure.compose.evaluating import Evaluator
from kaocheng.disclosure.compose.gathering import gathered
from kaocheng.disclosure.compose.guards import one_sided, undisclosed, unlike_paid, unnamed
from kaocheng.disclosure.compose.missing import Missing, Refused
from kaocheng.disclosure.compose.outline import Writer
from kaocheng.disclosure.compose.patterns import Patterns, patterns
from kaocheng.disclosure.compose.performing import forms_about, performed, with_performance
from kaocheng.disclosure.compose.printing import Printer
from kaocheng.disclosure.compose.strange import strange_names
from kaocheng.kernel.faults import Fault
from kaocheng.kernel.papers import Chart, Paper, Part, Sheet
from kaocheng.money.accounts import sheets
from kaocheng.money.books import Books
from kaocheng.money.records import AccountsYear
from kaocheng.money.rounding import ROUNDINGS, TEXT
from kaocheng.performance.lifecycle import PerformanceYear
from kaocheng.performance.results import Evaluations


@dataclass(frozen=True, slots=True)
class Draft:
    """The papers as far as they can be written (草稿), and what stands against publishing them.

    `missing` is what the narrative lacks; `faults` what is wrong with the year's performance, and
    notes on what is not printed; `made` the scores.
    """

    papers: tuple[Paper, ...]
    missing: tuple[Missing, ...]
    faults: tuple[Fault, ...]
    made: Evaluations | None

    @property
    def errors(self) -> tuple[Fault, ...]:
        """What is wrong with the performance so that nothing may be published."""
        return tuple(fault for fault in self.faults if fault.is_error)


def compose(year: AccountsYear, performance: PerformanceYear | None = None) -> tuple[Paper, ...]:
    """The papers of one year (决算公开文稿): tables, narrative, charts, glossary, attachments.

    Raises Refused with the list of all that is missing or wrong; nothing is published half.
    """
    made = drafted(year, performance)
    if made.missing or made.errors:
        raise Refused(made.missing, made.errors)
    return made.papers


def drafted(year: AccountsYear, performance: PerformanceYear | None = None) -> Draft:
    """The papers of one year with everything that keeps them from being published."""
    known = declared(patterns(year.edition), year)
    books = Books(year)
    facts = gathered(year, books)
    evaluator = Evaluator(known, Printer(known.style))
    about: tuple[tuple[str, Sheet], ...] = ()
    performance = None if unevaluated(year, performance) else performance
    year, performance = told_apart(year, performance)
    done = performed(year, performance) if performance else None
    if performance and done:
        facts = analysed(with_performance(facts, performance, done), performance, done.made)
        about = tuple(forms_about(done))
    writer = Writer(evaluator, sheets(year, rounding=known.style.tables, books=books), about)
    parts = tuple(writer.parts("narrative", facts))
    left_out = (*unnamed(facts), *one_sided(facts), *undeclared(year, performance))
    left_out += (*strange_names(facts), *unlike_paid(facts))
    missing = (*left_out, *evaluator.missing.values(), *_without_tables(year, parts))
    title = "".join(run.text for run in evaluator.runs("{phrase: title}", facts))
    papers = (Paper(title, year.department, year.year, year.edition, parts),)
    faults = (*undisclosed(facts), *(done.faults if done else ()))
    return Draft(papers, missing, faults, done.made if done else None)


def _without_tables(year: AccountsYear, parts: tuple[Part, ...]) -> Iterator[Missing]:
    """A report that holds neither table nor chart is about nothing: there is no project to report."""
    if not any(isinstance(part, Sheet | Chart) for part in parts):
        message = (
            f"按版式 {year.edition} 没有一张表、一幅图可以公开（这个版式只公开项目支出），"
            "请核对“项目”和 year.toml 里的 edition。"
        )
        yield Missing(f"版式|{year.edition}", message, "year.toml")


def declared(known: Patterns, year: AccountsYear) -> Patterns:
    """The patterns with the rounding that the year itself declares (取整规则), if it declares one."""
    rule = ROUNDINGS.get(year.texts.get(TEXT, "").strip())
    return replace(known, style=replace(known.style, tables=rule, shares=rule)) if rule else known
