"""The list of cases: each filter, the order, the file; nobody's list holds what he may not see."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.http import StreamingHttpResponse
from django.urls import reverse

from kaocheng.hall.posts import Role
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.catalogue.models import StoredDepartment
from tests.catalogue.versions import BUREAU
from tests.site.cases.people import Desk
from tests.site.desk.conftest import Browser

pytestmark = pytest.mark.django_db
LIST, FILE = "/desk/cases/", "/desk/cases.csv"


@pytest.mark.parametrize(
    ("asked", "fits"),
    [
        ({"unit": "D002"}, False), ({"unit": "D001"}, True),
        ({"applicant": "A404"}, False), ({"verdict": "不予"}, False), ({"state": "登记"}, True),
        ({"state": "办结"}, False), ({"channel": "窗口"}, True), ({"channel": "邮寄"}, False),
    ],
)  # fmt: skip
def test_a_filter_keeps_what_fits(
    desk: Desk, browser: Browser, asked: dict[str, str], fits: bool
) -> None:
    """One registered case, taken in at a window; no step of another department has begun."""
    row = desk.open()
    assert fits == (row.number in browser(desk.clerk).get(LIST, asked).text)


def test_applicant_and_taker_are_found(desk: Desk, browser: Browser) -> None:
    """By the number of the applicant, and by who accepted it; another clerk has taken in nothing."""
    row, other = desk.move(desk.open(), "accept", desk.clerk), desk.again(Role.WINDOW_CLERK, BUREAU)
    for taker in (desk.clerk, other):
        asked = {"applicant": row.applicant, "taker": str(taker.pk)}
        page = browser(desk.clerk).get(LIST, asked).text
        assert (taker is desk.clerk) == (row.number in page)


def test_takers_are_told_by_name_and_post(desk: Desk, browser: Browser) -> None:
    """Name, department and post stand in the list; what people sign in with stands nowhere on it."""
    page = browser(desk.clerk).get(LIST).text
    name = StoredDepartment.objects.get(county=desk.county, code=BUREAU)
    told = f'<option value="{desk.clerk.pk}">{desk.clerk.display_name}（{name}，窗口受理）</option>'
    assert told in page
    assert desk.clerk.get_username() not in page


def test_the_oldest_come_first_where_asked(desk: Desk, browser: Browser) -> None:
    """The order of the page is the order asked for."""
    first, second = desk.open(), desk.open()
    for order, expected in (("", second), ("oldest", first)):
        text = browser(desk.clerk).get(LIST, {"order": order}).text
        numbers = sorted((first.number, second.number), key=text.index)
        assert expected.number == numbers[0]


def test_late_ones_begin_with_what_fell_due_first(desk: Desk, browser: Browser) -> None:
    """The most overdue on top, whenever it came in; one that is over is not late."""
    rows = [desk.open(), desk.open(), desk.open()]
    long_ago = rows[0].received_at.date()
    for days, row in enumerate(rows):
        due = long_ago - timedelta(days=days)
        StoredCase.objects.filter(pk=row.pk).update(due_on=due)
    StoredCase.objects.filter(pk=rows[1].pk).update(ended_at=rows[1].received_at)
    text = browser(desk.clerk).get(LIST, {"due": "late"}).text
    assert rows[1].number not in text
    assert text.index(rows[2].number) < text.index(rows[0].number)


def test_the_file_holds_what_the_list_shows(desk: Desk, browser: Browser) -> None:
    """The same filters; no name, no number of a person."""
    row, other = desk.open(), desk.open("P002")
    answer = browser(desk.clerk).get(FILE, {"item": "P001"})
    assert isinstance(answer, StreamingHttpResponse)
    text = answer.getvalue().decode("utf-8-sig")
    assert text.startswith("办件编号,事项编号,")
    assert row.number in text
    assert other.number not in text
    assert row.applicant not in text
    assert reverse("desk:export") in browser(desk.clerk).get(LIST).text


def test_another_departments_case_is_in_no_file(desk: Desk, browser: Browser) -> None:
    """The file is narrowed to what the account may see, like the list."""
    row = desk.open()
    StoredCase.objects.get(pk=row.pk).parts.filter(unit=desk.house.unit).delete()
    answer = browser(desk.house).get(FILE)
    assert isinstance(answer, StreamingHttpResponse)
    assert row.number not in answer.getvalue().decode()
