"""What the applicant learns: the verdict, the licence, how it is handed over, why, and how the date was reached."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.hall import services as hall
from kaocheng.site.hall.models import StoredWindow
from tests.site.cases.people import Desk
from tests.site.conftest import SINCE, AccountOf
from tests.site.desk.conftest import Browser
from tests.site.hall.halls import make_hall

pytestmark = pytest.mark.django_db
REASONS = "消防通道不足，不符合安全要求"


@pytest.fixture(autouse=True)
def _now(desk: Desk) -> None:
    desk.at = timezone.localtime() - timedelta(hours=2)


NOT_IN = [("identity", "未提交"), ("plan", "缺盖章"), ("deed", "未提交")]


def _examined(desk: Desk, opinion: str = "通过") -> StoredCase:
    row = desk.open()
    desk.move(row, "accept", desk.clerk)
    desk.move(row, "finish_task", desk.house, task="house", opinion="通过")
    return desk.move(
        row, "finish_task", desk.fireman, task="fire", opinion=opinion, remark="已现场看过"
    )


def _pages(row: StoredCase, browser: Browser, desk: Desk) -> tuple[str, str]:
    mine = browser(desk.citizen).get(reverse("portal:case", args=[row.number])).text
    tracked = Client().get("/track/", {"number": row.number, "code": row.code}).text
    return mine, tracked


def test_granted_and_posted(desk: Desk, browser: Browser) -> None:
    """Verdict, number of the licence, waybill: on both pages."""
    row = _examined(desk)
    desk.move(row, "grant", desk.chief, certificate="示许〔2026〕1号")
    desk.move(row, "close", desk.issuer)
    row = desk.move(row, "deliver", desk.issuer, mode="邮寄", waybill="WB0001")
    for page in _pages(row, browser, desk):
        for word in ("准予", "示许〔2026〕1号", "邮寄", "WB0001"):
            assert word in page, word


def test_refused_with_its_reasons(desk: Desk, browser: Browser) -> None:
    """不予 on both; reasons and remedies only for the applicant who has signed in."""
    row = _examined(desk, "不通过")
    row = desk.move(row, "deny", desk.chief, reasons=REASONS, remedies="六十日内申请行政复议")
    mine, tracked = _pages(row, browser, desk)
    assert "不予" in mine
    assert "不予" in tracked
    assert REASONS in mine
    assert "六十日内申请行政复议" in mine
    assert REASONS not in tracked


def test_where_to_collect(desk: Desk, browser: Browser) -> None:
    """Closed and not handed out: the issuing windows in use, no other."""
    zone = make_hall(desk.county).floors.get().zones.get()
    given = {"county": desk.county, "at": desk.at, "by": "manager", "role": "hall_supervisor"}
    hall.save_window(
        number="W9", zone=zone, name="9号出件窗口", kind="issuing", items=[], groups=[],
        since=date(2026, 1, 1), **given,
    )  # fmt: skip
    row = _examined(desk)
    desk.move(row, "grant", desk.chief)
    row = desk.move(row, "close", desk.issuer, certificate="证0001")
    for page in _pages(row, browser, desk):
        assert "9号出件窗口" in page
        assert "1号窗口" not in page


def test_why_a_paper_came_back(desk: Desk, browser: Browser) -> None:
    """退件: the ground stands in the applicant's own 经过."""
    row = desk.open()
    row = desk.move(row, "return_case", desk.clerk, ground="重复申请", reason="上周已受理同一申请")
    mine, tracked = _pages(row, browser, desk)
    assert "重复申请" in mine
    assert "上周已受理同一申请" in mine
    assert "上周已受理同一申请" not in tracked


def test_how_the_date_was_reached(desk: Desk, browser: Browser) -> None:
    """My own page opens the sum too."""
    row = desk.open()
    row = desk.move(row, "accept", desk.clerk)
    for page in _pages(row, browser, desk):
        assert "承诺到期日怎样算出来的" in page


def test_inner_steps_are_not_told(desk: Desk, browser: Browser) -> None:
    """签收 and 转办 are between offices."""
    row = desk.open()
    desk.move(row, "accept", desk.clerk)
    row = desk.move(row, "claim_task", desk.house, task="house")
    mine, _ = _pages(row, browser, desk)
    assert "签收" not in mine.split("经过</h2>")[1]


