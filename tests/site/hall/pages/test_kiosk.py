"""The kiosk: a ticket in two touches, what the slip says, check-in, queueing again."""

from __future__ import annotations

import pytest

from kaocheng.site.audit.models import StoredEvent
from kaocheng.site.hall import services
from kaocheng.site.hall.models import StoredTicket
from tests.site.conftest import AccountOf
from tests.site.hall.conftest import Clock, DeviceOf
from tests.site.hall.halls import CLERK, HALL, minute, sit, take

pytestmark = pytest.mark.django_db


def test_a_ticket_in_two_touches(county: str, device_of: DeviceOf, clock: Clock) -> None:
    """Business, item: the slip has the label, people ahead, the sum of the wait, and a code to follow."""
    kiosk = device_of("kiosk")
    clock.set(5)
    take(county, at=minute(0))
    assert "综合事务" in kiosk.get("/hall/kiosk/").content.decode()
    assert "优先办理" in kiosk.get("/hall/kiosk/A/").content.decode()
    answer = kiosk.post("/hall/kiosk/A/take/", {"item": "S1", "priority": ""}, follow=True)
    row = StoredTicket.objects.get(label="A002")
    said = answer.content.decode()
    assert f"/hall/kiosk/slip/{row.code}/" == answer.redirect_chain[-1][0]
    assert "A002" in said
    assert "1人" in said
    assert "目前没有窗口在办此类业务" in said
    assert "data:image/svg+xml" in said
    assert ("S1", "kiosk", "device:kiosk-1") == (row.item, row.channel, _taker(row))


def test_the_wait_is_told_with_its_sum(
    county: str, device_of: DeviceOf, account_of: AccountOf, clock: Clock
) -> None:
    """One window at work, one ahead, ten minutes each as planned."""
    kiosk = device_of("kiosk")
    sit(account_of, county)
    take(county)
    clock.set(5)
    said = kiosk.post("/hall/kiosk/A/take/", follow=True).content.decode()
    assert "前面1人 × 平均每人10分钟 ÷ 1个窗口 ≈ 10分钟" in said


def test_a_priority_stands_on_the_slip_and_goes_before(
    county: str, device_of: DeviceOf, clock: Clock
) -> None:
    """An old person who says so is ahead of those of the last half hour."""
    kiosk = device_of("kiosk")
    take(county)
    clock.set(5)
    said = kiosk.post("/hall/kiosk/A/take/", {"priority": "elderly"}, follow=True).content.decode()
    assert "优先：老年人" in said
    assert "0人" in said


def test_a_refusal_is_told_in_large_letters(device_of: DeviceOf, clock: Clock) -> None:
    """Outside the hours: 409 on the kiosk's own page, with when it opens; no ticket."""
    kiosk = device_of("kiosk")
    clock.set(9 * 60)
    answer = kiosk.post("/hall/kiosk/A/take/")
    assert 409 == answer.status_code
    assert "下次开放是11月23日09:00" in answer.content.decode()
    assert not StoredTicket.objects.exists()


def test_check_in_by_six_digits(county: str, device_of: DeviceOf, clock: Clock) -> None:
    """The pin turns into a ticket once; a wrong one and a second time are refused."""
    kiosk = device_of("kiosk")
    row = services.book(county=county, hall=HALL, group="B", starts_at=minute(60), at=minute(0))
    clock.set(40)
    wrong = "000000" if row.pin != "000000" else "000001"
    assert 409 == kiosk.post("/hall/kiosk/check-in/", {"pin": wrong}).status_code
    answer = kiosk.post("/hall/kiosk/check-in/", {"pin": row.pin}, follow=True)
    assert "预约时段 10:00–11:00" in answer.content.decode()
    assert 409 == kiosk.post("/hall/kiosk/check-in/", {"pin": row.pin}).status_code
    assert 1 == StoredTicket.objects.count()


def test_queueing_again_at_the_kiosk(
    county: str, device_of: DeviceOf, account_of: AccountOf, clock: Clock
) -> None:
    """A passed ticket is on the page, goes back into the queue, and is then no longer offered."""
    kiosk = device_of("kiosk")
    desk = {"county": county, "by": sit(account_of, county), "role": CLERK, "at": minute(1)}
    number = take(county).number
    services.call_next(window="W1", **desk)
    services.recall(number=number, **desk)
    services.pass_over(number=number, **desk)
    clock.set(5)
    assert "A001" in kiosk.get("/hall/kiosk/rejoin/").content.decode()
    kiosk.post("/hall/kiosk/rejoin/", {"label": "A001"})
    assert "waiting" == StoredTicket.objects.get().state
    assert 409 == kiosk.post("/hall/kiosk/rejoin/", {"label": "A001"}).status_code


def test_addresses_that_lead_nowhere(device_of: DeviceOf) -> None:
    """An unknown business or slip is 404."""
    kiosk = device_of("kiosk")
    assert [404, 404] == [
        kiosk.get(path).status_code for path in ("/hall/kiosk/Z/", "/hall/kiosk/slip/x/")
    ]


def _taker(row: StoredTicket) -> str:
    return str(StoredEvent.objects.get(stream=f"ticket/{row.number}", kind="take").actor)
