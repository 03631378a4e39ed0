"""Measures of cases (运行指标): each with its formula and the cases that prove it; as pages and as files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_vary_headers

from kaocheng.cases.measures import Base, Kind, Measure, Period, Result, measures
from kaocheng.cases.measures.tables import HEAD, WHOLE, rows, sides
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.base.paging import page_of
from kaocheng.site.base.sending import CSV, XLSX, attached
from kaocheng.site.cases.measures import (
    Board,
    Look,
    Side,
    board,
    by_month,
    cases_of,
    numbers_of,
    result_of,
)
from kaocheng.site.cases.measures.columns import DAYS
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.cases.names import state_badge, unit_names
from kaocheng.site.supervision.measureform import MeasureForm
from kaocheng.writing.tables import Table, csv_lines, write_xlsx

_FIRST = (
    "accepted",
    "closing_rate",
    "on_time_promised",
    "mean_days",
    "all_online_rate",
    "late_closed",
)
_COMPARED = "on_time_promised"
_WIDE = (16, 20, 22, 12, 10, 8, 10, 10, 50, 50, 40, 16)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked (所查): the form, the cases looked at, the department, and all of it as a query."""

    form: MeasureForm
    look: Look
    unit: str
    names: Mapping[str, str]

    @property
    def query(self) -> str:
        """As the query of an address."""
        period = self.look.period
        told = {"first": period.first, "last": period.last, "unit": self.unit}
        return urlencode({name: value for name, value in told.items() if value})

    @property
    def of(self) -> str:
        """Whose cases they are, in words."""
        return self.names.get(self.unit, self.unit) or WHOLE


@dataclass(frozen=True, slots=True)
class Shown:
    """A result with its two sides as the page shows them (指标行)."""

    result: Result
    top: str
    bottom: str


def asked_of(request: SignedIn) -> Asked:
    """The period and department of a request, over the cases this account may see."""
    county, names = request.user.county, unit_names(request.user.county)
    form = MeasureForm(request.GET or None, names)
    period, unit = form.asked(timezone.localdate())
    seen = StoredCase.objects.visible_to(request.user)
    if unit:
        seen = seen.filter(unit=unit)
    return Asked(form, Look(seen, county, period, timezone.now()), unit, names)


def board_page(request: SignedIn) -> HttpResponse:
    """The page at once; it fetches its figures, which take as long as the period has cases."""
    asked = asked_of(request)
    told = measures(asked.look.period.last)
    query = request.GET.urlencode()
    figures = reverse("supervision:measures-figures") + (f"?{query}" if query else "")
    context = {**_frame(asked), "waiting": [told[key] for key in _FIRST], "figures": figures}
    return render(request, "supervision/measures.html", context)


def figures_page(request: SignedIn) -> HttpResponse:
    """All measures of the period: the part the page fetches, or a whole page for whoever opens it."""
    asked = asked_of(request)
    part = "HX-Request" in request.headers
    name = "supervision/measures_figures.html" if part else "supervision/measures.html"
    answer = render(request, name, {**_frame(asked), **_figures(asked, request.GET.get("by", ""))})
    patch_vary_headers(answer, ["HX-Request"])
    return answer


def _frame(asked: Asked) -> dict[str, Any]:
    return {"asked": asked, "form": asked.form, "period": asked.look.period, "waiting": ()}


def _figures(asked: Asked, by: str) -> dict[str, Any]:
    found = board(asked.look)
    months, series = by_month(asked.look)
    compared = found.whole.get(by) or found.whole[_COMPARED]
    units = _by_unit(found, compared.measure.key, asked.names)
    return {
        "tiles": [_shown(found.whole[key]) for key in _FIRST],
        "parts": [(base, [_shown(r) for r in _of(found, base)]) for base in Base],
        "labels": [f"{month.first.year % 100}.{month.first.month}" for month in months],
        "series": {name: _so_far(months, counts) for name, counts in series.items()},
        "compared": compared,
        "choices": [r for r in found.whole.values() if not r.measure.cannot],
        "units": units,
        "bars": [(name, result.number) for _, name, result in units if result.number is not None],
    }


