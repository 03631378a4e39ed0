"""Filling in a draft (填报): a page of elements, a page for each part, a page of what is wrong."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from kaocheng.catalogue.checking import check
from kaocheng.catalogue.drafting import part_rows
from kaocheng.catalogue.elements import parts
from kaocheng.catalogue.flaws import Flaw
from kaocheng.catalogue.states import Standing, State
from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.catalogue.forms.drafts import EXTRA, ElementsForm, PartFormSet, part_formset
from kaocheng.site.catalogue.models import StoredItem, StoredVersion
from kaocheng.site.catalogue.pages.shared import acting, departments, item_or_404
from kaocheng.site.catalogue.services import save_elements, save_part, version_of

_MORE = 10
"""Blank rows when more are asked for."""


def elements(request: SignedIn, number: str) -> HttpResponseBase:
    """The elements that are filled in one by one (要素)."""
    row, draft = draft_or_404(request, number)
    form = ElementsForm(
        request.POST or None,
        version=version_of(draft),
        departments=departments(request),
        seen=draft.digest,
    )
    if request.method == "POST" and form.is_valid():
        try:
            save_elements(
                number=number,
                values=form.values(),
                expected_digest=form.cleaned_data["seen"],
                **acting(request, Role.DEPARTMENT_MANAGER),
            )
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "已保存。")
            return redirect("catalogue:draft", number)
    context = context_of(row, draft, "")
    return render(request, "catalogue/elements.html", {**context, "form": form})


def part(request: SignedIn, number: str, part: str) -> HttpResponseBase:
    """The rows of one part (材料、环节、情形、收费、结果、编码)."""
    if part not in parts():
        raise Http404("没有这一部分。")
    row, draft = draft_or_404(request, number)
    rows, refused = part_formset(parts()[part], version_of(draft), departments(request)), ""
    if request.method == "POST" and "more" not in request.POST:
        rows, refused = _posted(request, part, draft)
        if not refused and rows.is_valid():
            messages.success(request, "已保存。")
            return redirect("catalogue:part", number, part)
    elif "more" in request.GET:
        more = EXTRA + _MORE
        rows = part_formset(parts()[part], version_of(draft), departments(request), more=more)
    context = {**context_of(row, draft, part), "formset": rows, "refused": refused}
    return render(request, "catalogue/part.html", context)


def checks(request: SignedIn, number: str) -> HttpResponse:
    """Everything the rules find, each with the way to mend it (检查)."""
    row, draft = draft_or_404(request, number)
    return render(request, "catalogue/checks.html", context_of(row, draft, "checks"))


def _posted(request: SignedIn, part: str, draft: StoredVersion) -> tuple[PartFormSet, str]:
    """What was typed, stored when it is sound; or the reason why it was not."""
    version = version_of(draft)
    rows = part_formset(parts()[part], version, departments(request), request.POST)
    if not rows.is_valid():
        return rows, ""
    try:
        save_part(
            number=draft.number,
            part=part,
            rows=rows.rows(),
            expected_digest=request.POST.get("seen", ""),
            **acting(request, Role.DEPARTMENT_MANAGER),
        )
    except Refusal as refusal:
        return rows, str(refusal)
    return rows, ""


def draft_or_404(request: SignedIn, number: str) -> tuple[StoredItem, StoredVersion]:
    """The item and its draft, when this account may fill it."""
    row = item_or_404(request, number)
    drafts = row.versions.filter(standing=Standing.DRAFT).select_related("written")
    draft = drafts.first()
    if draft is None or row.state != State.FILLING or row.unit != request.user.unit:
        raise Http404("这个事项没有您可以填报的草稿。")
    return row, draft


def context_of(row: StoredItem, draft: StoredVersion, here: str) -> dict[str, Any]:
    """The tabs with counts, and the faults of this page."""
    version = version_of(draft)
    flaws = check(version)
    tabs = [
        ("", "要素", 0),
        *((p.key, p.title, len(part_rows(version, p.key))) for p in parts().values()),
    ]
    return {
        "item": row,
        "draft": draft,
        "here": here,
        "part": parts().get(here),
        "tabs": [
            {"key": key, "title": title, "count": count, "bad": _bad(flaws, key)}
            for key, title, count in tabs
        ],
        "flaws": flaws if here == "checks" else [f for f in flaws if f.part == here],
        "errors": sum(flaw.is_error for flaw in flaws),
    }


def _bad(flaws: tuple[Flaw, ...], part: str) -> int:
    return sum(flaw.is_error for flaw in flaws if flaw.part == part)
