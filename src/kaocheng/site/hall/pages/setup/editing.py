"""Editing one thing (编辑): a form, a service, and the way back; a refusal stands in the form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone

from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.hall.models import StoredHall

Save = Callable[[Mapping[str, Any]], object]
Kept = dict[str, Any]


def edit(
    request: SignedIn, form: forms.BaseForm, save: Save, *, title: str, back: str, note: str = ""
) -> HttpResponseBase:
    """Show the form, or save what it says and go back."""
    if request.method == "POST" and form.is_valid():
        try:
            save(form.cleaned_data)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "已保存。")
            return redirect(back)
    context = {"form": form, "title": title, "back": back, "note": note}
    status = 400 if form.errors else 200
    return render(request, "hall/setup/form.html", context, status=status)


def do(request: SignedIn, deed: Callable[[], object], *, said: str, back: str) -> HttpResponse:
    """Do one thing without a form and go back; a refusal is shown there."""
    try:
        deed()
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, said)
    return redirect(back)


def who(request: SignedIn) -> Kept:
    """County, account, role and time of whoever sets something (经办)."""
    roles = request.user.roles
    supervises = Role.HALL_SUPERVISOR in roles
    role = Role.HALL_SUPERVISOR if supervises else min(roles)
    return {"county": request.user.county, "by": request.user, "role": role.value,
            "at": timezone.now()}  # fmt: skip


def hall_or_404(request: SignedIn, number: str) -> StoredHall:
    """The hall of the reader's county with this number."""
    found = StoredHall.objects.filter(county=request.user.county, number=number).first()
    if found is None:
        raise Http404("没有这个大厅，或者它不在您的县区。")
    return found
