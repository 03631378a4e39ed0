"""Papers that are still to be put into words (待签发文书): by whoever looks first, or by the round.

A move only notes that it issues a paper, so that the window does not wait for the words. They follow from
the events alone: whoever asks for the papers of a case has them issued. The app of the cases knows how; the
settings name it (`CASE_PAPERS`).
"""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string

from kaocheng.site.audit.models import StoredEvent
from kaocheng.site.papers.models import StoredCursor

_AT_ONCE = 2000
_MARK = '"paper":'
_NAME = "papers"


def issue_outstanding(*, county: str, case: str, at: datetime) -> int:
    """Issue what a case still owes; how many papers that were."""
    return int(import_string(settings.CASE_PAPERS)(county=county, number=case, at=at))


def issue_recent(*, county: str, at: datetime) -> int:
    """Issue what the events since the last round ask for; how many papers that were."""
    cursor, _ = StoredCursor.objects.get_or_create(county=county, name=_NAME)
    rows = StoredEvent.objects.filter(county=county, pk__gt=cursor.last).order_by("pk")
    found = list(rows.values_list("pk", "stream", "facts")[:_AT_ONCE])
    cases = dict.fromkeys(
        stream.removeprefix("case/")
        for _, stream, facts in found
        if stream.startswith("case/") and _MARK in facts
    )
    issued = sum(issue_outstanding(county=county, case=case, at=at) for case in cases)
    if found:
        with transaction.atomic():
            StoredCursor.objects.filter(pk=cursor.pk, last=cursor.last).update(last=found[-1][0])
    return issued
