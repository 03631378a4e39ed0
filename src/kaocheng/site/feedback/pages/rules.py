"""The local rules (好差评本地规则): what holds, on what basis, since when; setting a value from a day on."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from kaocheng.feedback.localrules import local_rules
from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.feedback.forms import RuleForm
from kaocheng.site.feedback.models import StoredLocalValue
from kaocheng.site.feedback.services import rules_on, set_local_value

SETTERS = frozenset({Role.HALL_SUPERVISOR, Role.SYSTEM_MANAGER})
"""Who may set a rule; everybody who reads ratings may look at them."""


def rules(request: SignedIn) -> HttpResponse:
    """Every rule with its value today, its basis, and what is set for later."""
    today = timezone.localdate()
    standing = rules_on(request.user.county, today)
    own = StoredLocalValue.objects.filter(county=request.user.county)
    later = {row.key: row for row in own.filter(since__gt=today).order_by("-since")}
    rows = [
        (rule, standing.say(key), standing.standing[key], later.get(key))
        for key, rule in local_rules().items()
    ]
    context = {"rows": rows, "may_set": bool(request.user.roles & SETTERS)}
    return render(request, "feedback/rules.html", context)


def rule(request: SignedIn, key: str) -> HttpResponse:
    """Set one rule from a day on."""
    told = local_rules().get(key)
    if told is None:
        raise Http404("没有这条本地规则。")
    today = timezone.localdate()
    form = RuleForm(key, request.POST or None, initial={"since": today})
    if request.method == "POST" and form.is_valid() and _set(request, key, form):
        messages.success(request, f"“{told.title}”已设定。")
        return redirect("feedback:rules")
    history = StoredLocalValue.objects.filter(county=request.user.county, key=key)
    context = {
        "rule": told, "form": form, "history": history,
        "now": rules_on(request.user.county, today).say(key),
    }  # fmt: skip
    return render(request, "feedback/rule.html", context)


def _set(request: SignedIn, key: str, form: RuleForm) -> bool:
    role = next(role for role in Role if role in request.user.roles & SETTERS)
    try:
        set_local_value(
            county=request.user.county, key=key, by=request.user, role=role, at=timezone.now(),
            **form.cleaned_data,
        )  # fmt: skip
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return False
    return True
