"""按事项统计: visits against the promise, 容缺 by officer, postage added up; what nobody wrote down is no nought."""

from __future__ import annotations

import pytest

from kaocheng.cases.measures import Period
from kaocheng.hall.posts import Role
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.supervision.items import of_items
from tests.site.cases.people import Desk
from tests.site.desk.conftest import Browser

pytestmark = pytest.mark.django_db
ASKED = {"first": "2026-03-01", "last": "2026-03-31"}


def _posted(desk: Desk, **cost: str) -> None:
    row = desk.open("P002")
    for move in ("accept", "grant", "close"):
        row = desk.move(row, move, desk.clerk)
    desk.move(row, "deliver", desk.issuer, mode="邮寄", waybill="WB1", **cost)


def test_items(desk: Desk, browser: Browser) -> None:
    """Two sent by post, of one the cost is known; one accepted with a paper to follow."""
    _posted(desk, cost="12.50")
    _posted(desk)
    row = desk.open("P003", received=["form"])
    given = {"deferred": ["drawing"], "promised": ["pledge"], "promise": "属实"}
    desk.move(row, "accept", desk.clerk, **given)
    day = desk.at.date()
    seen = StoredCase.objects.visible_to(desk.supervisor)
    told = {one.item: one for one in of_items(seen, desk.county, Period(day, day))}
    posted = told["P002"]
    assert (2, 2, 1, "12.50") == (posted.closed, posted.posted, posted.priced, posted.yuan)
    closed = StoredCase.objects.filter(item="P002")
    assert sum(one.visits for one in closed) == posted.visits
    assert sum(one.visits > max(posted.promised) for one in closed) == posted.beyond
    tolerated = told["P003"]
    assert ({desk.clerk.username: 1}, "—", "—") == (
        dict(tolerated.tolerated), tolerated.mean, tolerated.yuan
    )  # fmt: skip
    for account in (desk.supervisor, desk.again(Role.FINANCE_OFFICER, "")):
        page = browser(account).get("/supervision/items/", ASKED).text
        assert "12.50" in page
        assert row.number not in page
    assert 403 == browser(desk.clerk).get("/supervision/items/").status_code
