"""A part that a page fetches, in a real browser: it comes by itself, and says so where it does not."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from kaocheng.hall.posts import Role
from tests.site.browsing import OpenPage, barriers
from tests.site.conftest import AccountOf

pytestmark = pytest.mark.django_db(transaction=True)
PAGE, FIGURES = "/supervision/measures/", "**/supervision/measures/figures/**"
FAILED = "[data-failed]"


def test_figures_come_or_their_absence_is_said(open_page: OpenPage, account_of: AccountOf) -> None:
    """The server breaks, then cannot be reached: a sentence and a way on; then the figures, without a barrier."""
    page = open_page("/account/mine/", account=account_of(Role.HALL_SUPERVISOR))
    for answer in (lambda route: route.fulfill(status=500), lambda route: route.abort()):
        page.route(FIGURES, answer)
        page.goto(PAGE)
        expect(page.locator(FAILED)).to_be_visible()
        expect(page.locator("[role=status]")).to_be_hidden()
        page.unroute(FIGURES)
    page.locator(f"{FAILED} a").click()
    expect(page.get_by_role("heading", name="收件")).to_be_visible()
    page.goto(PAGE)
    expect(page.get_by_role("heading", name="收件")).to_be_visible()
    expect(page.locator(FAILED)).to_have_count(0)
    assert [] == barriers(page)
