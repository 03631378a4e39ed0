"""Setting up: the supervisor's forms call the services, and show what they refuse."""

from __future__ import annotations

from datetime import date

import pytest

from kaocheng.hall.posts import Role
from kaocheng.site.catalogue.models import StoredDepartment, StoredItem
from kaocheng.site.hall import services
from kaocheng.site.hall.models import (
    StoredAuthorisation,
    StoredDevice,
    StoredGroup,
    StoredHall,
    StoredResidency,
    StoredShift,
    StoredStaff,
    StoredWindow,
    StoredZone,
)
from tests.site.conftest import AccountOf, ClientOf
from tests.site.hall.conftest import Clock
from tests.site.hall.halls import HALL, MANAGER, NINE, make_hall

pytestmark = pytest.mark.django_db
RULES = {
    "calls_before_pass": 2, "rejoin_after": 3, "rejoins": 1, "slot_grace": 10,
    "book_ahead_days": 7, "book_cutoff": 30, "take_before": 30,
}  # fmt: skip


def _items(county: str) -> None:
    for number, name in (("S1", "企业设立"), ("S2", "企业变更"), ("S3", "参保登记")):
        StoredItem.objects.create(
            county=county, number=number, name=name, kind="01", level="4", state="已发布",
            changed_at=NINE,
        )  # fmt: skip


def test_a_hall_from_nothing(county: str, client_of: ClientOf, clock: Clock) -> None:
    """Hall, floor, zone, group, window by the forms alone; then the tree and the count show them."""
    _items(county)
    boss = client_of(Role.HALL_SUPERVISOR)
    assert "登记大厅" in boss.get("/hall/setup/").content.decode()
    boss.post("/hall/setup/new/", {"number": "D1", "name": "大厅", "area": "100", **RULES})
    boss.post("/hall/setup/D1/part/floor/", {"number": "1F", "name": "一楼", "area": "120"})
    boss.post("/hall/setup/D1/part/zone/", {"floor": "1F", "number": "A", "name": "商事区"})
    group = {"letter": "A", "name": "综合", "minutes": 8, "active": "on", "items": "企业设立\nS2"}
    boss.post("/hall/setup/D1/group/", group)
    assert ["S1", "S2"] == StoredGroup.objects.get().items
    window = {
        "zone": StoredZone.objects.get().pk, "number": "W1", "name": "1号窗口", "kind": "universal",
        "groups": [StoredGroup.objects.get().pk], "since": "2026-11-01",
    }  # fmt: skip
    boss.post("/hall/setup/D1/window/", window)
    room = {"zone": window["zone"], "number": "R1", "name": "审批室", "kind": "approval"}
    boss.post("/hall/setup/D1/part/room/", room)
    said = boss.get("/hall/setup/").content.decode()
    assert all(
        word in said for word in ("商事区", "1号窗口", "无差别综合窗口", "1个：W1", "审批室")
    )
    assert "大厅面积100.00㎡，小于各楼层面积之和120.00㎡" in said


def test_what_a_service_refuses_stands_in_the_form(
    county: str, client_of: ClientOf, clock: Clock
) -> None:
    """The joint window may not call group A; an item the catalogue does not know is named."""
    _items(county)
    make_hall(county)
    boss = client_of(Role.HALL_SUPERVISOR)
    row = StoredWindow.objects.get(number="W3")
    told = {
        "zone": row.zone.pk, "name": "3号窗口", "kind": "joint", "items": "S3",
        "groups": list(StoredGroup.objects.values_list("pk", flat=True)),
    }  # fmt: skip
    answer = boss.post("/hall/setup/D1/window/W3/edit/", told)
    assert 400 == answer.status_code
    assert "不受理“综合事务”中的事项S1、S2" in answer.content.decode()
    answer = boss.post("/hall/setup/D1/window/W3/edit/", {**told, "items": "S3\n不存在的事"})
    assert "事项目录里没有：不存在的事。" in answer.content.decode()


