"""The page of seals: what to note outside, and sealing by hand."""

from __future__ import annotations

import pytest
from django.urls import reverse

from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.audit.models import StoredSeal
from tests.site.audit.conftest import Grow
from tests.site.conftest import ClientOf

pytestmark = pytest.mark.django_db


def test_sealing_by_hand(grow: Grow, client_of: ClientOf) -> None:
    """Three events wait; sealed, number and digest are shown to be noted; then nothing waits."""
    grow("case/甲", 3)
    client = client_of(Role.INSPECTOR)
    before = client.get(reverse("audit:seals")).content.decode()
    assert "还没有封存" in before
    page = client.post(reverse("audit:seal"), follow=True).content.decode()
    seal = StoredSeal.objects.get()
    assert page.count(f"1:{seal.digest}") == 2
    again = client.post(reverse("audit:seal"), follow=True).content.decode()
    assert "没有新的事件" in again
    assert StoredSeal.objects.count() == 1


def test_a_busy_store_is_told(client_of: ClientOf, monkeypatch: pytest.MonkeyPatch) -> None:
    """What to do instead, not an error."""

    def busy(**_: object) -> None:
        raise Refusal("audit.busy", "现在不能封存。", "请过几分钟再试。")

    monkeypatch.setattr("kaocheng.site.audit.pages.seals.seal_events", busy)
    reply = client_of(Role.INSPECTOR).post(reverse("audit:seal"), follow=True)
    assert "请过几分钟再试" in reply.content.decode()


def test_sealing_is_no_link(client_of: ClientOf) -> None:
    """Only the button does it."""
    assert client_of(Role.INSPECTOR).get(reverse("audit:seal")).status_code == 405
