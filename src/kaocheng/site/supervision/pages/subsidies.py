"""岗位补贴清单: what the month's grades give everybody, for the finance office; as a page and as files."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render

from kaocheng.hall.assessment import Subject
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.base.sending import CSV, XLSX, attached
from kaocheng.site.supervision.pages.assessment import asked_month, frame
from kaocheng.site.supervision.scoring import Month
from kaocheng.writing.tables import Table, csv_lines, write_xlsx

HEAD = (
    "月份",
    "名次",
    "姓名",
    "账号",
    "得分",
    "可评满分",
    "百分比",
    "等次",
    "岗位补贴（元）",
    "说明",
)
_WIDE = (10, 8, 14, 18, 10, 10, 10, 10, 16, 40)


def subsidies(request: SignedIn) -> HttpResponse:
    """The list with its sum; whoever is not ranked has no sum, which is not 0."""
    found = asked_month(request, Subject.PERSON)
    total = sum((one.grade.subsidy for one in found.ranking if one.grade), Decimal(0))
    graded = any(one.grade for one in found.ranking)
    context = {**frame(found), "total": total if graded else None}
    return render(request, "supervision/subsidies.html", context)


def csv_file(request: SignedIn) -> HttpResponseBase:
    """The list as csv."""
    found = asked_month(request, Subject.PERSON)
    text = "".join(csv_lines(Table("岗位补贴", HEAD, _rows(found), _WIDE)))
    return attached(HttpResponse(text, content_type=CSV), _name(found, "csv"))


def xlsx_file(request: SignedIn) -> HttpResponseBase:
    """The list as a workbook."""
    found = asked_month(request, Subject.PERSON)
    made = BytesIO()
    write_xlsx(made, [Table("岗位补贴", HEAD, _rows(found), _WIDE)])
    return attached(HttpResponse(made.getvalue(), content_type=XLSX), _name(found, "xlsx"))


def _rows(found: Month) -> Iterator[tuple[str, ...]]:
    for one in found.ranking:
        by_hand = [f"{s.rule.title}人工认定：{s.reason}" for s in one.scores if s.reason]
        yield (
            f"{found.span.month:%Y-%m}", str(one.rank or "—"), one.name, one.subject,
            str(one.points), str(one.judged), "—" if one.percent is None else str(one.percent),
            one.grade.name if one.grade else "数据不足，不评等次",
            str(one.grade.subsidy) if one.grade else "", "；".join(by_hand),
        )  # fmt: skip


def _name(found: Month, suffix: str) -> str:
    return f"岗位补贴清单-{found.span.month:%Y-%m}.{suffix}"