def test_a_window_out_of_use_and_back(county: str, client_of: ClientOf, clock: Clock) -> None:
    """The history is on the window's page."""
    make_hall(county)
    boss = client_of(Role.HALL_SUPERVISOR)
    boss.post("/hall/setup/D1/window/W2/suspend/", {"last_day": "2026-11-20", "cause": "装修"})
    said = boss.get("/hall/setup/D1/window/W2/").content.decode()
    assert "装修" in said
    assert "恢复启用" in said
    boss.post("/hall/setup/D1/window/W2/reinstate/", {"since": "2026-12-01"})
    assert "停用" in boss.get("/hall/setup/D1/window/W2/").content.decode()


def test_hours_by_the_forms(county: str, client_of: ClientOf, clock: Clock) -> None:
    """The week as written, one day apart, and the fortnight as it comes out."""
    make_hall(county)
    boss = client_of(Role.HALL_SUPERVISOR)
    week = {f"day{n}": "8:30-17:30" for n in range(5)} | {"day5": "", "day6": ""}
    boss.post("/hall/setup/D1/hours/week/", week)
    boss.post("/hall/setup/D1/hours/day/", {"day": "2026-11-23", "spans": "", "cause": "系统升级"})
    said = boss.get("/hall/setup/D1/hours/").content.decode()
    assert "08:30–17:30" in said
    assert "系统升级" in said
    boss.post("/hall/setup/D1/hours/2026-11-23/drop/")
    assert "系统升级" not in boss.get("/hall/setup/D1/hours/").content.decode()
    wrong = boss.post("/hall/setup/D1/hours/week/", {**week, "day0": "全天"})
    assert "看不懂开放时段“全天”" in wrong.content.decode()
    assert 404 == boss.post("/hall/setup/D1/hours/x/drop/").status_code


def test_booking_plans_by_the_form(county: str, client_of: ClientOf, clock: Clock) -> None:
    """A plan is set; with nobody let in it is taken back."""
    make_hall(county)
    boss = client_of(Role.HALL_SUPERVISOR)
    plan = {"opens": "09:00", "closes": "12:00", "minutes": 30, "capacity": 2, "weekdays": ["0"]}
    boss.post("/hall/setup/D1/group/A/plan/", plan)
    group = StoredGroup.objects.get(letter="A")
    assert [[0]] == [row.weekdays for row in group.plans.all()]
    boss.post("/hall/setup/D1/group/A/plan/", {**plan, "capacity": 0})
    assert not group.plans.exists()


def test_shifts_by_the_form(
    county: str, client_of: ClientOf, account_of: AccountOf, clock: Clock
) -> None:
    """A shift is on the day's page; an overlap is told; it can be taken back before it begins."""
    make_hall(county)
    boss, clerk = client_of(Role.HALL_SUPERVISOR), account_of(Role.WINDOW_CLERK)
    told = {
        "account": clerk.pk, "window": "W1", "post": "window_clerk",
        "starts_at": "2026-11-23T09:00", "ends_at": "2026-11-23T12:00",
    }  # fmt: skip
    boss.post("/hall/shifts/add/D1/", told)
    assert clerk.display_name in boss.get("/hall/shifts/?day=2026-11-23").content.decode()
    again = boss.post("/hall/shifts/add/D1/", {**told, "window": "W2"})
    assert "该人员在11月23日09:00至12:00已有排班" in again.content.decode()
    boss.post(f"/hall/shifts/{StoredShift.objects.get().pk}/drop/")
    assert not StoredShift.objects.exists()


