"""Taking in (接件): choose the item, then one form for applicant, situation and materials."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from kaocheng.cases.states import Channel
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.models import Account
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.cases.assisting import assisting
from kaocheng.site.catalogue.services import published_items, version_in_force
from kaocheng.site.desk.forms import IntakeForm
from kaocheng.site.desk.intake import Brought, take_in

SHOWN = 40


def choose(request: SignedIn) -> HttpResponse:
    """Items in force, narrowed by a word of the name or a part of the number."""
    words = request.GET.get("words", "").strip()
    found = published_items(request.user.county, timezone.localdate())
    for word in words.split():
        found = found.filter(Q(name__icontains=word) | Q(number__icontains=word))
    context = {
        "words": words,
        "items": list(found.defer("search")[:SHOWN]),
        "shown": SHOWN,
        "ticket": request.GET.get("ticket", ""),
    }
    return render(request, "desk/choose.html", context)


def intake(request: SignedIn, item: str) -> HttpResponse:
    """The form for one item; what comes of it is a registered case."""
    try:
        version = version_in_force(county=request.user.county, item=item, on=timezone.localdate())
    except Refusal as refusal:
        raise Http404(str(refusal)) from refusal
    form = IntakeForm(
        *((request.POST, request.FILES) if request.method == "POST" else (None, None)),
        version=version,
        windows=_windows(request.user),
        assisting=assisting(request.user.county),
        initial={"ticket": request.GET.get("ticket", "")},
    )
    repeated = bool(form["again"].data)
    if request.method == "POST" and form.is_valid():
        try:
            row = take_in(brought=_brought(item, form), by=request.user, at=timezone.now())
        except Refusal as refusal:
            form.add_error(None, str(refusal))
            form.refused = refusal.code
            repeated = refusal.code == "case.repeated"
        else:
            messages.success(request, f"已登记办件 {row.number}。请当场决定是否受理。")
            return redirect("desk:case", row.number)
    context = {"version": version, "form": form, "repeated": repeated}
    return render(request, "desk/intake.html", context, status=422 if form.errors else 200)


def _brought(item: str, form: IntakeForm) -> Brought:
    told = form.cleaned_data
    return Brought(
        item=item,
        person=form.person,
        channel=Channel(told["channel"]),
        window=told["window"],
        ticket=told["ticket"],
        situations=form.situations,
        received=form.received,
        extra=form.extra,
        seen=form.seen,
    )


def _windows(account: Account) -> list[str]:
    """The windows this person sits at today."""
    held = account.posts.held_on(timezone.localdate()).exclude(window="")
    return sorted(set(held.values_list("window", flat=True)))