def test_the_last_day_is_still_in_time(desk: Desk, browser: Browser) -> None:
    """含当日, and said to be the last."""
    row = desk.open(received=["form"])
    row = desk.move(row, "notify_supplement", desk.clerk, missing=NOT_IN, within=15)
    StoredCase.objects.filter(pk=row.pk).update(supply_by=timezone.localdate())
    for page in _pages(row, browser, desk):
        assert "（含当日）" in page
        assert "今天是最后一天" in page


def test_on_the_spot_is_not_offered_online(desk: Desk, browser: Browser) -> None:
    """当场更正 is done at the window; its address is refused as well."""
    row = desk.open()
    client = browser(desk.citizen)
    assert "当场更正" not in client.get(reverse("portal:case", args=[row.number])).text
    assert 409 == client.get(reverse("portal:move", args=[row.number, "fix_on_spot"])).status_code


def test_urging_once_a_day(desk: Desk, browser: Browser) -> None:
    """The second one of a day is not offered and not taken."""
    row = desk.open()
    client, address = browser(desk.citizen), reverse("portal:move", args=[row.number, "urge"])
    assert 302 == client.post(address, {"serial": row.serial, "reason": "请快些"}).status_code
    shown = client.get(reverse("portal:case", args=[row.number]))
    assert "今天已经催办过" in shown.text
    assert 409 == client.post(address, {"serial": row.serial + 1, "reason": "再催"}).status_code


def test_only_assistants_are_named_and_not_by_login(
    desk: Desk, browser: Browser, account_of: AccountOf
) -> None:
    """Whoever sits at a window for assistance, by post; nobody there, nothing offered."""
    row = desk.open()
    client, address = browser(desk.citizen), reverse("portal:move", args=[row.number, "entrust"])
    assert 409 == client.get(address).status_code
    make_hall(desk.county)
    helper = account_of(Role.WINDOW_CLERK, window="W2")
    StoredWindow.objects.filter(county=desk.county, number="W2").update(kind="assisting")
    shown = client.get(address)
    assert helper.display_name in shown.text
    for account in (helper, desk.clerk, desk.house, desk.chief):
        assert account.username not in shown.text
    assert desk.clerk.display_name not in shown.text
    post = helper.posts.get(since=SINCE)
    told = {"serial": row.serial, "agent": str(post.pk), "letter": "委1号"}
    assert 302 == client.post(address, told).status_code
    assert helper.username == StoredCase.objects.get(pk=row.pk).record().agent.number


def test_the_slower_is_told_who_was_faster(desk: Desk, browser: Browser) -> None:
    """By name and time, also where the step is no longer possible; a torn page is called so."""
    row = desk.open()
    address = reverse("portal:move", args=[row.number, "supply"])
    row = desk.move(row, "withdraw", desk.clerk, reason="电话要求")
    said = browser(desk.citizen).post(address, {"serial": row.serial - 1}).text
    assert desk.clerk.display_name in said
    assert "撤回申请" in said
    other = desk.open()
    address = reverse("portal:move", args=[other.number, "withdraw"])
    said = browser(desk.citizen).post(address, {"reason": "不办了"}).text
    assert "请刷新后重新填写" in said
    assert "Serial" not in said


def test_limits_hold_whatever_the_channel(desk: Desk) -> None:
    """The service itself refuses a second urging of the day, and to entrust somebody who assists nobody."""
    row = desk.open()
    desk.move(row, "urge", desk.citizen, reason="请快些")
    with pytest.raises(Refusal, match="今天已经催办过 1 次"):
        desk.move(row, "urge", desk.citizen, reason="再催")
    with pytest.raises(Refusal, match="不是帮办代办窗口的人员"):
        desk.move(row, "entrust", desk.clerk, agent=desk.house.username, letter="委1号")
    with pytest.raises(Refusal, match="须由窗口受理办理"):
        desk.move(row, "fix_on_spot", desk.citizen, received=["form"], reason="日期写错")
