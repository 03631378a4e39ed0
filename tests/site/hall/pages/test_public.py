"""The hall for everybody: open or not, how many wait, booking and cancelling."""

from __future__ import annotations

import pytest
from django.test import Client

from kaocheng.site.hall.models import StoredAppointment
from tests.site.hall.conftest import Clock
from tests.site.hall.halls import make_hall, minute, take

pytestmark = pytest.mark.django_db
TIMES = "/hall/public/D1/B/"


def _book(browser: Client, minutes: float) -> object:
    return browser.post(f"{TIMES}slot/", {"starts_at": minute(minutes).isoformat(), "item": "S3"})


def test_the_hall_says_whether_it_is_open(county: str, clock: Clock) -> None:
    """Open at nine with one waiting; closed at noon with when it opens next."""
    make_hall(county)
    take(county)
    said = Client().get("/hall/public/").content.decode()
    assert "正在开放" in said
    assert "1人" in said
    clock.set(4 * 60)
    said = Client().get("/hall/public/").content.decode()
    assert "现在不开放" in said
    assert "下次开放 11月20日 14:00" in said


def test_without_a_hall_the_page_still_stands(county: str, clock: Clock) -> None:
    """A county that has entered no hall yet."""
    assert "还没有登记大厅" in Client().get("/hall/public/").content.decode()


def test_booking_and_cancelling(county: str, clock: Clock) -> None:
    """Choose the business, the day, the slot; six digits; cancelled, and the place is free again."""
    make_hall(county)
    browser = Client()
    assert "社会保险" in browser.get("/hall/public/D1/").content.decode()
    assert "余3个" in browser.get(TIMES).content.decode()
    answer = _book(browser, 60)
    row = StoredAppointment.objects.get()
    assert f"/hall/booked/{row.code}/" == answer["Location"]
    said = browser.get(answer["Location"]).content.decode()
    assert row.pin in said
    assert "余2个" in browser.get(TIMES).content.decode()
    browser.post(f"/hall/booked/{row.code}/cancel/")
    assert "已取消" in browser.get(answer["Location"]).content.decode()
    assert "余2个" not in browser.get(TIMES).content.decode()


def test_a_full_slot_is_shown_and_refused(county: str, clock: Clock) -> None:
    """The button is dead, and who posts all the same is told on the page."""
    make_hall(county)
    for _ in range(3):
        _book(Client(), 60)
    assert "约满" in Client().get(TIMES).content.decode()
    answer = _book(Client(), 60)
    assert 409 == answer.status_code
    assert "已经约满" in answer.content.decode()
    assert 3 == StoredAppointment.objects.count()


@pytest.mark.parametrize("starts_at", ["", "x", "2026-11-20T10:00:00", "2026-13-40T10:00:00+08:00"])
def test_nonsense_is_refused_in_words(county: str, clock: Clock, starts_at: str) -> None:
    """No slot chosen, or a time that is none."""
    make_hall(county)
    answer = Client().post(f"{TIMES}slot/", {"starts_at": starts_at, "day": "2026-99-99"})
    assert 409 == answer.status_code
    assert "请点选一个时段" in answer.content.decode()


def test_one_address_does_not_book_the_hall_out(county: str, clock: Clock) -> None:
    """Ten a day from one address; the eleventh is refused."""
    make_hall(county)
    for n in range(11):
        answer = _book(Client(), 60 + 60 * (n // 3))
    assert "一天最多预约10次" in answer.content.decode()


def test_what_is_not_there_is_404(county: str, clock: Clock) -> None:
    """Another hall, a business without booking, an unknown code."""
    make_hall(county)
    paths = ["/hall/public/D9/", "/hall/public/D1/A/", "/hall/booked/x/"]
    assert [404] * 3 == [Client().get(path).status_code for path in paths]
