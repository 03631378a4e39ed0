"""The month's assessment of a county (月度考核): everybody scored by the sheet in force, and what people set."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.db.models import Q
from django.utils import timezone

from kaocheng.hall.assessment import Counts, Ruled, Scored, Sheet, Subject, ranked, scored, sheet_on
from kaocheng.site.cases.names import people_names
from kaocheng.site.hall.models import StoredStaff, StoredWindow
from kaocheng.site.supervision.assessing import Span, Tally, counted
from kaocheng.site.supervision.models import StoredRuling

Own = Mapping[str, Mapping[str, Ruled]]


@dataclass(frozen=True, slots=True)
class Month:
    """A month's assessment (考核月): the span, the sheet in force on its last day, the ranking."""

    span: Span
    kind: Subject
    sheet: Sheet | None
    ranking: Sequence[Scored]

    def of(self, subject: str) -> Scored | None:
        """One subject's result."""
        return next((one for one in self.ranking if one.subject == subject), None)


def month_of(county: str, month: date, kind: Subject, now: datetime) -> Month:
    """Everybody's month, counted now from the records."""
    span = Span(county, month, timezone.localtime(now))
    sheet = sheet_on(span.period.last, settings.ASSESSMENT_SHEETS)
    if sheet is None:
        return Month(span, kind, None, ())
    tallies = {rule.key: counted(span, kind, rule) for rule in sheet.rules if kind in rule.of}
    names = _subjects(span, kind, tallies)
    own = _own(span, kind)
    found = [
        scored(sheet, kind, (key, name), _of(tallies, key), own.get(key, {}))
        for key, name in names.items()
    ]
    return Month(span, kind, sheet, ranked(sheet, found))


def _of(tallies: Mapping[str, Tally], subject: str) -> dict[str, Counts]:
    return {rule: tally[subject] for rule, tally in tallies.items() if subject in tally}


def _own(span: Span, kind: Subject) -> Own:
    """The points set by hand, the last of a line before the earlier ones."""
    rows = StoredRuling.objects.filter(
        county=span.county, month=span.month, kind=kind.value, points__isnull=False
    )
    found: dict[str, dict[str, Ruled]] = defaultdict(dict)
    for row in rows.order_by("decided_at", "id"):
        if row.points is not None:
            found[row.subject][row.rule] = Ruled(row.points, row.reason)
    return found


def _subjects(span: Span, kind: Subject, tallies: Mapping[str, Tally]) -> dict[str, str]:
    """Who is assessed: whoever works there that month, and whoever the records know."""
    known = {subject for tally in tallies.values() for subject in tally}
    if kind is Subject.WINDOW:
        rows = StoredWindow.objects.filter(county=span.county)
        return {row.number: row.name for row in rows if row.number in known or _used(row, span)}
    here = StoredStaff.objects.filter(
        Q(until__isnull=True) | Q(until__gte=span.month),
        county=span.county, since__lte=span.period.last,
    )  # fmt: skip
    known |= set(here.values_list("account__username", flat=True))
    return people_names(sorted(known))


def _used(row: StoredWindow, span: Span) -> bool:
    return any(row.record().in_use(day) for day in (span.month, span.period.last))