def test_residency_and_letters_by_the_forms(
    county: str, client_of: ClientOf, account_of: AccountOf, clock: Clock
) -> None:
    """Half of the items inside, one letter to sign: the two rates; revoked from tomorrow."""
    _items(county)
    make_hall(county)
    StoredDepartment.objects.create(county=county, code="U1", name="甲局")
    boss = client_of(Role.HALL_SUPERVISOR)
    chief = account_of(Role.CHIEF_REPRESENTATIVE, unit="U1")
    staff = {"account": chief.pk, "employment": "进驻", "employer": "甲局", "department": "U1"}
    boss.post("/hall/staff/register/", {**staff, "since": "2026-01-01"})
    assert "U1" == StoredStaff.objects.get().department
    home = {"department": "U1", "mode": "人员和事项进驻", "since": "2026-01-01"}
    boss.post("/hall/residency/new/", {**home, "due": "S1\nS2", "items": "S1", "excused": ""})
    assert "甲局" == StoredResidency.objects.get().name
    letter = {"number": "1号", "account": chief.pk, "powers": ["签发"], "all_items": "on"}
    boss.post("/hall/residency/U1/authorise/", {**letter, "since": "2026-01-01"})
    assert ["*"] == StoredAuthorisation.objects.get().items
    said = boss.get("/hall/residency/U1/").content.decode()
    assert all(word in said for word in ("50.0%", "100.0%", "企业变更", "1号"))
    pk = StoredAuthorisation.objects.get().pk
    boss.post(f"/hall/residency/U1/letter/{pk}/", {"on": "2026-11-21", "cause": "调离"})
    assert date(2026, 11, 21) == StoredAuthorisation.objects.get().revoked_on
    wrong = boss.post("/hall/residency/U1/edit/", {**home, "due": "S1", "excused": "S1"})
    assert "事项S1没有写不进驻的理由" in wrong.content.decode()


def test_a_department_manager_sees_the_own_department(
    county: str, client_of: ClientOf, clock: Clock
) -> None:
    """Another department's residency is 404, and changing any is not for managers."""
    for code in ("U1", "U2"):
        services.save_residency(
            county=county, department=code, name=f"{code}局", mode="事项进驻",
            since=date(2026, 1, 1), at=NINE, **MANAGER,
        )  # fmt: skip
    manager = client_of(Role.DEPARTMENT_MANAGER, unit="U1")
    said = manager.get("/hall/residency/").content.decode()
    assert "U1局" in said
    assert "U2局" not in said
    paths = ["/hall/residency/U1/", "/hall/residency/U2/", "/hall/residency/U1/edit/"]
    assert [200, 404, 403] == [manager.get(path).status_code for path in paths]


def test_a_device_and_its_token(county: str, client_of: ClientOf, clock: Clock) -> None:
    """The token is shown once and not kept by the browser; revoked by a click."""
    make_hall(county)
    boss = client_of(Role.HALL_SUPERVISOR)
    boss.post(
        "/hall/devices/new/D1/",
        {"number": "K1", "kind": "kiosk", "name": "取号机", "per_minute": 60},
    )
    answer = boss.post("/hall/devices/K1/issue/")
    assert "no-store" == answer["Cache-Control"]
    assert "只显示这一次" in answer.content.decode()
    assert "有效" in boss.get("/hall/devices/").content.decode()
    boss.post("/hall/devices/K1/revoke/")
    assert "" == StoredDevice.objects.get().digest
    assert 405 == boss.get("/hall/devices/K1/issue/").status_code


def test_setting_up_is_not_for_clerks(county: str, client_of: ClientOf, clock: Clock) -> None:
    """403 for a clerk, and nothing changes."""
    make_hall(county)
    clerk = client_of(Role.WINDOW_CLERK)
    paths = ["/hall/setup/", "/hall/devices/", "/hall/shifts/", "/hall/residency/", "/hall/floor/"]
    assert [403] * 5 == [clerk.get(path).status_code for path in paths]
    assert 403 == clerk.post(f"/hall/setup/{HALL}/", {"name": "x"}).status_code
    assert "示范县政务服务中心" == StoredHall.objects.get().name
