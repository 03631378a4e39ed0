"""Residency of departments and letters of authorisation (部门进驻与授权)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from kaocheng.hall.posts import Role
from kaocheng.hall.residency import ALL_ITEMS, authorisation_rate, residency_rate
from kaocheng.kernel.clocks import local_day
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.catalogue.models import StoredDepartment
from kaocheng.site.hall import services
from kaocheng.site.hall.forms.people import LetterForm, ResidencyForm, RevokeForm
from kaocheng.site.hall.items import item_names
from kaocheng.site.hall.models import StoredAuthorisation, StoredResidency, StoredStaff
from kaocheng.site.hall.pages.setup.editing import edit, who
from kaocheng.site.hall.residencies import letters_of, rates_on, residencies_of

READERS = (Role.HALL_SUPERVISOR, Role.INSPECTOR, Role.SYSTEM_MANAGER, Role.DEPARTMENT_MANAGER)


def residencies(request: SignedIn) -> HttpResponse:
    """All departments with their rates, and the two rates of the hall (部门进驻)."""
    county, day = request.user.county, local_day(timezone.now())
    letters = letters_of(county)
    told = [
        {
            "residency": record,
            "here": record.holds_in(day, day),
            "inside": residency_rate([record]),
            "signed": authorisation_rate([record], letters, day),
        }
        for record in residencies_of(county)
        if _may_see(request, record.department)
    ]
    context = {
        "rows": told,
        "day": day,
        "rates": rates_on(county, day),
        "may_edit": _may_edit(request),
    }
    return render(request, "hall/people/residencies.html", context)


def residency(request: SignedIn, department: str) -> HttpResponse:
    """One department: items inside and outside, people, letters (进驻详情)."""
    row = _residency(request, department)
    county, day = row.county, local_day(timezone.now())
    letters = StoredAuthorisation.objects.filter(county=county, department=department)
    people = StoredStaff.objects.filter(county=county, department=department, until__isnull=True)
    people = people.select_related("account")
    record = row.record(tuple(person.account.get_username() for person in people))
    context = {
        "row": row,
        "names": item_names(county, {*row.due, *row.items, *row.excused}),
        "inside": residency_rate([record]),
        "signed": authorisation_rate([record], letters_of(county), day),
        "letters": letters.select_related("account").order_by("-since"),
        "people": people,
        "day": day,
        "may_edit": _may_edit(request),
    }
    return render(request, "hall/people/residency.html", context)


def edit_residency(request: SignedIn, department: str = "") -> HttpResponseBase:
    """Register a residency or change it."""
    row = _residency(request, department) if department else None
    form = ResidencyForm(request.POST or None, instance=row, county=request.user.county)
    if row:
        form.fields["department"].disabled = True

    def save(given: Mapping[str, Any]) -> None:
        names = StoredDepartment.objects.filter(
            county=request.user.county, code=given["department"]
        )
        name = names.values_list("name", flat=True).first() or given["department"]
        services.save_residency(**{**given, "name": name}, **who(request))

    return edit(request, form, save, title="部门进驻登记", back=reverse("hall:residencies"))


def authorise(request: SignedIn, department: str) -> HttpResponseBase:
    """Register a letter of authorisation."""
    row = _residency(request, department)
    form = LetterForm(request.POST or None, county=row.county)

    def save(given: Mapping[str, Any]) -> None:
        told = {key: value for key, value in given.items() if key != "all_items"}
        items = [ALL_ITEMS] if given["all_items"] else given["items"]
        services.authorise(**{**told, "items": items}, department=department, **who(request))

    return edit(
        request,
        form,
        save,
        title=f"{row.name}授权书",
        back=reverse("hall:residency", args=[department]),
    )


def revoke(request: SignedIn, department: str, letter: int) -> HttpResponseBase:
    """Revoke a letter."""
    row = _residency(request, department)
    found = StoredAuthorisation.objects.filter(county=row.county, department=department, pk=letter)
    one = found.first()
    if one is None:
        raise Http404("没有这份授权书。")
    return edit(
        request, RevokeForm(request.POST or None),
        lambda given: services.revoke_authorisation(number=one.number, **given, **who(request)),
        title=f"收回授权书{one.number}", back=reverse("hall:residency", args=[department]),
        note="从收回日期起不能再凭它签发；此前作出的签发不受影响。",
    )  # fmt: skip


def _residency(request: SignedIn, department: str) -> StoredResidency:
    rows = StoredResidency.objects.filter(county=request.user.county, department=department)
    found = rows.order_by("-since").first()
    if found is None or not _may_see(request, department):
        raise Http404("没有这个部门的进驻登记，或者您不能打开它。")
    return found


def _may_see(request: SignedIn, department: str) -> bool:
    """A department's manager sees the own department, the others all."""
    return bool(request.user.roles & set(READERS[:-1])) or request.user.unit == department


def _may_edit(request: SignedIn) -> bool:
    return Role.HALL_SUPERVISOR in request.user.roles
