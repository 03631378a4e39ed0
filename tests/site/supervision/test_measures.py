"""The page of measures: every number with its formula, its cases, its files."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO
from random import Random

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.html import escape
from openpyxl import load_workbook

from kaocheng.hall.posts import Role
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.catalogue.services.departments import department_names
from kaocheng.site.supervision.measureform import MeasureForm
from tests.catalogue.versions import BUREAU, HOUSING
from tests.site.cases.measures.year import work
from tests.site.cases.people import MONDAY, Desk
from tests.site.desk.conftest import Browser
from tests.site.hall.halls import make_hall

pytestmark = pytest.mark.django_db
PAGE = "/supervision/measures/"
FIGURES = f"{PAGE}figures/"
YEAR = {"first": "2026-01-01", "last": "2026-12-31"}


@pytest.fixture
def supervisor(desk: Desk, browser: Browser) -> Client:
    """Signed in as the supervisor of a hall that has worked for some weeks."""
    make_hall(desk.county, at=desk.at)
    work(desk, Random(1), 10)  # noqa: S311  # work that can be repeated
    return browser(desk.supervisor)


def _results(client: Client, **asked: str) -> dict[str, object]:
    shown = client.get(FIGURES, {**YEAR, **asked})
    assert 200 == shown.status_code
    return {
        one.result.measure.key: one.result for _, part in shown.context["parts"] for one in part
    }


def test_the_page_comes_at_once_and_fetches_its_figures(supervisor: Client) -> None:
    """It reads no case; what it names brings the same numbers, as a part for the page and as a page of its own."""
    asked = {**YEAR, "unit": HOUSING, "by": "closing_rate"}
    with CaptureQueriesContext(connection) as asking:
        page = supervisor.get(PAGE, asked)
    assert not [one for one in asking.captured_queries if StoredCase._meta.db_table in one["sql"]]
    assert f'hx-get="{escape(page.context["figures"])}"' in page.text
    part = supervisor.get(page.context["figures"], headers={"HX-Request": "true"})
    whole = supervisor.get(page.context["figures"])
    assert part.text.strip() in whole.text
    assert ("<html" in part.text, "<html" in whole.text) == (False, True)
    assert "hx-get" not in part.text + whole.text.partition("<main")[2]
    assert "办结率" == part.context["compared"].measure.name
    assert "HX-Request" in part["Vary"]
    shown = {
        one.result.measure.key: one.result for _, found in part.context["parts"] for one in found
    }
    assert _results(supervisor, unit=HOUSING) == shown


def test_every_number_opens_into_its_cases(supervisor: Client) -> None:
    """The list holds as many cases as the page says, on both sides, and the file all their numbers."""
    for key, result in _results(supervisor).items():
        for side, count in (("part", result.part), ("whole", result.whole)):
            shown = supervisor.get(f"{PAGE}{key}/", {**YEAR, "side": side})
            assert (200, count) == (shown.status_code, shown.context["page"].counted), key
            told = supervisor.get(f"{PAGE}{key}/cases.csv", {**YEAR, "side": side})
            lines = b"".join(told.streaming_content).decode("utf-8-sig").splitlines()
            assert ("办件编号", count) == (lines[0], len(lines) - 1)
        assert result.shown in shown.content.decode()


def test_departments_add_up(supervisor: Client) -> None:
    """What the filter shows of each department is the whole in parts."""
    whole = _results(supervisor)
    parts = [_results(supervisor, unit=unit) for unit in (BUREAU, HOUSING)]
    for key, result in whole.items():
        assert result.part == sum(part[key].part for part in parts)
        assert result.whole == sum(part[key].whole for part in parts)


def test_files_say_what_the_page_says(desk: Desk, supervisor: Client) -> None:
    """A row a measure for all, then for each department; the workbook the same, numbers as numbers."""
    whole = _results(supervisor)
    told = supervisor.get("/supervision/measures.csv", YEAR)
    rows = list(csv.DictReader(StringIO(told.content.decode("utf-8-sig"))))
    first = rows[: len(whole)]
    assert [r.measure.name for r in whole.values()] == [row["指标"] for row in first]
    assert [r.shown for r in whole.values()] == [row["结果"] for row in first]
    names, met = department_names(desk.county), StoredCase.objects.values_list("unit", flat=True)
    assert {"全部", *(names[unit] for unit in met)} == {row["部门"] for row in rows}
    assert {"2026年"} == {row["统计期间"] for row in rows}
    made = supervisor.get("/supervision/measures.xlsx", YEAR)
    sheet = load_workbook(BytesIO(made.content)).active
    assert len(rows) + 1 == sheet.max_row
    assert (sheet["C2"].value, sheet["E2"].value) == (rows[0]["指标"], int(rows[0]["数值"]))
    assert "filename*=utf-8''" in made["Content-Disposition"]
    one = supervisor.get("/supervision/measures.csv", {**YEAR, "unit": HOUSING})
    found = list(csv.DictReader(StringIO(one.content.decode("utf-8-sig"))))
    assert {"住房和城乡建设局"} == {row["部门"] for row in found}


def test_no_data_and_no_answer_are_said(desk: Desk, browser: Browser) -> None:
    """An empty year: counts of 0, rates without data, and what the records cannot tell with its reason."""
    shown = browser(desk.supervisor).get(FIGURES, {"first": "2020-01-01", "last": "2020-12-31"})
    text = shown.content.decode()
    assert "无数据" in text
    assert "无法判断" in text
    assert "没有可比的数" in text
    assert "0.00%" not in text
    assert "100.00%" not in text


def test_a_department_manager_counts_the_cases_of_his_department(
    desk: Desk, browser: Browser
) -> None:
    """Nobody else's cases are counted, listed or sent; the clerk does not come in."""
    desk.open("P002")
    row = desk.open("P001")
    desk.move(row, "accept", desk.clerk)
    manager = browser(desk.again(Role.DEPARTMENT_MANAGER, HOUSING))
    assert 1 == _results(manager)["received"].top
    told = manager.get(f"{PAGE}received/cases.csv", YEAR)
    assert f"\ufeff办件编号\r\n{row.number}\r\n" == b"".join(told.streaming_content).decode()
    for page in (PAGE, FIGURES, f"{PAGE}received/", "/supervision/measures.csv"):
        assert 403 == browser(desk.clerk).get(page).status_code


