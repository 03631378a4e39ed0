"""The list of cases (办件查询): what this account may see, narrowed, paged by key, and as a file."""

from __future__ import annotations

from collections.abc import Mapping

from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone

from kaocheng.hall.posts import Role
from kaocheng.kernel.clocks import SHANGHAI
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.base.paging import page_of
from kaocheng.site.base.sending import CSV, attached
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.cases.names import state_badge, unit_names
from kaocheng.site.cases.querysets import CaseQuerySet
from kaocheng.site.cases.showing import days_left, tone_of
from kaocheng.site.desk.forms import CaseFilter
from kaocheng.site.desk.narrowing import narrowed, order_of
from kaocheng.site.hall.people import staff_of
from kaocheng.site.law.services import calendar_in_force
from kaocheng.writing.tables import Table, csv_lines

MOST_EXPORTED = 20_000
"""Rows of a file: a year of one department."""
_HEAD = (
    "办件编号", "事项编号", "事项名称", "渠道", "状态", "承办部门", "接件时间", "受理时间", "承诺期满日",
    "办结时间", "决定", "用时（工作日）", "超期办结",
)  # fmt: skip
_WIDE = (26, 16, 36, 10, 10, 18, 18, 18, 14, 18, 14, 10, 10)


def listing(request: SignedIn) -> HttpResponse:
    """Cases by what is asked, the newest first."""
    form, found = _asked(request)
    page = page_of(found.defer("facts"), request, by=order_of(found, form.cleaned_data))
    today, calendar = timezone.localdate(), calendar_in_force()
    rows = []
    for row in page:
        left = None if row.ended_at else days_left(row.due_on, today, calendar)
        rows.append(
            {"case": row, "left": left, "tone": tone_of(left), "badge": state_badge(row.state)}
        )
    context = {"form": form, "page": page, "rows": rows, "most": MOST_EXPORTED}
    return render(request, "desk/listing.html", context)


def export(request: SignedIn) -> StreamingHttpResponse:
    """The same list as a file, sent while it is read, without any personal data."""
    form, found = _asked(request)
    names = unit_names(request.user.county)
    kept = found.order_by(*order_of(found, form.cleaned_data)).defer("facts")[:MOST_EXPORTED]
    lines = (_line(row, names) for row in kept.iterator(chunk_size=1_000))
    table = csv_lines(Table("办件清单", _HEAD, lines, _WIDE))
    return attached(StreamingHttpResponse(table, content_type=CSV), "cases.csv")


def _asked(request: SignedIn) -> tuple[CaseFilter, CaseQuerySet]:
    county = request.user.county
    takers = staff_of(county, on=None, roles={Role.WINDOW_CLERK})
    form = CaseFilter(request.GET, units=unit_names(county), takers=takers)
    form.is_valid()
    seen = StoredCase.objects.visible_to(request.user)
    return form, narrowed(seen, county, form.cleaned_data)


def _line(row: StoredCase, names: Mapping[str, str]) -> tuple[str, ...]:
    moments = (row.received_at, row.accepted_at, row.closed_at)
    received, accepted, closed = (
        at.astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M") if at else "" for at in moments
    )
    return (
        row.number, row.item, row.item_name, row.channel, row.state, names.get(row.unit, row.unit),
        received, accepted, row.due_on.isoformat() if row.due_on else "", closed, row.verdict,
        "" if row.used_days is None else str(row.used_days), "是" if row.late else "",
    )  # fmt: skip
