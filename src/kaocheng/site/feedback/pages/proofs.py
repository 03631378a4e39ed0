"""What proves a measure (佐证): the ratings, invitations or bad ratings counted, the whole and the part."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from kaocheng.feedback.measures import Measure, Share, measures
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.base.paging import page_of
from kaocheng.site.feedback.counting import shares, ticket_facts_of, tickets_of
from kaocheng.site.feedback.models import StoredInvitation, StoredRating
from kaocheng.site.feedback.pages.ratings import rows_of
from kaocheng.site.feedback.pages.statistics import scope_of
from kaocheng.site.feedback.periods import Period, period_of


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be proved (所查指标): the measure, the months, all or only the part."""

    measure: Measure
    period: Period
    only_part: bool

    def context(self, share: Share) -> dict[str, object]:
        """What every page of a proof shows."""
        return {
            "measure": self.measure,
            "period": self.period,
            "only_part": self.only_part,
            "share": share,
        }


def proof(request: SignedIn, key: str) -> HttpResponse:
    """The records that make a measure: the whole, and which of them are the part."""
    measure = measures().get(key)
    if measure is None:
        raise Http404("没有这个指标。")
    period = period_of(request.GET, timezone.localdate(), months=6)
    asked = Asked(measure, period, request.GET.get("part") == "1")
    return _PROOFS[measure.of](request, asked)


def _of_ratings(request: SignedIn, asked: Asked) -> HttpResponse:
    seen = StoredRating.objects.visible_to(request.user)
    whole = seen.within(asked.period.first, asked.period.last).where(asked.measure.whole)
    part = whole.where(asked.measure.part)
    page = page_of(part if asked.only_part else whole, request, by=("-rated_at", "-id"))
    context = asked.context(_share(request, asked))
    context |= {"page": page, "rows": rows_of(request.user.county, page)}
    return render(request, "feedback/proof.html", context)


def _of_invitations(request: SignedIn, asked: Asked) -> HttpResponse:
    seen = StoredInvitation.objects.visible_to(request.user)
    whole = seen.within(asked.period.first, asked.period.last).where(asked.measure.whole)
    part = whole.where(asked.measure.part)
    page = page_of(part if asked.only_part else whole, request, by=("-invited_at", "-id"))
    context = asked.context(_share(request, asked)) | {"page": page}
    return render(request, "feedback/proof_invitations.html", context)


def _of_tickets(request: SignedIn, asked: Asked) -> HttpResponse:
    rows = list(tickets_of(request.user.county, asked.period, scope_of(request.user)))
    pairs = list(zip(rows, ticket_facts_of(rows, timezone.now()), strict=True))
    whole = [pair for pair in pairs if all(c.holds(pair[1]) for c in asked.measure.whole)]
    part = [pair for pair in whole if all(c.holds(pair[1]) for c in asked.measure.part)]
    context = asked.context(Share(asked.measure, len(part), len(whole)))
    context |= {"tickets": [row for row, _ in (part if asked.only_part else whole)]}
    return render(request, "feedback/proof_tickets.html", context)


def _share(request: SignedIn, asked: Asked) -> Share:
    """As the statistics give it."""
    found = shares(request.user.county, asked.period, timezone.now(), scope_of(request.user))
    return found[asked.measure.key]


_PROOFS = {"ratings": _of_ratings, "invitations": _of_invitations, "tickets": _of_tickets}