def test_months_to_come_have_no_count(desk: Desk, browser: Browser) -> None:
    """A line ends with the month that runs."""
    shown = browser(desk.supervisor).get(FIGURES, {"first": "2999-01-01", "last": "2999-12-31"})
    assert {"受理": [None] * 12, "办结": [None] * 12} == shown.context["series"]
    past = browser(desk.supervisor).get(FIGURES, {"first": "2020-01-01", "last": "2020-02-03"})
    assert {"受理": [0, 0], "办结": [0, 0]} == past.context["series"]
    assert ["20.1", "20.2"] == past.context["labels"]


def test_an_unknown_measure_is_not_found(desk: Desk, browser: Browser) -> None:
    """As any other address that leads nowhere."""
    client = browser(desk.supervisor)
    assert 404 == client.get(f"{PAGE}nothing/").status_code
    assert 404 == client.get(f"{PAGE}nothing/cases.csv").status_code


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        (None, ("2026-01-01", "2026-03-02", "")),
        (
            {"first": "2025-02-01", "last": "2025-02-28", "unit": "D1"},
            ("2025-02-01", "2025-02-28", "D1"),
        ),
        ({"first": "2026-05-01", "last": "2026-04-01"}, ("2026-01-01", "2026-03-02", "")),
        ({"first": "2001-01-01", "last": "2026-01-01"}, ("2026-01-01", "2026-03-02", "")),
        ({"last": "2025-06-30"}, ("2025-01-01", "2025-06-30", "")),
        ({"first": "2026-02-03"}, ("2026-02-03", "2026-03-02", "")),
        ({"first": "2026-02-03", "unit": "none"}, ("2026-01-01", "2026-03-02", "")),
    ],
)
def test_what_is_asked(given: dict[str, str] | None, wanted: tuple[str, str, str]) -> None:
    """Wrong words fall back to this year so far."""
    period, unit = MeasureForm(given, {"D1": "甲局"}).asked(MONDAY.date())
    assert wanted == (period.first.isoformat(), period.last.isoformat(), unit)


def test_long_lists_are_turned_by_key(desk: Desk, browser: Browser) -> None:
    """Page after page until every case was shown once."""
    rows = [desk.open("P002").number for _ in range(60)]
    client, seen = browser(desk.supervisor), []
    address = "?first=2026-01-01&last=2026-12-31"
    while address:
        page = client.get(f"{PAGE}received/{address}").context["page"]
        seen += [row.number for row in page]
        address = page.next
    assert sorted(rows) == sorted(seen)
