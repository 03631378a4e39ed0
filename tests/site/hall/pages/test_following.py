"""Following a ticket on the telephone: where it stands, giving up, queueing again; only by its code."""

from __future__ import annotations

import pytest
from django.test import Client

from kaocheng.site.hall import services
from kaocheng.site.hall.models import StoredTicket
from tests.site.conftest import AccountOf
from tests.site.hall.conftest import Clock
from tests.site.hall.halls import CLERK, make_hall, minute, sit, take

pytestmark = pytest.mark.django_db


def _said(code: str) -> str:
    return Client().get(f"/hall/t/{code}/").content.decode()


def test_every_state_is_told(county: str, account_of: AccountOf, clock: Clock) -> None:
    """Waiting with people ahead, called with the window, serving, done with the times."""
    make_hall(county)
    desk = {"county": county, "by": sit(account_of, county), "role": CLERK}
    first, second = take(county), take(county, at=minute(0.1))
    clock.set(4)
    assert "前面还有" in _said(second.code)
    assert "前面1人 × 平均每人10分钟 ÷ 1个窗口 ≈ 10分钟" in _said(second.code)
    given = {"number": first.number, **desk}
    services.call_next(window="W1", at=minute(4), **desk)
    assert "请到<b>1号窗口</b>" in _said(first.code)
    services.serve(at=minute(5), **given)
    assert "正在<b>1号窗口</b>办理" in _said(first.code)
    services.finish(at=minute(15), **given)
    assert "等候5分钟，办理10分钟" in _said(first.code)


def test_nothing_new_is_304(county: str, clock: Clock) -> None:
    """The part asks with its tag; another ticket ahead changes it."""
    make_hall(county)
    address = f"/hall/t/{take(county).code}/state/"
    tag = Client().get(address)["ETag"]
    ask = lambda: Client().get(address, headers={"If-None-Match": tag}).status_code  # noqa: E731
    assert 304 == ask()
    take(county)
    assert 200 == ask()


def test_giving_up_by_the_holder(county: str, clock: Clock) -> None:
    """A POST gives it up; a GET changes nothing; done twice is refused in words."""
    make_hall(county)
    code = take(county).code
    clock.set(3)
    assert 405 == Client().get(f"/hall/t/{code}/give-up/").status_code
    Client().post(f"/hall/t/{code}/give-up/")
    assert "abandoned" == StoredTicket.objects.get().state
    again = Client().post(f"/hall/t/{code}/give-up/")
    assert 409 == again.status_code
    assert "号票A001（弃号）现在不能弃号" in again.content.decode()
    assert "号票已作废" in _said(code)


def test_queueing_again_by_the_holder(county: str, account_of: AccountOf, clock: Clock) -> None:
    """After being passed over the page offers it, once."""
    make_hall(county)
    desk = {"county": county, "by": sit(account_of, county), "role": CLERK, "at": minute(1)}
    row = take(county)
    for _ in range(2):
        services.call_next(window="W1", **desk)
        services.recall(number=row.number, **desk)
        services.pass_over(number=row.number, **desk)
        clock.set(5)
        offered = "重新排队</button>" in _said(row.code)
        answer = Client().post(f"/hall/t/{row.code}/rejoin/")
        assert (302 if offered else 409) == answer.status_code
    assert not offered


def test_a_code_cannot_be_guessed(county: str, clock: Clock) -> None:
    """The label or number is no code; the page asks search engines to stay away."""
    make_hall(county)
    row = take(county)
    assert [404, 404, 404] == [
        Client().get(f"/hall/t/{code}/").status_code for code in (row.label, row.number, "x")
    ]
    assert "noindex" in _said(row.code)
