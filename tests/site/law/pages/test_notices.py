"""The pages of notices: entering, seeing the effect, approving by another."""

from __future__ import annotations

from datetime import datetime
from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from kaocheng.hall.posts import Role
from kaocheng.kernel.clocks import SHANGHAI, Budget, Entry, Turn
from kaocheng.site.law import replaying
from kaocheng.site.law.models import NoticeState, StoredNotice
from kaocheng.site.law.replaying import OpenClock
from kaocheng.site.law.services import propose_file
from tests.site.conftest import AccountOf, ClientOf
from tests.site.law.conftest import FILE, NOW, TITLE, WORDS

pytestmark = pytest.mark.django_db
GIVEN = {"year": 2027, "title": TITLE, "document": "试〔2026〕1号", "words": WORDS}


def text(reply: object) -> str:
    """What the browser got."""
    return reply.content.decode()


@pytest.fixture
def row(account_of: AccountOf) -> StoredNotice:
    """A notice that somebody else entered."""
    by = account_of(Role.SYSTEM_MANAGER)
    return propose_file(text=FILE, by=by, role="system_manager", at=NOW)


def test_a_notice_is_entered_by_its_words(client_of: ClientOf) -> None:
    """It leads to its own page, where its author cannot approve it."""
    client = client_of(Role.SYSTEM_MANAGER)
    reply = client.post(reverse("law:new-notice"), GIVEN, follow=True)
    page = text(reply)
    assert "通知已录入" in page
    assert "须由另一人批准" in page
    assert "2月13日" in page
    assert "批准，立即生效" not in page


def test_a_notice_is_entered_by_a_file(client_of: ClientOf) -> None:
    """Nothing else is needed."""
    upload = SimpleUploadedFile("2027.toml", FILE.encode())
    client_of(Role.SYSTEM_MANAGER).post(reverse("law:new-notice"), {"file": upload})
    assert StoredNotice.objects.get().year == 2027


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"words": WORDS.replace("共7天", "共8天")}, "写着共8天"),
        ({"words": ""}, "通知正文"),
        ({"file": SimpleUploadedFile("x.toml", b"\xff\xfe")}, "不是 UTF-8 文本"),
        ({"file": SimpleUploadedFile("x.toml", b"a" * 70_000)}, "超过 64 KiB"),
        ({"file": SimpleUploadedFile("x.toml", b"year = ")}, "文件读不出来"),
    ],
)
def test_slips_are_told_beside_the_form(
    client_of: ClientOf, change: dict[str, object], says: str
) -> None:
    """Nothing is kept, and what was typed is still there."""
    given = change if "file" in change else GIVEN | change
    reply = client_of(Role.SYSTEM_MANAGER).post(reverse("law:new-notice"), given)
    assert reply.status_code == 200
    assert "error" in text(reply)
    assert says in text(reply)
    assert "file" in change or TITLE in text(reply)
    assert not StoredNotice.objects.exists()


def test_the_effect_is_shown_and_approved(
    client_of: ClientOf,
    row: StoredNotice,
    providers: dict[str, replaying.Provider],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Before: old and new day of the case and why. After: in force, with what moved."""
    began = Entry(Turn.START, datetime(2026, 12, 21, 10, tzinfo=SHANGHAI), "受理")
    providers["cases"] = lambda _: [OpenClock("办件9", "法定期限", Budget(5), [began])]
    monkeypatch.setattr(
        "kaocheng.site.law.pages.notices.timezone", SimpleNamespace(now=lambda: NOW)
    )
    client = client_of(Role.INSPECTOR)
    before = text(client.get(reverse("law:notice", args=[row.pk])))
    for said in ("办件9", "2026-12-28", "2026-12-26", "12月26日调休上班", "批准，立即生效"):
        assert said in before
    after = text(client.post(reverse("law:approve", args=[row.pk]), follow=True))
    assert "已生效，各件时限已按新安排计算" in after
    assert "批准时变动的时限" in after
    assert "批准，立即生效" not in after
    row.refresh_from_db()
    assert row.state == NoticeState.APPROVED


def test_rejecting_needs_a_reason(client_of: ClientOf, row: StoredNotice) -> None:
    """Without one it stays as it is; with one it is shown."""
    client = client_of(Role.INSPECTOR)
    address = reverse("law:reject", args=[row.pk])
    assert "没有写明不批准的理由" in text(client.post(address, follow=True))
    assert "日期抄错" in text(client.post(address, {"remark": "日期抄错"}, follow=True))


def test_the_list_shows_state_and_people(client_of: ClientOf, row: StoredNotice) -> None:
    """And an empty one says what to do."""
    client = client_of(Role.INSPECTOR)
    page = text(client.get(reverse("law:notices")))
    assert TITLE in page
    assert "待批准" in page
    StoredNotice.objects.all().delete()
    assert "还没有录入通知" in text(client.get(reverse("law:notices")))


def test_a_number_that_is_not_there(client_of: ClientOf) -> None:
    """404 with a sentence, for looking and for deciding."""
    client = client_of(Role.INSPECTOR)
    assert client.get(reverse("law:notice", args=[99])).status_code == 404
    assert client.post(reverse("law:approve", args=[99])).status_code == 404


def test_approving_is_no_link(client_of: ClientOf, row: StoredNotice) -> None:
    """Only a form changes something."""
    client = client_of(Role.INSPECTOR)
    assert client.get(reverse("law:approve", args=[row.pk])).status_code == 405


@pytest.mark.parametrize("role", [Role.APPLICANT, Role.WINDOW_CLERK, Role.CATALOGUE_MANAGER])
def test_others_have_no_business_here(client_of: ClientOf, role: Role) -> None:
    """403 with a sentence."""
    assert client_of(role).get(reverse("law:notices")).status_code == 403


def test_strangers_are_sent_to_sign_in(client: Client) -> None:
    """Without an account."""
    assert client.get(reverse("law:notices")).status_code == 302