def cases_page(request: SignedIn, key: str) -> HttpResponse:
    """The cases on one side of a measure, paged."""
    asked = asked_of(request)
    measure, side = _measure(asked, key), _side(request)
    day = DAYS[measure.base]
    found = cases_of(asked.look, measure, side).defer("facts")
    by = f"-{found.column(day)}", f"-{found.column('id')}"
    page = page_of(found, request, by=by)
    context = {
        "asked": asked,
        "period": asked.look.period,
        "shown": _shown(result_of(asked.look, measure)),
        "side": side,
        "sides": _sides(measure),
        "page": page,
        "rows": [
            (row, getattr(row, day), state_badge(row.state), asked.names.get(row.unit, row.unit))
            for row in page
        ],
    }
    return render(request, "supervision/measure_cases.html", context)


def numbers_file(request: SignedIn, key: str) -> HttpResponseBase:
    """The numbers of all those cases as a file, sent while they are read."""
    asked = asked_of(request)
    measure, side = _measure(asked, key), _side(request)
    numbers = ((number,) for number in numbers_of(asked.look, measure, side))
    lines = csv_lines(Table(measure.name, ("办件编号",), numbers, (24,)))
    name = f"{measure.name}{side}-{asked.look.period.title}.csv"
    return attached(StreamingHttpResponse(lines, content_type=CSV), name)


def csv_file(request: SignedIn) -> HttpResponseBase:
    """All measures, of all cases and of each department, as csv."""
    asked = asked_of(request)
    lines = csv_lines(Table("运行指标", HEAD, _rows(asked), _WIDE))
    return attached(HttpResponse("".join(lines), content_type=CSV), _name(asked, "csv"))


def xlsx_file(request: SignedIn) -> HttpResponseBase:
    """The same as a workbook."""
    asked = asked_of(request)
    made = BytesIO()
    write_xlsx(made, [Table("运行指标", HEAD, _rows(asked), _WIDE)])
    return attached(HttpResponse(made.getvalue(), content_type=XLSX), _name(asked, "xlsx"))


def _rows(asked: Asked) -> Iterator[tuple[str, ...]]:
    found, look = board(asked.look), asked.look
    yield from rows(found.whole, look.period, look.at, asked.of)
    for unit, results in found.units.items() if not asked.unit else ():
        yield from rows(results, look.period, look.at, asked.names.get(unit, unit))


def _measure(asked: Asked, key: str) -> Measure:
    found = measures(asked.look.period.last).get(key)
    if found is None:
        raise Http404("没有这个指标。")
    return found


def _side(request: SignedIn) -> Side:
    return Side.WHOLE if request.GET.get("side") == "whole" else Side.PART


def _sides(measure: Measure) -> list[tuple[str, Side]]:
    """The tabs: one where the two sides are the same cases, or where there is no denominator."""
    both = measure.kind is Kind.SHARE and not measure.cannot
    return [("part", Side.PART), ("whole", Side.WHOLE)] if both else []


def _of(found: Board, base: Base) -> list[Result]:
    return [result for result in found.whole.values() if result.measure.base is base]


def _so_far(months: Sequence[Period], counts: Sequence[int]) -> list[int | None]:
    """A month that has not begun has no count, and not 0."""
    today = timezone.localdate()
    return [
        count if month.first <= today else None for month, count in zip(months, counts, strict=True)
    ]


def _by_unit(found: Board, key: str, names: Mapping[str, str]) -> list[tuple[str, str, Result]]:
    """Departments with one measure, those with most cases first."""
    held = [(unit, names.get(unit, unit), results[key]) for unit, results in found.units.items()]
    return sorted(held, key=lambda one: (-one[2].whole, one[0]))


def _shown(result: Result) -> Shown:
    return Shown(result, *sides(result))


def _name(asked: Asked, suffix: str) -> str:
    return f"运行指标-{asked.of}-{asked.look.period.title}.{suffix}"
