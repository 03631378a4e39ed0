"""The time line of a stream: for keepers all, for others what the app says; whole or not is said."""

from __future__ import annotations

import pytest
from django.urls import reverse

from kaocheng.hall.posts import Role
from kaocheng.site.audit import streams
from kaocheng.site.audit.models import StoredEvent
from kaocheng.site.audit.services import append, seal_events
from kaocheng.site.audit.streams import may_see, register_stream, title_of
from tests.site.audit.conftest import BEGIN, Grow
from tests.site.conftest import AccountOf, ClientOf

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def kinds(monkeypatch: pytest.MonkeyPatch) -> None:
    """No kind registered but what the test registers."""
    monkeypatch.setattr(streams, "_KINDS", {})


def address(stream: str) -> str:
    """Where the time line is."""
    return reverse("audit:stream", args=[stream])


def test_the_time_line_tells_who_what_and_when(
    account_of: AccountOf, client_of: ClientOf, county: str
) -> None:
    """Name, role, kind and facts in words."""
    clerk = account_of(Role.WINDOW_CLERK)
    append(
        county=county, stream="case/甲", kind="受理", actor=clerk, role=Role.WINDOW_CLERK, at=BEGIN,
        facts={"材料": ["申请表", "图纸"], "容缺": True, "窗口": {"号": "A01"}, "备注": None},
    )  # fmt: skip
    page = client_of(Role.INSPECTOR).get(address("case/甲")).content.decode()
    for said in (
        "办件 甲的事件", "受理", f"窗口受理1（账号编号{clerk.pk}）", "申请表、图纸", "是", "号：A01",
        "2026-03-02 09:00:00", "全部相符",
    ):  # fmt: skip
        assert said in page, said


def test_a_break_is_shown(grow: Grow, client_of: ClientOf, county: str, unlocked: None) -> None:
    """What was done to it, in the same words as on the command line."""
    grow("case/甲", 3)
    seal_events(county=county, at=BEGIN)
    StoredEvent.objects.filter(serial=2).update(kind="改")
    StoredEvent.objects.filter(serial=3).delete()
    page = client_of(Role.INSPECTOR).get(address("case/甲")).content.decode()
    assert "第2条：内容与摘要不符（内容被改）" in page
    assert "第3条：封存之后被截去（尾部被截）" in page


def test_the_app_says_who_else_may_see(grow: Grow, client_of: ClientOf) -> None:
    """An approver sees the case the app lets him see, and no other; a kind nobody registered is closed."""
    for stream in ("case/甲", "case/乙", "ticket/1"):
        grow(stream, 1)
    register_stream("case", "办件", lambda account, number: number == "甲" and bool(account.unit))
    client = client_of(Role.APPROVER, unit="D01")
    assert client.get(address("case/甲")).status_code == 200
    for closed in ("case/乙", "ticket/1", "case/丙"):
        reply = client.get(address(closed))
        assert reply.status_code == 404
        assert "没有这条事件流，或者您不能打开它" in reply.content.decode()


def test_what_is_not_there_is_404_for_keepers(client_of: ClientOf) -> None:
    """The inspector may see all, but not what does not exist."""
    assert client_of(Role.INSPECTOR).get(address("case/无")).status_code == 404


def test_another_county_is_not_there(grow: Grow, client_of: ClientOf) -> None:
    """The inspector of this county."""
    grow("case/甲", 1, county="510905")
    assert client_of(Role.INSPECTOR).get(address("case/甲")).status_code == 404


def test_a_time_line_is_found_by_its_name(client_of: ClientOf) -> None:
    """The form leads there; without a name it stays."""
    client = client_of(Role.INSPECTOR)
    reply = client.get(reverse("audit:streams"), {"stream": " case/甲 "})
    assert reply.status_code == 302
    assert reply.url == address("case/甲")
    assert client.get(reverse("audit:streams")).status_code == 200


def test_titles(account_of: AccountOf) -> None:
    """In the words of the app, or of this page, or as it is."""
    register_stream("rating", "评价单", lambda *_: False)
    assert title_of("rating/1") == "评价单 1"
    assert title_of("case/甲") == "办件 甲"
    assert title_of("other/1") == "other 1"
    assert may_see(account_of(Role.SYSTEM_MANAGER), "rating/1")
    assert not may_see(account_of(Role.EVALUATOR), "rating/1")
