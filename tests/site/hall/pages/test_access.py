"""Devices come in by their token, and only to their own pages."""

from __future__ import annotations

import pytest
from django.test import Client

from kaocheng.site.audit.models import StoredRefusal
from kaocheng.site.hall import services
from tests.site.hall.conftest import Clock, DeviceOf
from tests.site.hall.halls import MANAGER, NINE

pytestmark = pytest.mark.django_db


def test_a_stranger_sees_neither_kiosk_nor_display(device_of: DeviceOf) -> None:
    """Without a token 401, with a sentence and the way to enrol."""
    for path in ("/hall/kiosk/", "/hall/kiosk/A/", "/hall/display/", "/hall/display/board/"):
        answer = Client().get(path)
        assert 401 == answer.status_code
        assert "没有登入" in answer.content.decode()
    assert 401 == Client().post("/hall/kiosk/A/take/").status_code


def test_a_device_sees_its_own_kind_of_page(device_of: DeviceOf) -> None:
    """A display is no kiosk."""
    display = device_of("display")
    assert 200 == display.get("/hall/display/").status_code
    assert 401 == display.get("/hall/kiosk/").status_code


def test_a_wrong_token_is_refused_and_noted(device_of: DeviceOf) -> None:
    """Nobody guesses: ten tries a minute, each wrong one in the log."""
    stranger = Client()
    answers = [stranger.post("/hall/device/", {"token": f"x{n}"}).status_code for n in range(11)]
    assert [401] * 10 + [429] == answers
    assert 11 == StoredRefusal.objects.count()


def test_a_revoked_device_is_out_at_once(county: str, device_of: DeviceOf) -> None:
    """The next request after the token was taken back is a stranger's."""
    kiosk = device_of("kiosk")
    assert 200 == kiosk.get("/hall/kiosk/").status_code
    services.revoke_token(county=county, number="kiosk-1", at=NINE, **MANAGER)
    assert 401 == kiosk.get("/hall/kiosk/").status_code


def test_a_device_asks_only_so_often(device_of: DeviceOf, clock: Clock) -> None:
    """Beyond its limit 429 with a time to wait; the next minute it goes on."""
    kiosk = device_of("kiosk", per_minute=3)
    answers = [kiosk.get("/hall/kiosk/") for _ in range(4)]
    assert [200, 200, 200, 429] == [answer.status_code for answer in answers]
    assert "60" == answers[-1]["Retry-After"]
    clock.set(1)
    assert 200 == kiosk.get("/hall/kiosk/").status_code


def test_the_token_is_kept_from_scripts_and_other_sites(device_of: DeviceOf) -> None:
    """HttpOnly, SameSite=Strict."""
    cookie = device_of("kiosk").cookies["hall-device"]
    assert cookie["httponly"]
    assert "Strict" == cookie["samesite"]
