"""Papers of a case (办件文书签发): what its events ask for and has not been issued is put into words.

The moves themselves only note the paper, so that the window does not wait for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from kaocheng.cases.moving import evolve
from kaocheng.cases.records import Case
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.cases.services.history import events_of
from kaocheng.site.cases.services.versions import pinned
from kaocheng.site.law.services import calendar_in_force
from kaocheng.site.papers.models import StoredPaper
from kaocheng.site.papers.services.events import issue_papers


def issue_case_papers(*, county: str, number: str, at: datetime) -> int:
    """Issue every paper of a case that has not been issued; how many that were, 0 for no such case."""
    row = StoredCase.objects.filter(county=county, number=number).first()
    if row is None:
        return 0
    held = StoredPaper.objects.of_case(county, number).values_list("slip", flat=True)
    owed = {paper.number for paper in row.record().papers} - set(held)
    return sum(_issued(row, owed, at)) if owed else 0


def _issued(row: StoredCase, owed: set[str], at: datetime) -> Iterator[int]:
    version = pinned(row.county, row.item, row.version, row.pinned)
    calendar, case = calendar_in_force(), None
    for event in events_of(county=row.county, number=row.number):
        case = evolve(case, event)
        if event.facts.get("paper") and _slip(case) in owed:
            papers = issue_papers(
                case=case, version=version, event=event, calendar=calendar, code=row.code, at=at
            )
            yield len(papers)


def _slip(case: Case) -> str:
    return case.papers[-1].number
