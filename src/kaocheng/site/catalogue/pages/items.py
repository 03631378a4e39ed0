"""The keepers' list of items, and one item with its versions, history and moves (事项管理)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.db.models import OuterRef, Q, Subquery
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone

from kaocheng.catalogue.checking import check
from kaocheng.catalogue.flaws import Flaw
from kaocheng.catalogue.moving import moves
from kaocheng.catalogue.states import Standing, State
from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.naming import people_of
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.audit.models import StoredEvent
from kaocheng.site.base.paging import page_of
from kaocheng.site.catalogue.forms.managing import ItemFilter, ItemForm
from kaocheng.site.catalogue.forms.moves import MoveForm
from kaocheng.site.catalogue.histories import history
from kaocheng.site.catalogue.models import StoredDelegation, StoredItem, StoredVersion
from kaocheng.site.catalogue.pages.shared import acting, departments, item_or_404
from kaocheng.site.catalogue.services import (
    department_names,
    move_item,
    register_item,
    version_of,
)
from kaocheng.site.catalogue.services.standing import moves_open_to


def manage(request: SignedIn) -> HttpResponse:
    """Every item this account manages (事项管理)."""
    form = ItemFilter(request.GET, departments=departments(request))
    found = form.narrowed(StoredItem.objects.visible_to(request.user))
    today = timezone.localdate()
    applies = StoredVersion.objects.filter(item=OuterRef("pk")).in_force(today)
    found = found.annotate(applies=Subquery(applies.values("version")[:1]))
    context = {
        "form": form,
        "page": page_of(found, request, by=("number",)),
        "names": department_names(request.user.county),
        "is_manager": Role.CATALOGUE_MANAGER in request.user.roles,
    }
    return render(request, "catalogue/manage.html", context)


def new(request: SignedIn) -> HttpResponseBase:
    """Put an item into the directory (新增事项)."""
    form = ItemForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        basic = given.pop("basic")
        codes = [("基本编码", basic)] if basic else []
        try:
            row = register_item(codes=codes, **given, **acting(request, Role.CATALOGUE_MANAGER))
        except Refusal as refusal:
            form.add_error("number", str(refusal))
        else:
            messages.success(request, f"已收入目录：{row.name}。")
            return redirect("catalogue:item", row.number)
    return render(request, "catalogue/new.html", {"form": form})


def item(request: SignedIn, number: str) -> HttpResponseBase:
    """One item: what may be done with it, its draft, versions, delegations, history (事项详情)."""
    row = item_or_404(request, number)
    forms = _forms(request, row)
    if request.method == "POST":
        asked = request.POST.get("move", "")
        form = next((one for one in forms if one.move.key == asked), None)
        if form is None:
            raise Refusal("item.state", *_refused(row, asked))
        if _made(request, row, form):
            begins = form.move.target is State.FILLING and form.move.own
            return redirect("catalogue:draft" if begins else "catalogue:item", number)
    return render(request, "catalogue/item.html", _whole(request, row, forms))


def _whole(request: SignedIn, row: StoredItem, forms: list[MoveForm]) -> dict[str, Any]:
    """What the page of an item shows: its draft with the faults in it, versions, delegations, history."""
    draft = row.versions.filter(standing=Standing.DRAFT).select_related("written").first()
    flaws = check(version_of(draft)) if draft else ()
    today = timezone.localdate()
    events = StoredEvent.objects.of(row.county, f"item/{row.number}").order_by("-serial")[:50]
    people = people_of(row.county, (event.actor for event in events))
    names = department_names(row.county)
    return {
        "item": row,
        "forms": forms,
        "draft": draft,
        "flaws": flaws,
        "errors": _errors(flaws),
        "may_fill": bool(row.unit) and row.unit == request.user.unit,
        "versions": row.versions.exclude(standing=Standing.DRAFT).order_by("-version"),
        "applies": row.versions.in_force(today).first(),
        "delegations": _delegations(row),
        "history": history(events, names, people),
        "names": names,
        "today": today,
    }


def _forms(request: SignedIn, row: StoredItem) -> list[MoveForm]:
    """A form for each move this account may make now."""
    today, choices = timezone.localdate(), departments(request)
    made = []
    for move, role in moves_open_to(row, request.user, today):
        data = request.POST if request.POST.get("move") == move.key else None
        made.append(
            MoveForm(
                data, move=move, role=role, departments=choices, today=today, serial=row.serial
            )
        )
    return sorted(made, key=lambda form: form.danger)


def _made(request: SignedIn, row: StoredItem, form: MoveForm) -> bool:
    """Make the move of a form; the form tells why when it cannot be made."""
    if not form.is_valid():
        return False
    try:
        move_item(
            number=row.number,
            move=form.move.key,
            given=form.given(),
            expected_serial=form.cleaned_data["serial"],
            **acting(request, form.role),
        )
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return False
    messages.success(request, f"已{form.move.title}。")
    return True


def _refused(row: StoredItem, asked: str) -> tuple[str, str]:
    if asked not in moves():
        raise Http404("没有这种办理。")
    title = moves()[asked].title
    return f"事项 {row.number} 现在是“{row.state}”，您不能{title}。", "请刷新页面，看最新状态。"


def _errors(flaws: Iterable[Flaw]) -> int:
    return sum(flaw.is_error for flaw in flaws)


def _delegations(row: StoredItem) -> Iterable[StoredDelegation]:
    rows = StoredDelegation.objects.filter(county=row.county, item=row.number)
    going_on = Q(until__isnull=True) | Q(until__gte=timezone.localdate())
    return rows.filter(going_on).order_by("target")
