"""The entry of composing (编制决算公开): one year of records in, the papers to publish out."""

from __future__ import annotations

from dataclasses import replace

from kaocheng.disclosure.compose.evaluating import Evaluator
from kaocheng.disclosure.compose.gathering import gathered
from kaocheng.disclosure.compose.guards import one_sided, unnamed
from kaocheng.disclosure.compose.missing import Refused
from kaocheng.disclosure.compose.outline import Writer
from kaocheng.disclosure.compose.patterns import Patterns, patterns
from kaocheng.disclosure.compose.performing import forms_about, performed, with_performance
from kaocheng.disclosure.compose.printing import Printer
from kaocheng.kernel.papers import Paper, Sheet
from kaocheng.money.accounts import sheets
from kaocheng.money.books import Books
from kaocheng.money.records import AccountsYear
from kaocheng.money.rounding import LAST, PLAIN, TEXT
from kaocheng.performance.lifecycle import PerformanceYear

ROUNDINGS = {"四舍五入": PLAIN, "末项倒挤": LAST}


def compose(year: AccountsYear, performance: PerformanceYear | None = None) -> tuple[Paper, ...]:
    """The papers of one year (决算公开文稿): tables, narrative, charts, glossary, attachments.

    Raises Refused with the list of missing reasons and texts; nothing is published half.
    """
    known = declared(patterns(year.edition), year)
    books = Books(year)
    facts = gathered(year, books, known.style.tables)
    evaluator = Evaluator(known, Printer(known.style))
    about: tuple[tuple[str, Sheet], ...] = ()
    if performance:
        done = performed(year, performance)
        facts = with_performance(facts, performance, done)
        about = tuple(forms_about(done))
    writer = Writer(evaluator, sheets(year, rounding=known.style.tables, books=books), about)
    parts = tuple(writer.parts("narrative", facts))
    missing = (*unnamed(facts), *one_sided(facts), *evaluator.missing.values())
    if missing:
        raise Refused(missing)
    title = "".join(run.text for run in evaluator.runs("{phrase: title}", facts))
    return (Paper(title, year.department, year.year, year.edition, parts),)


def declared(known: Patterns, year: AccountsYear) -> Patterns:
    """The patterns with the rounding that the year itself declares (取整规则), if it declares one."""
    rule = ROUNDINGS.get(year.texts.get(TEXT, "").strip())
    return replace(known, style=replace(known.style, tables=rule, shares=rule)) if rule else known
