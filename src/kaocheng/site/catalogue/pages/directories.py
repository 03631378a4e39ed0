"""Lists that are kept and published (目录清单): open to everybody; changed and published by the keepers."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone

from kaocheng.catalogue.directories import ListKind, OrderKind, entries_of, list_kinds
from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.catalogue.forms.directories import OrderForm, PublishForm
from kaocheng.site.catalogue.models import StoredDirectory
from kaocheng.site.catalogue.pages.shared import acting
from kaocheng.site.catalogue.pages.shared import departments as choices_of
from kaocheng.site.catalogue.services import (
    department_names,
    order_entries,
    publish_directory,
)
from kaocheng.site.catalogue.services.directories import entries_at, fates_between, orders_of


def directories(request: HttpRequest) -> HttpResponse:
    """Every kind of list with its newest version (清单公开)."""
    rows = {row.kind: row for row in StoredDirectory.objects.filter(county=settings.COUNTY)}
    groups: dict[str, list[tuple[ListKind, StoredDirectory | None]]] = {}
    for kind in list_kinds().values():
        groups.setdefault(kind.group, []).append((kind, rows.get(kind.key)))
    context = {"groups": groups.items(), "may_edit": _may_edit(request)}
    return render(request, "catalogue/directories.html", context)


def directory(request: HttpRequest, kind: str) -> HttpResponse:
    """One published list: entries of a version, and what changed since another (清单)."""
    told = _kind_or_404(kind)
    row = StoredDirectory.objects.filter(county=settings.COUNTY, kind=kind).first()
    last = row.published if row else 0
    version = _asked(request, "version", last) or last
    before = _asked(request, "with", last)
    before = version - 1 if before is None else before
    context = {
        "kind": told,
        "row": row,
        "version": version,
        "before": before,
        "editions": row.editions.order_by("-version") if row else (),
        "edition": row.editions.filter(version=version).first() if row else None,
        "entries": list(entries_at(row, version).values()) if row and version else [],
        "fates": fates_between(row, before, version) if row and 0 <= before < version else (),
        "names": department_names(settings.COUNTY),
        "may_edit": _may_edit(request),
    }
    return render(request, "catalogue/directory.html", context)


def edit(request: SignedIn, kind: str) -> HttpResponseBase:
    """Change the version being prepared, and publish it (清单调整)."""
    told = _kind_or_404(kind)
    row = StoredDirectory.objects.filter(county=request.user.county, kind=kind).first()
    form, publishing = _forms(request, told, row)
    act = {"kind": kind, **acting(request, Role.CATALOGUE_MANAGER)}
    if request.method == "POST" and _made(form, publishing, act):
        messages.success(request, "已保存。" if form.is_bound else "已公布。")
        return redirect("catalogue:edit_directory", kind)
    orders = orders_of(row) if row else ()
    pending = [order for order in orders if row and order.version > row.published]
    context = {
        "kind": told,
        "row": row,
        "form": form,
        "publishing": publishing,
        "orders": list(OrderKind),
        "pending": pending,
        "fates": fates_between(row, row.published, row.published + 1) if row else (),
        "entries": list(entries_of(orders).values()),
        "names": department_names(request.user.county),
    }
    return render(request, "catalogue/edit_directory.html", context)


def _forms(
    request: SignedIn, told: ListKind, row: StoredDirectory | None
) -> tuple[OrderForm, PublishForm]:
    """The form of a change and that of publishing; what was posted is in one of them."""
    serial = row.serial if row else 0
    publishes = "publish" in request.POST
    form = OrderForm(
        request.POST if request.POST and not publishes else None,
        order=_order(request.POST.get("order") or request.GET.get("do", "")),
        kind=told,
        departments=choices_of(request),
        serial=serial,
    )
    publishing = PublishForm(
        request.POST if publishes else None,
        auto_id="id_publish_%s",
        initial={"serial": serial, "on": timezone.localdate()},
    )
    return form, publishing


def _made(form: OrderForm, publishing: PublishForm, act: dict[str, Any]) -> bool:
    """Do what was posted; its form tells why when it is refused."""
    asked: forms.Form = form if form.is_bound else publishing
    if not asked.is_valid():
        return False
    seen = asked.cleaned_data["serial"]
    try:
        if form.is_bound:
            order_entries(orders=form.orders(), expected_serial=seen or None, **act)
        else:
            given = {name: publishing.cleaned_data[name] for name in ("on", "basis")}
            publish_directory(expected_serial=seen, **given, **act)
    except Refusal as refusal:
        asked.add_error(None, str(refusal))
        return False
    return True


def _order(text: str) -> OrderKind:
    return OrderKind(text) if text in set(OrderKind) else OrderKind.ADD


def _kind_or_404(kind: str) -> ListKind:
    if kind not in list_kinds():
        raise Http404("没有这种清单。")
    return list_kinds()[kind]


def _asked(request: HttpRequest, name: str, most: int) -> int | None:
    text = request.GET.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and int(text) <= most else None


def _may_edit(request: HttpRequest) -> bool:
    user = request.user
    return user.is_authenticated and Role.CATALOGUE_MANAGER in user.roles
