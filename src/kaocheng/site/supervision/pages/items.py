"""按事项: the table of visits, 容缺 and postage, item by item; sums only, no case and no applicant."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from kaocheng.hall.posts import Role
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.cases.names import people_names
from kaocheng.site.supervision.forms import PeriodForm
from kaocheng.site.supervision.items import of_items, total


def items(request: SignedIn) -> HttpResponse:
    """What this account may see; the finance office the sums of the county."""
    form = PeriodForm(request.GET or None)
    period = form.period(timezone.localdate())
    cases, county = StoredCase.objects, request.user.county
    whole = Role.FINANCE_OFFICER in request.user.roles
    rows = of_items(cases.of(county) if whole else cases.visible_to(request.user), county, period)
    names = people_names({officer for row in rows for officer in row.tolerated})
    told = [(row, [(names[o], n) for o, n in row.tolerated.most_common()]) for row in rows]
    context = {"form": form, "period": period, "rows": told, **total(rows)}
    return render(request, "supervision/items.html", context)
