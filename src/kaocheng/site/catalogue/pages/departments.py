"""Departments and delegations (部门与下沉)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone

from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.catalogue.forms.managing import DelegationForm, DepartmentForm, EndForm
from kaocheng.site.catalogue.models import StoredDelegation, StoredDepartment, StoredItem
from kaocheng.site.catalogue.pages.shared import acting, towns
from kaocheng.site.catalogue.services import (
    delegate_item,
    department_names,
    end_delegation,
    save_department,
)


def departments(request: SignedIn, code: str = "") -> HttpResponseBase:
    """All departments and towns, and one to register or change (部门)."""
    rows = StoredDepartment.objects.filter(county=request.user.county).order_by("town", "code")
    chosen = rows.filter(code=code).first()
    if code and chosen is None:
        raise Http404("没有这个部门。")
    form = DepartmentForm(request.POST or None, initial=_words(chosen))
    if chosen:
        form.fields["code"].disabled = True
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        if _done(form, lambda: save_department(**given, **acting(request, Role.CATALOGUE_MANAGER))):
            messages.success(request, f"已登记：{given['name']}。")
            return redirect("catalogue:departments")
    context = {"rows": rows, "form": form, "chosen": chosen}
    return render(request, "catalogue/departments.html", context)


def delegations(request: SignedIn) -> HttpResponseBase:
    """What was handed down to which town, and a form to hand down more (下沉)."""
    county = request.user.county
    rows = StoredDelegation.objects.filter(county=county).order_by("target", "item", "since")
    form = DelegationForm(request.POST or None, towns=towns(request))
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        if _done(form, lambda: delegate_item(**given, **acting(request, Role.CATALOGUE_MANAGER))):
            messages.success(request, "已下沉。")
            return redirect("catalogue:delegations")
    items = StoredItem.objects.filter(county=county, number__in={row.item for row in rows})
    context = {
        "rows": list(rows),
        "form": form,
        "names": department_names(county),
        "items": dict(items.values_list("number", "name")),
        "today": timezone.localdate(),
    }
    return render(request, "catalogue/delegations.html", context)


def end(request: SignedIn, number: int) -> HttpResponseBase:
    """Take an item back from a town (收回)."""
    row = StoredDelegation.objects.filter(county=request.user.county, pk=number).first()
    if row is None:
        raise Http404("没有这一项下沉。")
    form = EndForm(request.POST or None, initial={"until": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        act = acting(request, Role.CATALOGUE_MANAGER)
        if _done(form, lambda: end_delegation(number=row.pk, **given, **act)):
            messages.success(request, "已收回。")
            return redirect("catalogue:delegations")
    context = {"form": form, "row": row, "names": department_names(row.county)}
    return render(request, "catalogue/end.html", context)


def _done(form: forms.Form, service: Callable[[], object]) -> bool:
    """Run a service; the form tells why when it refuses."""
    try:
        service()
    except (Refusal, ValidationError) as refusal:
        form.add_error(None, str(refusal) if isinstance(refusal, Refusal) else refusal)
        return False
    return True


def _words(row: StoredDepartment | None) -> dict[str, Any]:
    names = ("code", "name", "short", "credit_code", "nature", "town")
    return {name: getattr(row, name) for name in names} if row else {}
