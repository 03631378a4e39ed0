"""Reports: figures that add up, with formulas, between the days asked for."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from django.urls import reverse

from kaocheng.catalogue.records import Limits
from kaocheng.hall.posts import Role
from kaocheng.kernel.clocks import Budget
from kaocheng.site.catalogue.reporting import report
from tests.catalogue.versions import ordinary
from tests.site.catalogue.conftest import Desk
from tests.site.catalogue.items import publish, publish_immediate, publish_ordinary
from tests.site.catalogue.pages.test_items import browser
from tests.site.conftest import AccountOf

FIRST, LATER = date(2026, 1, 1), date(2026, 6, 1)


def revised(desk: Desk) -> None:
    """P001 with two materials fewer and half the days from June on; P002 as it was."""
    first = publish_ordinary(desk.county)
    publish_immediate(desk.county)
    fewer = {
        "materials": first.materials[:3],
        "limits": Limits(Budget(20), Budget(5)),
        "situations": (),
    }
    publish(desk.county, ordinary(version=2, valid_from=LATER, **fewer))


def test_savings_between_two_days(desk: Desk) -> None:
    """Over all items that applied on both; the changed ones by name."""
    revised(desk)
    found = report(desk.county, FIRST, LATER, {})
    materials, steps, promise, visits = found.savings
    assert (6, 4, Decimal("33.33")) == (materials.before, materials.after, materials.rate)
    assert (6, 6) == (steps.before, steps.after)
    assert (40, 35) == (promise.before, promise.after)
    assert 0 == visits.saved
    assert [("P001", (5, 3), ("10个工作日", "5个工作日"))] == [
        (row.item, row.materials, row.promised) for row in found.changed
    ]
    before = report(desk.county, FIRST, LATER - timedelta(days=1), {})
    assert (0, ()) == (before.savings[0].saved, before.changed)


def test_the_page_shows_counts_circles_and_who_handles(desk: Desk) -> None:
    """By name, with formulas; charts have their figures beneath."""
    publish(desk.county, ordinary(item="P001", name="甲事", requires=("P002",)))
    publish(
        desk.county,
        ordinary(item="P002", name="乙事", requires=("P001", "P404"), handling_body="D002"),
    )
    asked = {"since": FIRST.isoformat(), "until": LATER.isoformat()}
    text = browser(desk.manager).get(reverse("catalogue:reports"), asked).content.decode()
    for said in (
        "办“甲事”要先办“乙事”；办“乙事”要先办“甲事”", "P404", "最多跑一次覆盖率 =", "现行事项 2 项",
        "住房和城乡建设局", "<svg",
    ):  # fmt: skip
        assert said in text, said


def test_an_empty_catalogue_and_strange_days_do_no_harm(desk: Desk) -> None:
    """No rate of nothing; days that are none are told."""
    manager = browser(desk.manager)
    assert 200 == manager.get(reverse("catalogue:reports")).status_code
    answer = manager.get(reverse("catalogue:reports"), {"since": "昨天", "until": ""})
    assert {"since", "until"} == set(answer.context["form"].errors)


def test_inspectors_read_and_clerks_do_not(account_of: AccountOf) -> None:
    """It is a report, not a form."""
    address = reverse("catalogue:reports")
    assert 200 == browser(account_of(Role.INSPECTOR)).get(address).status_code
    assert 403 == browser(account_of(Role.WINDOW_CLERK)).get(address).status_code
