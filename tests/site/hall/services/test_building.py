"""Building a hall up: parts, windows and what they may call, opening hours, devices."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from kaocheng.hall.hours import Span
from kaocheng.hall.windows import count_by_kind
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.audit.models import StoredEvent
from kaocheng.site.base.tokens import digest_of
from kaocheng.site.hall import services
from kaocheng.site.hall.models import StoredDevice, StoredHall, StoredWindow, StoredZone
from kaocheng.site.hall.services.devices import device_of
from tests.site.hall.halls import DAY, HALL, MANAGER, NINE, OPEN, make_hall, minute, take

pytestmark = pytest.mark.django_db
HOW = {"at": NINE, **MANAGER}


def _windows(county: str) -> list[StoredWindow]:
    return list(StoredWindow.objects.filter(county=county).prefetch_related("groups", "spells"))


def test_windows_are_counted_by_type_on_a_date(county: str) -> None:
    """Two 无差别 and one 部门协同; the day after W2 was suspended there is one fewer, and back again later."""
    make_hall(county)
    last = DAY + timedelta(days=2)
    services.suspend_window(county=county, number="W2", last_day=last, cause="装修", **HOW)
    back = DAY + timedelta(days=30)
    services.reinstate_window(county=county, number="W2", since=back, **HOW)
    records = [row.record() for row in _windows(county)]
    assert {"joint": ("W3",), "universal": ("W1", "W2")} == count_by_kind(records, last)
    assert ("W1",) == count_by_kind(records, last + timedelta(days=1))["universal"]
    assert ("W1", "W2") == count_by_kind(records, back)["universal"]
    assert {} == count_by_kind(records, date(2025, 12, 31))


def test_history_cannot_contradict_itself(county: str) -> None:
    """Suspended twice, reinstated while in use, without a reason: refused."""
    make_hall(county)
    with pytest.raises(Refusal, match="本来就在用"):
        services.reinstate_window(county=county, number="W1", since=DAY, **HOW)
    with pytest.raises(Refusal, match="写明原因"):
        services.suspend_window(county=county, number="W1", last_day=DAY, cause=" ", **HOW)
    services.suspend_window(county=county, number="W1", last_day=DAY, cause="检修", **HOW)
    with pytest.raises(Refusal, match="没有启用"):
        services.suspend_window(county=county, number="W1", last_day=DAY, cause="检修", **HOW)
    with pytest.raises(Refusal, match="本来就在用"):
        services.reinstate_window(county=county, number="W1", since=DAY, **HOW)


def test_a_window_calls_only_what_it_takes_in(county: str) -> None:
    """The social insurance window may not call 综合事务, whose items it does not take in; nothing is kept."""
    make_hall(county)
    zone = StoredZone.objects.get()
    with pytest.raises(Refusal, match="3号窗口不受理“综合事务”中的事项S1、S2"):
        services.save_window(county=county, number="W3", zone=zone, groups="AB", **HOW)
    assert ["B"] == [g.letter for g in StoredWindow.objects.get(number="W3").groups.all()]
    with pytest.raises(Refusal, match="不受理“社会保险”中的事项S9"):
        services.save_group(county=county, hall=HALL, letter="B", items=["S9"], **HOW)
    with pytest.raises(Refusal, match="没有业务类别Q"):
        services.save_window(county=county, number="W1", zone=zone, groups="Q", **HOW)


def test_what_is_not_valid_is_said_in_words(county: str) -> None:
    """The field's Chinese name stands in the refusal; a lower-case letter is refused."""
    make_hall(county)
    zone = StoredZone.objects.get()
    with pytest.raises(Refusal, match="窗口类型"):
        services.save_window(county=county, number="W1", zone=zone, kind="tent", **HOW)
    with pytest.raises(Refusal, match="字头"):
        services.save_group(county=county, hall=HALL, letter="a", **HOW)
    with pytest.raises(Refusal, match="没有楼层9F"):
        services.save_zone(county=county, hall=HALL, floor="9F", number="A", name="区", **HOW)


def test_every_change_leaves_an_event(county: str) -> None:
    """A room and a window: who, what, with the values as text."""
    make_hall(county)
    zone = StoredZone.objects.get()
    services.save_room(
        county=county, zone=zone, number="R1", name="后台审批室", kind="approval", area=None, **HOW
    )
    event = StoredEvent.objects.get(stream="room/R1")
    assert ("save", "manager", "approval") == (event.kind, event.actor, event.told["kind"])


def test_hours_of_a_week_and_of_one_day(county: str) -> None:
    """A special day closes the kiosk with its reason; taking it back opens it; overlaps are refused."""
    make_hall(county)
    given = {"county": county, "hall": HALL, **HOW}
    services.set_special_day(day=DAY, spans=[], cause="系统升级", **given)
    with pytest.raises(Refusal, match="系统升级"):
        take(county)
    services.drop_special_day(day=DAY, **given)
    assert "A001" == take(county).label
    with pytest.raises(Refusal, match="没有特别安排"):
        services.drop_special_day(day=DAY, **given)
    with pytest.raises(Refusal, match="重叠"):
        services.set_week(week=[(*OPEN, Span(time(11), time(13)))] + [()] * 6, **given)
    assert 10 == StoredHall.objects.get().openings.count()
    with pytest.raises(Refusal, match="原因"):
        services.set_special_day(day=DAY, spans=[], cause="", **given)


def test_a_hall_without_hours_is_open(county: str) -> None:
    """Where no hours were set the kiosk gives tickets at any time."""
    hall = make_hall(county)
    hall.openings.all().delete()
    assert "A001" == take(county, at=minute(13 * 60)).label


def test_a_device_works_by_its_token_until_it_is_revoked(county: str) -> None:
    """Only the digest is kept; a new token ends the old one; a revoked one is a stranger."""
    make_hall(county)
    device = {"county": county, "number": "K1", **HOW}
    services.register_device(hall=HALL, kind="kiosk", name="一楼取号机", **device)
    assert device_of("") is None
    first = services.issue_token(**device)
    assert "K1" == device_of(first).number
    assert digest_of(first) == StoredDevice.objects.get().digest != first
    second = services.issue_token(**device)
    assert device_of(first) is None
    services.revoke_token(**device)
    assert device_of(second) is None
    with pytest.raises(Refusal, match="没有令牌"):
        services.revoke_token(**device)
    told = StoredEvent.objects.filter(stream="device/K1").values_list("kind", "facts")
    assert ["register", "issue", "issue", "revoke"] == [kind for kind, _ in told]
    assert not any(token in facts for _, facts in told for token in (first, second))
