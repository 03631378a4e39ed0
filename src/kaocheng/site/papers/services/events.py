"""Papers of a move (办理一步所出的文书): issued with it, in the transaction that stores it."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.urls import NoReverseMatch, reverse

from kaocheng.cases.events import Happening
from kaocheng.cases.papers.contents import contents_of
from kaocheng.cases.papers.kinds import PaperKind
from kaocheng.cases.papers.records import Tracking
from kaocheng.cases.papers.telling import Told, matter_of
from kaocheng.cases.records import Case
from kaocheng.catalogue.records import ItemVersion
from kaocheng.kernel.workdays import WorkCalendar
from kaocheng.site.accounts.models import Account
from kaocheng.site.catalogue.services import department_titles
from kaocheng.site.papers.models import StoredPaper
from kaocheng.site.papers.services.issuing import issue_paper

_NAMING = frozenset({"transfer", "take_decision", "grant", "deny", "request_correction"})
"""Moves whose papers name departments."""
_TRACK = "portal:track_code"
_KINDS_SERVED = ("approval", "rejection", "not_accepted")


def issue_papers(
    *,
    case: Case,
    version: ItemVersion,
    event: Happening,
    calendar: WorkCalendar,
    code: str,
    at: datetime,
    by: Account | None = None,
) -> tuple[StoredPaper, ...]:
    """Issue the papers of an event, none where it has none; `case` is as the event left it.

    They bear the day of the event and the name of whoever made the step. Called again for the same event it
    gives the same papers again.
    """
    if not event.facts.get("paper"):
        return ()
    names = department_titles(case.county) if event.kind in _NAMING else {}
    told = Told(case, version, event, calendar, names, issued_in(case))
    matter = matter_of(case, version, Tracking(code, tracking_address(case.number, code)))
    slip = case.papers[-1].number
    issued = tuple(
        issue_paper(
            county=case.county,
            matter=matter,
            content=content,
            applicant=case.applicant,
            unit=case.unit,
            by=by,
            role=event.role,
            at=at,
            slip=slip,
            dated=event.at,
            signer=event.actor,
        )
        for content in contents_of(told)
    )
    if event.facts["paper"] == PaperKind.REVOCATION:
        _revoke(case)
    return issued


def _revoke(case: Case) -> None:
    decided = StoredPaper.objects.of_case(case.county, case.number)
    decided.filter(kind=PaperKind.APPROVAL.value).update(revoked=True)


def issued_in(case: Case) -> tuple[tuple[str, str], ...]:
    """The decisions of the case so far, as (title, 文号): what is delivered at the end."""
    rows = StoredPaper.objects.of_case(case.county, case.number).standing()
    served = rows.filter(kind__in=_KINDS_SERVED).order_by("issued_at", "id")
    return tuple(served.values_list("title", "number"))


def tracking_address(case: str, code: str) -> str:
    """Where the QR code leads, "" while the site does not know its public address."""
    address = str(settings.PUBLIC_ADDRESS).rstrip("/")
    if not address:
        return ""
    try:
        return address + reverse(_TRACK, args=[case, code])
    except NoReverseMatch:
        return ""
