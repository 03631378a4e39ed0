"""A permit this hall issued is compared with what the applicant states; one of elsewhere waits for its original."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from kaocheng.kernel.clocks import SHANGHAI
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.cases.services import fire_renewals, fire_silent_acceptances
from tests.catalogue.versions import renewing
from tests.site.cases.people import Desk
from tests.site.catalogue.items import publish

pytestmark = pytest.mark.django_db
UNTIL = date(2026, 9, 30)
PAPERS = {"situations": ["owned"], "received": ["form", "identity", "plan", "deed"]}


@pytest.fixture
def issued(desk: Desk) -> StoredCase:
    """A permit 证0001 granted here until the end of September."""
    publish(desk.county, renewing())
    row = desk.move(desk.open("P002"), "accept", desk.clerk)
    return desk.move(row, "grant", desk.clerk, certificate="证0001", valid_until=UNTIL.isoformat())


def renewed(desk: Desk, **told: Any) -> StoredCase:
    """The renewal, taken in."""
    return desk.open("P004", **{"renewal_of": "证0001", "expires_on": UNTIL, **PAPERS, **told})


def test_our_own_permit_is_compared_and_accepted_without_its_original(
    desk: Desk, issued: StoredCase
) -> None:
    """The right day: the case names the one that issued it, and the clerk needs no original."""
    row = renewed(desk)
    assert issued.number == row.record().renewal_issue
    assert "审查" == desk.move(row, "accept", desk.clerk).state


def test_another_day_than_on_our_permit_is_refused(desk: Desk, issued: StoredCase) -> None:
    """Whatever the applicant states: the sentence names the case and the right day."""
    with pytest.raises(Refusal, match=f"{issued.number}.*有效期至 2026-09-30"):
        renewed(desk, expires_on=date(2026, 9, 29))


def test_a_corrected_day_counts(desk: Desk, issued: StoredCase) -> None:
    """更正决定 changes what the permit says."""
    desk.move(
        issued, "rectify", desk.again_chief(issued), subject="有效期至", before="2026年9月30日",
        until=date(2026, 10, 31), reason="打印有误",
    )  # fmt: skip
    assert renewed(desk, expires_on=date(2026, 10, 31)).record().renewal_issue


def test_a_revoked_permit_is_not_renewed(desk: Desk, issued: StoredCase) -> None:
    """It is gone; who wants one applies anew."""
    given = {"reasons": "准予时材料不实，依法撤销", "remedies": "六十日内复议"}
    desk.move(issued, "revoke", desk.again_chief(issued), **given)
    with pytest.raises(Refusal, match="已经撤销"):
        renewed(desk)


def test_a_permit_of_elsewhere_waits_for_its_original(desk: Desk, issued: StoredCase) -> None:
    """Not ours, or another applicant's: accepted only with the number read off the original."""
    row = renewed(desk, renewal_of="证9999")
    assert "" == row.record().renewal_issue
    with pytest.raises(Refusal, match="不是本厅签发的"):
        desk.move(row, "accept", desk.clerk)
    with pytest.raises(Refusal, match="与登记的 证9999 不同"):
        desk.move(row, "accept", desk.clerk, original="证0001", original_until="2026-09-30")
    with pytest.raises(Refusal, match="编号和届满日"):
        desk.move(row, "accept", desk.clerk, original="证9999")
    row = desk.move(row, "accept", desk.clerk, original="证9999", original_until="2026-09-30")
    assert "证9999" == row.record().renewal_seen


def test_the_law_renews_only_what_somebody_has_compared(desk: Desk, issued: StoredCase) -> None:
    """Accepted by silence: past the stated day the case waits in a list of its own, compared it is renewed."""
    row = renewed(desk, renewal_of="证9999")
    assert (UNTIL, None) == (row.claimed_until, row.renews_after)
    fire_silent_acceptances(county=desk.county, at=desk.at + timedelta(days=20))
    later = datetime.combine(UNTIL + timedelta(days=2), time(9), SHANGHAI)
    assert [] == fire_renewals(county=desk.county, at=later)
    unchecked = StoredCase.objects.of(desk.county).unchecked_permits(later.date())
    assert [row.number] == [one.number for one in unchecked]
    desk.at = later
    desk.move(
        unchecked.get(), "check_permit", desk.clerk, original="证9999", original_until="2026-09-30"
    )
    assert [] == list(unchecked.all())
    assert [row.number] == fire_renewals(county=desk.county, at=later + timedelta(minutes=5))
