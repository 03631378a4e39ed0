"""Saved statistics: found again under their name, by whoever saved them."""

from __future__ import annotations

import pytest
from django.urls import reverse

from kaocheng.hall.posts import Role
from kaocheng.site.supervision.models import StoredStatistic
from tests.site.cases.people import Desk
from tests.site.desk.conftest import Browser

pytestmark = pytest.mark.django_db
PAGE = "/supervision/late/?kind=owing&unit=D001"


def test_saved_and_found(desk: Desk, browser: Browser) -> None:
    """Under its name on the board, leading to the same filter; the same name again means the new one."""
    client = browser(desk.supervisor)
    save = reverse("supervision:save")
    assert PAGE == client.post(save, {"name": "容缺", "address": PAGE}).url
    board = client.get("/supervision/")
    assert [("容缺", PAGE)] == [(one.name, one.address) for one in board.context["saved"]]
    client.post(save, {"name": "容缺", "address": "/supervision/late/"})
    assert ["/supervision/late/"] == [one.address for one in StoredStatistic.objects.all()]
    number = StoredStatistic.objects.get().pk
    other = browser(desk.again(Role.INSPECTOR, ""))
    assert [] == list(other.get("/supervision/").context["saved"])
    other.post(reverse("supervision:drop", args=[number]))
    assert StoredStatistic.objects.exists()
    client.post(reverse("supervision:drop", args=[number]))
    assert not StoredStatistic.objects.exists()


@pytest.mark.parametrize(
    "told",
    [
        {"name": "甲", "address": "https://elsewhere.example/supervision/"},
        {"name": "甲", "address": "//elsewhere.example/"},
        {"name": "甲", "address": "/desk/"},
        {"name": "甲", "address": "/supervision/?x=" + "9" * 600},
        {"name": " ", "address": PAGE},
    ],
)
def test_what_cannot_be_saved(desk: Desk, browser: Browser, told: dict[str, str]) -> None:
    """Another site, another part of this one, too long, without a name."""
    answer = browser(desk.supervisor).post(reverse("supervision:save"), told)
    assert reverse("supervision:board") == answer.url
    assert not StoredStatistic.objects.exists()


def test_no_more_than_fifty(desk: Desk, browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    """The list stays one a person reads."""
    monkeypatch.setattr("kaocheng.site.supervision.services.MOST", 2)
    client = browser(desk.supervisor)
    for name in ("甲", "乙", "丙"):
        client.post(reverse("supervision:save"), {"name": name, "address": PAGE})
    assert 2 == StoredStatistic.objects.count()
