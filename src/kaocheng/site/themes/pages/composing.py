"""Pages for the catalogue manager (主题管理): compose a theme, see what it saves, put it online."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from kaocheng.catalogue.themes.compiling import cautions
from kaocheng.catalogue.themes.lists import theme_lists
from kaocheng.catalogue.themes.moving import open_moves
from kaocheng.catalogue.themes.records import Theme, ThemeItem, ThemeState
from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.themes.fieldlines import read_lines, written
from kaocheng.site.themes.forms import ItemForm, ThemeForm
from kaocheng.site.themes.models import StoredTheme
from kaocheng.site.themes.pages.shared import shown, theme_row, tried
from kaocheng.site.themes.services import move_theme, save_theme

_HEAD = ("name", "audience", "lead", "stage", "listed", "summary")


def managed(request: SignedIn) -> HttpResponse:
    """Every theme, whatever its state, and how far the published lists are carried out."""
    rows = StoredTheme.objects.of(request.user.county).order_by("state", "name")
    done = {row.listed: row for row in rows if row.listed}
    lists = [
        {
            "list": told,
            "entries": [(entry, done.get(entry.key)) for entry in told.entries],
            "online": sum(
                entry.key in done and done[entry.key].state == ThemeState.ONLINE.value
                for entry in told.entries
            ),
        }
        for told in theme_lists()
    ]
    return render(request, "themes/managed.html", {"rows": rows, "lists": lists})


def new(request: SignedIn) -> HttpResponse:
    """A new theme; from a list its entry is filled in."""
    start = {"listed": request.GET.get("listed", ""), "name": request.GET.get("name", "")}
    form = ThemeForm(request.POST or None, county=request.user.county, initial=start)
    if request.method == "POST" and form.is_valid():
        number = form.cleaned_data["number"]
        if StoredTheme.objects.of(request.user.county).filter(number=number).exists():
            form.add_error("number", "已有这个编号的主题，请换一个。")
        elif _saved(request, form, Theme(items=(), **form.cleaned_data), None):
            return redirect("themes:theme", number)
    return render(request, "themes/head.html", {"form": form, "row": None})


def head(request: SignedIn, number: str) -> HttpResponse:
    """The head of a theme changed."""
    row = theme_row(request.user.county, number)
    theme = row.record()
    start = {name: getattr(theme, name) for name in _HEAD} | {"number": number}
    form = ThemeForm(request.POST or None, county=row.county, fixed=True, initial=start)
    if request.method == "POST" and form.is_valid():
        told = {name: form.cleaned_data[name] for name in _HEAD}
        if _saved(request, form, replace(theme, **told), row.serial):
            return redirect("themes:theme", number)
    return render(request, "themes/head.html", {"form": form, "row": row})


def theme(request: SignedIn, number: str) -> HttpResponse:
    """One theme compiled: order, savings, shares, cautions, moves."""
    row = theme_row(request.user.county, number)
    record = row.record()
    compiled, why = tried(row.county, record) if record.items else (None, "")
    context = {
        "row": row,
        "theme": record,
        "why": why,
        "moves": open_moves(record),
        "cautions": cautions(compiled, timezone.localdate()) if compiled else (),
        "editable": row.state != ThemeState.ONLINE.value,
    }
    if compiled:
        context |= shown(compiled, row.county)
        labels = [one.title for one in compiled.comparisons]
        context |= {
            "labels": labels,
            "series": {
                "合办": [one.after for one in compiled.comparisons],
                "省去": [max(one.saved, 0) for one in compiled.comparisons],
            },
            "share_rows": [(share.name, share.papers) for share in compiled.shares],
        }
    return render(request, "themes/theme.html", context)


def item(request: SignedIn, number: str, item: str) -> HttpResponse:
    """One item of a theme: its fields, whether it is optional; "new" adds one."""
    row = theme_row(request.user.county, number)
    record = row.record()
    known = next((one for one in record.items if one.item == item), None)
    start = (
        {"item": known.item, "optional": known.optional, "fields_text": written(known.fields),
         "situations": " ".join(known.situations)}
        if known else {}
    )  # fmt: skip
    form = ItemForm(request.POST or None, initial=start)
    form.fields["item"].disabled = known is not None
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        made = ThemeItem(
            told["item"].strip(), read_lines(told["fields_text"]), told["optional"],
            tuple(told["situations"].split()),
        )  # fmt: skip
        items = (
            tuple(made if one.item == made.item else one for one in record.items)
            if any(one.item == made.item for one in record.items)
            else (*record.items, made)
        )
        if _saved(request, form, replace(record, items=items), row.serial):
            return redirect("themes:theme", number)
    return render(request, "themes/item.html", {"form": form, "row": row, "known": known})


@require_POST
def drop(request: SignedIn, number: str, item: str) -> HttpResponse:
    """Take an item out of a theme."""
    row = theme_row(request.user.county, number)
    record = row.record()
    kept = tuple(one for one in record.items if one.item != item)
    _done(request, lambda: save_theme(
        county=row.county, theme=replace(record, items=kept), by=request.user,
        role=Role.CATALOGUE_MANAGER, at=timezone.now(), expected_serial=row.serial,
    ), "已移出主题。")  # fmt: skip
    return redirect("themes:theme", number)


@require_POST
def move(request: SignedIn, number: str, move: str) -> HttpResponse:
    """Move a theme on."""
    row = theme_row(request.user.county, number)
    _done(request, lambda: move_theme(
        county=row.county, number=number, move=move, by=request.user,
        role=Role.CATALOGUE_MANAGER, at=timezone.now(),
    ), "已办好。")  # fmt: skip
    return redirect("themes:theme", number)


def _saved(request: SignedIn, form: ThemeForm | ItemForm, theme: Theme, serial: int | None) -> bool:
    try:
        save_theme(
            county=request.user.county, theme=theme, by=request.user,
            role=Role.CATALOGUE_MANAGER, at=timezone.now(), expected_serial=serial,
        )  # fmt: skip
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return False
    messages.success(request, "已保存。")
    return True


def _done(request: SignedIn, act: Callable[[], object], said: str) -> None:
    try:
        act()
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, said)
