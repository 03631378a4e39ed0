"""Hall, floors, zones, rooms, groups and windows (大厅、楼层、功能区、窗口设置)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from kaocheng.hall.appointments import SlotPlan
from kaocheng.hall.places import area_faults
from kaocheng.hall.windows import window_kinds
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.hall import services
from kaocheng.site.hall.forms.places import (
    FloorForm,
    GroupForm,
    HallForm,
    PlanForm,
    ReinstateForm,
    RoomForm,
    SuspendForm,
    WindowForm,
    ZoneForm,
)
from kaocheng.site.hall.models import StoredGroup, StoredHall, StoredWindow
from kaocheng.site.hall.pages.choosing import chosen_day, chosen_hall, halls_of
from kaocheng.site.hall.pages.setup.editing import edit, hall_or_404, who
from kaocheng.site.hall.trees import counts_on, tree_of

_PARTS = ("floor", "zone", "room")


def setup(request: SignedIn) -> HttpResponse:
    """The tree of a hall, and the windows by type on a day (大厅设置)."""
    hall = chosen_hall(request)
    if hall is None:
        return render(request, "hall/setup/none.html")
    tree, day = tree_of(hall), chosen_day(request, timezone.now())
    context = {
        "hall": hall,
        "halls": halls_of(request),
        "tree": tree,
        "day": day,
        "counts": counts_on(tree, day),
        "faults": area_faults(tree),
        "groups": hall.groups.prefetch_related("windows", "plans"),
        "windows": {row.number: row for row in hall.windows.all()},
    }
    return render(request, "hall/setup/tree.html", context)


def edit_hall(request: SignedIn, number: str = "") -> HttpResponseBase:
    """Add a hall or change it."""
    row = hall_or_404(request, number) if number else None
    form = HallForm(request.POST or None, instance=row)
    if row:
        form.fields["number"].disabled = True

    def save(given: Mapping[str, Any]) -> None:
        services.save_hall(**given, **who(request))

    return edit(request, form, save, title="大厅", back=reverse("hall:setup"))


def edit_part(request: SignedIn, number: str, part: str) -> HttpResponseBase:
    """Add a floor, a zone or a room, or change the one with the number given."""
    hall = hall_or_404(request, number)
    if part not in _PARTS:
        raise Http404("没有这个页面。")
    given = {"hall": hall.number, **who(request)}
    if part == "floor":
        form, title = FloorForm(request.POST or None), "楼层"
        return edit(
            request, form, lambda told: services.save_floor(**told, **given), title=title,
            back=_back(hall),
        )  # fmt: skip
    if part == "zone":
        zone = ZoneForm(request.POST or None, hall=hall)
        return edit(
            request, zone, lambda told: services.save_zone(**told, **given), title="功能区",
            back=_back(hall),
        )  # fmt: skip
    room = RoomForm(request.POST or None, hall=hall)
    return edit(
        request, room, lambda told: services.save_room(**told, **who(request)), title="后台用房",
        back=_back(hall),
    )  # fmt: skip


def edit_group(request: SignedIn, number: str, letter: str = "") -> HttpResponseBase:
    """Add a group of tickets or change it."""
    hall = hall_or_404(request, number)
    row = _group(hall, letter) if letter else None
    form = GroupForm(request.POST or None, instance=row, county=hall.county)
    if row:
        form.fields["letter"].disabled = True
    return edit(
        request, form, lambda given: services.save_group(hall=number, **given, **who(request)),
        title="取号业务类别", back=_back(hall),
    )  # fmt: skip


def edit_plan(request: SignedIn, number: str, letter: str) -> HttpResponseBase:
    """Set how a group is booked."""
    hall = hall_or_404(request, number)
    group = _group(hall, letter)
    plan = group.plans.first()
    initial = {"weekdays": ["0", "1", "2", "3", "4"], "minutes": 30, "capacity": 5}
    if plan is not None:
        initial = {**vars(plan), "weekdays": [str(n) for n in plan.weekdays]}
    form = PlanForm(request.POST or None, initial=initial)

    def save(given: Mapping[str, Any]) -> None:
        told = SlotPlan(
            letter, given["opens"], given["closes"], given["minutes"], given["capacity"],
            tuple(int(n) for n in given["weekdays"]),
        )  # fmt: skip
        plans = [told] if given["capacity"] else []
        services.set_plans(hall=number, letter=letter, plans=plans, **who(request))

    return edit(request, form, save, title=f"{group.name}预约放号", back=_back(hall))


def edit_window(request: SignedIn, number: str, window: str = "") -> HttpResponseBase:
    """Add a window or change it."""
    hall = hall_or_404(request, number)
    row = _window(hall, window) if window else None
    form = WindowForm(request.POST or None, instance=row, hall=hall)
    if row:
        form.fields["number"].disabled = True

    def save(given: Mapping[str, Any]) -> None:
        letters = [group.letter for group in given["groups"]]
        services.save_window(**{**given, "groups": letters}, **who(request))

    back = reverse("hall:window", args=[number, window]) if row else _back(hall)
    return edit(request, form, save, title="窗口", back=back)


def window(request: SignedIn, number: str, window: str) -> HttpResponse:
    """One window: what it takes in, its history, and its next change (窗口)."""
    hall = hall_or_404(request, number)
    row = _window(hall, window)
    record = row.record()
    context = {
        "hall": hall,
        "row": row,
        "kind": window_kinds()[row.kind],
        "spells": record.spells,
        "used": any(spell.until is None for spell in record.spells),
    }
    return render(request, "hall/setup/window.html", context)


def suspend(request: SignedIn, number: str, window: str) -> HttpResponseBase:
    """Take a window out of use."""
    row = _window(hall_or_404(request, number), window)
    form = SuspendForm(request.POST or None)
    return edit(
        request, form, lambda told: services.suspend_window(number=window, **told, **who(request)),
        title=f"停用{row.name}", back=reverse("hall:window", args=[number, window]),
    )  # fmt: skip


def reinstate(request: SignedIn, number: str, window: str) -> HttpResponseBase:
    """Put a window to use again."""
    row = _window(hall_or_404(request, number), window)
    form = ReinstateForm(request.POST or None)
    return edit(
        request, form,
        lambda told: services.reinstate_window(number=window, **told, **who(request)),
        title=f"恢复启用{row.name}", back=reverse("hall:window", args=[number, window]),
    )  # fmt: skip


def _back(hall: StoredHall) -> str:
    return f"{reverse('hall:setup')}?hall={hall.number}"


def _window(hall: StoredHall, number: str) -> StoredWindow:
    found = hall.windows.filter(number=number).first()
    if found is None:
        raise Http404("没有这个窗口，或者它不在这个大厅。")
    return found


def _group(hall: StoredHall, letter: str) -> StoredGroup:
    found = hall.groups.filter(letter=letter).first()
    if found is None:
        raise Http404("没有这个业务类别。")
    return found
