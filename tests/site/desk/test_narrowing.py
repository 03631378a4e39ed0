"""Lists of a department: narrowed, ordered and turned by what its part repeats of the case."""

from __future__ import annotations

import pytest

from kaocheng.site.catalogue.models import StoredDepartment
from tests.catalogue.versions import HOUSING
from tests.site.cases.people import Desk
from tests.site.desk.conftest import Browser

pytestmark = pytest.mark.django_db
LIST = "/desk/cases/"


@pytest.mark.parametrize(
    ("asked", "fits"),
    [
        ({}, True), ({"state": "审查"}, True), ({"state": "登记"}, False), ({"channel": "窗口"}, True),
        ({"channel": "邮寄"}, False), ({"since": "2026-03-02", "until": "2026-03-02"}, True),
        ({"until": "2026-03-01"}, False), ({"since": "2026-03-03"}, False), ({"unit": "D003"}, True),
        ({"unit": "D004"}, False), ({"due": "paused"}, False), ({"state": "审查", "channel": "窗口"}, True),
    ],
)  # fmt: skip
def test_the_list_of_a_department_is_narrowed_by_its_part(
    desk: Desk, browser: Browser, asked: dict[str, str], fits: bool
) -> None:
    """What the part repeats of the case says the same as the case; other departments are asked for besides."""
    StoredDepartment.objects.create(county=desk.county, code="D004", name="水务局")
    row = desk.move(desk.open(), "accept", desk.clerk)
    asks = {desk.house: asked, desk.supervisor: {"unit": HOUSING} | asked}
    for account, told in asks.items():
        assert fits == (row.number in browser(account).get(LIST, told).text)


def test_the_list_of_a_department_is_turned_by_key(desk: Desk, browser: Browser) -> None:
    """Page after page, forth and back, in either order, until every case was shown once."""
    rows = [desk.move(desk.open(), "accept", desk.clerk).number for _ in range(60)]
    for order in ("", "oldest"):
        seen, address = [], f"?order={order}"
        while address:
            page = browser(desk.house).get(f"{LIST}{address}").context["page"]
            seen += [row.number for row in page]
            address = page.next
        assert (rows if order else rows[::-1]) == seen
        first = browser(desk.house).get(f"{LIST}{page.previous}").context["page"]
        assert seen[:50] == [row.number for row in first]
