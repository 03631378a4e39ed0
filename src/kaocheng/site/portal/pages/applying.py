"""Applying (网上申请): the questions first, then the materials they ask for."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme, urlencode

from kaocheng.catalogue.records import ItemVersion
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.models import Account
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.applicants.kinds import consent_text
from kaocheng.site.applicants.models import StoredApplicant
from kaocheng.site.applicants.services import give_consent, register_self
from kaocheng.site.catalogue.online import open_online
from kaocheng.site.catalogue.services import version_in_force
from kaocheng.site.portal.applying import apply_online
from kaocheng.site.portal.forms import MaterialsForm, ProfileForm, SituationForm


def applicant_for(account: Account) -> StoredApplicant | None:
    """The applicant an account is, None before it has said."""
    found: StoredApplicant | None = (
        StoredApplicant.objects.of(account.county).filter(account=account).first()
    )
    return found


def profile(request: SignedIn) -> HttpResponse:
    """Who I am; asked before the first application."""
    form = ProfileForm(request.POST or None)
    known = applicant_for(request.user)
    if known is not None:
        return redirect(_onward(request))
    if request.method == "POST" and form.is_valid():
        told = {name: form.cleaned_data[name] for name in form.cleaned_data if name != "told"}
        at = timezone.now()
        try:
            row = register_self(account=request.user, at=at, **told)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            give_consent(
                county=row.county, number=row.number, channel="网上", at=at, by=request.user
            )
            return redirect(_onward(request))
    context = {"form": form, "told": consent_text()}
    return render(request, "portal/profile.html", context, status=422 if form.errors else 200)


def _onward(request: SignedIn) -> str:
    """Where to go on: `next` if it is a page of ours."""
    wanted = request.GET.get("next", "")
    ours = url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()})
    return wanted if ours else "portal:mine"


def apply(request: SignedIn, item: str) -> HttpResponse:
    """The questions of an item, then its materials, then the case."""
    version = _version(request, item)
    applicant = applicant_for(request.user)
    if applicant is None:
        here = urlencode({"next": request.get_full_path()})
        return redirect(f"{reverse('portal:profile')}?{here}")
    asked = SituationForm(request.POST or request.GET or None, version=version)
    if asked.fields and not asked.is_valid():
        context = {"version": version, "form": asked}
        return render(request, "portal/situations.html", context)
    situations = asked.answers() if asked.fields else ()
    posted = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = MaterialsForm(*posted, version=version, situations=situations)
    repeated = bool(form["again"].data)
    if request.method == "POST" and form.is_valid():
        try:
            row = apply_online(
                item=item, applicant=applicant, situations=situations, received=form.received(),
                by=request.user, at=timezone.now(), **form.more(),
            )  # fmt: skip
        except Refusal as refusal:
            form.add_error(None, str(refusal))
            repeated = refusal.code == "case.repeated"
        else:
            messages.success(request, f"已提交，办件编号 {row.number}。")
            return redirect("portal:case", row.number)
    if not repeated:
        form.fields.pop("again")
    context = {"version": version, "form": form, "asked": asked}
    return render(request, "portal/apply.html", context, status=422 if form.errors else 200)


def _version(request: SignedIn, item: str) -> ItemVersion:
    """The version in force, if it can be applied for online."""
    try:
        version = version_in_force(county=request.user.county, item=item, on=timezone.localdate())
    except Refusal as refusal:
        raise Http404(str(refusal)) from refusal
    if not open_online(version):
        raise Http404(f"“{version.name}”没有开通网上办理，请到大厅窗口办理。")
    return version
