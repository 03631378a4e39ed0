"""Looking at versions (版本): one as citizens would see it, two side by side, a draft under review."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from kaocheng.catalogue.checking import check
from kaocheng.catalogue.comparing import Change, compare
from kaocheng.catalogue.states import Standing
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.catalogue.guiding import guide
from kaocheng.site.catalogue.models import StoredItem, StoredVersion
from kaocheng.site.catalogue.pages.searching import answers_in
from kaocheng.site.catalogue.pages.shared import item_or_404
from kaocheng.site.catalogue.samplefiles import attached
from kaocheng.site.catalogue.services import department_names, department_titles, version_of


def version(request: SignedIn, number: str, version: int) -> HttpResponse:
    """One version as citizens see or would see it, and what is different from another (版本)."""
    row = item_or_404(request, number)
    held = row.versions.filter(version=version).select_related("written").first()
    if held is None:
        raise Http404("没有这个版本。")
    value, other = version_of(held), _other(request, row, held)
    context = {
        "item": row,
        "version": held,
        "guide": guide(
            value,
            titles=department_titles(row.county),
            shorts=department_names(row.county),
            chosen=answers_in(request),
            on=timezone.localdate(),
            files=attached(row.county, value),
        ),
        "flaws": check(value) if held.standing == Standing.DRAFT else (),
        "other": other,
        "others": row.versions.exclude(pk=held.pk).order_by("-version"),
        "changes": _changes(other, held),
        "answers": answers_in(request),
    }
    return render(request, "catalogue/version.html", context)


def _other(request: SignedIn, row: StoredItem, held: StoredVersion) -> StoredVersion | None:
    """The version to compare with: the one asked for, or the one published before."""
    rows = row.versions.exclude(pk=held.pk).select_related("written").order_by("-version")
    asked = request.GET.get("with", "")
    if asked.isascii() and asked.isdigit():
        return rows.filter(version=int(asked)).first()
    return rows.published().filter(version__lt=held.version).first()


def _changes(other: StoredVersion | None, held: StoredVersion) -> tuple[Change, ...]:
    return compare(version_of(other), version_of(held)) if other else ()
