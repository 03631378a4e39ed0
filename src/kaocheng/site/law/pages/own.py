"""Local values on the site (本地取值): what stands, what is to come, entered by one and approved by another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from kaocheng.kernel.refusing import Refusal
from kaocheng.law.figures import Dated, figure_names, standing_values
from kaocheng.site.accounts.naming import people_of
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.law.forms import DecisionForm, FigureForm
from kaocheng.site.law.models import StoredFigure
from kaocheng.site.law.pages.notices import role_of
from kaocheng.site.law.services import (
    approve_figure,
    figures_of,
    own_values,
    propose_figure,
    reject_figure,
)

_SHOWN = 100


@dataclass(frozen=True, slots=True)
class Local:
    """A local figure (本地取值): what holds today, the bundled default, and what is to come."""

    now: Dated
    default: Dated
    coming: Sequence[Dated]

    @property
    def own(self) -> bool:
        """Whether the county has set it itself."""
        return self.now != self.default


def local_values(request: SignedIn) -> HttpResponse:
    """Every local figure, and what has been entered for them, newest first."""
    county = request.user.county
    rows = list(StoredFigure.objects.filter(county=county).order_by("-proposed_at", "-id")[:_SHOWN])
    names = people_of(county, [name for row in rows for name in (row.proposed_by, row.decided_by)])
    context = {
        "figures": list(standing(county, timezone.localdate())),
        "rows": [(row, names.get(row.proposed_by), names.get(row.decided_by)) for row in rows],
        "form": DecisionForm(),
        "own": request.user.get_username(),
    }
    return render(request, "law/local_values.html", context)


def standing(county: str, today: date) -> Iterator[Local]:
    """The local figures of a county as they stand on a day."""
    look, own = figures_of(county), own_values(county)
    for name in local_names():
        default = [value for value in standing_values(name) if value.since <= today][-1]
        coming = [value for value in own if value.name == name and value.since > today]
        yield Local(look(name, today), default, coming)


def local_names() -> list[str]:
    """The names of the figures a place may set."""
    return [name for name in figure_names() if standing_values(name)[-1].local]


def set_local(request: SignedIn, name: str) -> HttpResponse:
    """Enter a value for one of them."""
    if name not in local_names():
        raise Http404("没有这个本地取值。请返回列表。")
    now = figures_of(request.user.county)(name, timezone.localdate())
    form = FigureForm(request.POST or None, unit=now.unit)
    if form.is_valid():
        try:
            propose_figure(
                name=name, **form.cleaned_data, by=request.user, role=role_of(request),
                at=timezone.now(),
            )  # fmt: skip
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "已录入。请由另一人批准，批准前什么都不改变。")
            return redirect("law:local-values")
    return render(request, "law/set_local.html", {"form": form, "now": now})


@require_POST
def approve_local(request: SignedIn, number: int) -> HttpResponse:
    """Have it count from its day on."""
    row = _found(request, number)
    try:
        approve_figure(
            figure=row.pk, by=request.user, role=role_of(request),
            remark=request.POST.get("remark", "")[:300], at=timezone.now(),
        )  # fmt: skip
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, f"“{row.title}”自{row.since}起为{row.value}{row.unit}。")
    return redirect("law:local-values")


@require_POST
def reject_local(request: SignedIn, number: int) -> HttpResponse:
    """Turn it down."""
    row = _found(request, number)
    remark = request.POST.get("remark", "")[:300]
    try:
        reject_figure(
            figure=row.pk, by=request.user, role=role_of(request), remark=remark, at=timezone.now()
        )
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "已退回，录入人可以看到理由。")
    return redirect("law:local-values")


def _found(request: SignedIn, number: int) -> StoredFigure:
    row = StoredFigure.objects.filter(
        pk=number, county=request.user.county, name__in=local_names()
    ).first()
    if row is None:
        raise Http404("没有这一条。请返回本地取值。")
    return row
