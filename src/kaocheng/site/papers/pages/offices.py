"""Pages of offices (发文机关): in whose name departments issue their papers."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.catalogue.services import department_titles
from kaocheng.site.papers.forms import OfficeForm
from kaocheng.site.papers.models import StoredOffice
from kaocheng.site.papers.services import keep_office
from kaocheng.site.papers.services.offices import common_office


def offices(request: SignedIn) -> HttpResponse:
    """Every department, with how it signs; those without their own sign as the county's bureau."""
    kept = {row.unit: row for row in StoredOffice.objects.filter(county=request.user.county)}
    rows = [
        {"unit": unit, "name": name, "office": kept.get(unit)}
        for unit, name in sorted(department_titles(request.user.county).items())
    ]
    return render(request, "papers/offices.html", {"rows": rows, "common": common_office()})


def office(request: SignedIn, unit: str) -> HttpResponse:
    """How one department signs."""
    names = department_titles(request.user.county)
    if unit not in names:
        raise Http404("没有这个部门。")
    row = StoredOffice.objects.filter(county=request.user.county, unit=unit).first()
    common = common_office()
    fresh = {"name": names[unit], "government": common.government, "court": common.court}
    form = OfficeForm(request.POST or None, instance=row, initial=None if row else fresh)
    if request.method == "POST" and form.is_valid():
        try:
            keep_office(
                county=request.user.county, unit=unit, at=timezone.now(), by=request.user,
                role=Role.SYSTEM_MANAGER, **form.cleaned_data,
            )  # fmt: skip
        except Refusal as refusal:
            form.add_error("mark", str(refusal))
        else:
            messages.success(request, "已保存。以后签发的文书按新的写法。")
            return redirect("papers:offices")
    return render(request, "papers/office.html", {"form": form, "unit": unit, "name": names[unit]})
