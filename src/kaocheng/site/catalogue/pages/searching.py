"""Finding an item and reading its guide (事项检索与办事指南): open to everybody."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from kaocheng.catalogue.codes import code_list
from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.catalogue.forms.searching import SearchForm
from kaocheng.site.catalogue.guiding import guide as guide_of
from kaocheng.site.catalogue.guiding import qr
from kaocheng.site.catalogue.online import open_online
from kaocheng.site.catalogue.pages.turning import turned
from kaocheng.site.catalogue.samplefiles import attached
from kaocheng.site.catalogue.services import (
    department_names,
    department_titles,
    published_items,
    version_in_force,
)


def items(request: HttpRequest) -> HttpResponse:
    """All items in force, narrowed by words and choices (事项目录)."""
    county = settings.COUNTY
    form = SearchForm(request.GET or None, county=county)
    found = published_items(county, timezone.localdate())
    if form.is_bound:
        found = form.narrowed(found)
    names = department_names(county)
    context = {
        "form": form,
        "page": turned(found, request),
        "names": names,
        "themes": code_list("theme").choices if not form.is_asked else (),
    }
    return render(request, "catalogue/items.html", context)


def guide(request: HttpRequest, number: str) -> HttpResponse:
    """The guide of one item, with the materials for the answers in the address (办事指南)."""
    county, today = settings.COUNTY, timezone.localdate()
    try:
        version = version_in_force(county=county, item=number, on=today)
    except Refusal as refusal:
        raise Http404(str(refusal)) from refusal
    address = request.build_absolute_uri(reverse("catalogue:guide", args=[number]))
    context = {
        "guide": guide_of(
            version,
            titles=department_titles(county),
            shorts=department_names(county),
            chosen=answers_in(request),
            on=today,
            files=attached(county, version),
        ),
        "address": address,
        "online": open_online(version),
        "may_apply": not request.user.is_authenticated or Role.APPLICANT in request.user.roles,
        "qr": qr(address),
        "today": today,
    }
    return render(request, "catalogue/guide.html", context)


def answers_in(request: HttpRequest) -> list[str]:
    """The answers chosen on the form, one field a question."""
    return [request.GET.get(name, "") for name in request.GET if name.startswith("answer")]
