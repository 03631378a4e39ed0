"""The extract of one document (摘录): what documents of the same office may be held against."""

from __future__ import annotations

import re
from collections import Counter

from kaocheng.disclosure.between.changes import by_change
from kaocheng.disclosure.between.extents import level, regrouped, restated, units
from kaocheng.disclosure.between.lastyear import in_columns, in_sentences
from kaocheng.disclosure.between.printing import prints
from kaocheng.disclosure.between.telling import own
from kaocheng.disclosure.bodies import first_lines
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.extracts import Extract, Told

_LINES = 12
_YEAR = re.compile(r"(?<![\d与比较至])(20\d\d)年")


def extract(statement: Statement) -> Extract | None:
    """The comparable part of a document; None without office or year, and of a blank template."""
    profile = statement.profile
    year = sure_year(statement)
    if not profile.body or year is None or profile.template:
        return None
    return Extract(
        file=statement.document.file,
        kind=profile.kind,
        body=profile.body,
        year=year,
        level=level(statement),
        units=units(statement),
        restated=restated(statement),
        regrouped=regrouped(statement),
        told=_told(statement, year),
        prints=tuple(prints(statement, year)),
    )


def sure_year(statement: Statement) -> int | None:
    """The year of the document where its first lines name it, or no other year is half as frequent."""
    year = statement.profile.year
    titles = "".join("".join(first_lines(statement.document, _LINES)).split())
    if year is not None and f"{year}年" in titles:
        return year
    named = Counter(int(y) for s in statement.sentences for y in _YEAR.findall(s.text))
    others = max((count for other, count in named.items() if other != year), default=0)
    return year if year is not None and named[year] > 2 * others else None


def _told(statement: Statement, year: int) -> tuple[Told, ...]:
    return (
        *own(statement, year),
        *in_columns(statement, year),
        *in_sentences(statement, year),
        *by_change(statement, year),
    )
