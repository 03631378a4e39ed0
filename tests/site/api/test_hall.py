"""The catalogue, halls and tickets, ratings: what the public part of the API tells and takes."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from kaocheng.feedback.levels import Level
from kaocheng.hall.posts import Role
from kaocheng.site.api.limiting import TICKETS
from kaocheng.site.api.routes.tickets import ONLINE_A_DAY
from kaocheng.site.audit.models import StoredEvent
from kaocheng.site.base.models import StoredMeter
from kaocheng.site.feedback.models import StoredBadRating, StoredRating
from kaocheng.site.feedback.services import token_of
from kaocheng.site.hall import services
from kaocheng.site.hall.models import StoredTicket
from tests.site.api.conftest import Caller, CallerOf
from tests.site.cases.people import Desk
from tests.site.conftest import AccountOf
from tests.site.feedback.conftest import feedback
from tests.site.feedback.factory import Feedback
from tests.site.hall.conftest import Clock, clock
from tests.site.hall.halls import HALL, MANAGER, NINE, make_hall

__all__ = ["clock", "feedback"]
pytestmark = pytest.mark.django_db


def test_items_are_found_page_by_page(desk: Desk, stranger: Caller) -> None:
    """By number, by words, by kind; each once."""
    found, cursor = [], ""
    for _ in range(2):
        told = stranger.get("/items", cursor=cursor, limit=2).json()
        found += [one["task_code"] for one in told["items"]]
        cursor = told["next"]
    assert (["P001", "P002", "P003"], "") == (found, cursor)
    asked = {"q": "证明"}, {"task_type": "20"}, {"q": "没有的事"}, {"dept_code": "D001", "limit": 1}
    got = [[one["task_code"] for one in stranger.get("/items", **a).json()["items"]] for a in asked]
    assert [["P002"], ["P002"], [], ["P001"]] == got


def test_one_item_in_force(desk: Desk, stranger: Caller) -> None:
    """With its limits in codes, its materials and its questions."""
    told = stranger.get("/items/P001").json()
    assert (10, "1", 20, "2") == (
        told["promise_day"], told["promise_type"], told["anticipate_day"], told["project_type"],
    )  # fmt: skip
    assert {"owned", "rented"} == {one["situation"] for one in told["situations"]}
    assert "form" == told["materials"][0]["material_code"]
    assert 404 == stranger.get("/items/P999").status_code


def test_code_lists_with_their_sources(stranger: Caller) -> None:
    """Those of the catalogue and those of the border; an unknown one is not there."""
    keys = {one["key"] for one in stranger.get("/codes").json()["items"] if one["basis"]}
    assert {"kind", "satisfaction", "case_state", "limit_unit"} <= keys
    told = stranger.get("/codes/satisfaction").json()["codes"]
    assert {"code": "1", "name": "非常满意"} == told[0]
    assert 404 == stranger.get("/codes/none").status_code


def test_the_queues_of_a_hall(county: str, clock: Clock, stranger: Caller) -> None:
    """Open at nine, with its groups; closed at night."""
    make_hall(county)
    told = stranger.get(f"/halls/{HALL}").json()
    assert (True, ["A", "B"]) == (
        told["is_open"], [one["business_code"] for one in told["business"]]
    )  # fmt: skip
    clock.set(60 * 10)
    assert not stranger.get("/halls").json()["items"][0]["is_open"]
    assert 404 == stranger.get("/halls/X9").status_code


def test_a_ticket_online_and_at_the_counter(
    desk: Desk, clock: Clock, citizen: Caller, stranger: Caller, caller_of: CallerOf
) -> None:
    """The applicant stands in the events by number; whoever holds the code follows it."""
    make_hall(desk.county)
    given = {"hall_code": HALL, "business_code": "A"}
    told = citizen.post("/tickets", given).json()
    row = StoredTicket.objects.get(county=desk.county, label=told["ticket_no"])
    event = StoredEvent.objects.get(county=desk.county, stream=f"ticket/{row.number}")
    assert ("online", desk.applicant, "1") == (row.channel, event.actor, told["ticket_state"])
    second = caller_of(desk.clerk).post("/tickets", given).json()
    assert 1 == stranger.get(f"/tickets/{second['ticket_code']}").json()["ahead"]
    assert "counter" == StoredTicket.objects.get(label=second["ticket_no"]).channel
    assert 404 == stranger.get("/tickets/none-of-them").status_code


def test_tickets_that_are_not_given(desk: Desk, clock: Clock, citizen: Caller) -> None:
    """An unknown hall, group, item, priority; too many a day; after hours."""
    make_hall(desk.county)
    given = {"hall_code": HALL, "business_code": "A"}
    wrong = {
        404: [{"hall_code": "X9"}, {"business_code": "Z"}],
        422: [{"task_code": "S3"}, {"priority": "x"}, {"business_code": "a"}],
    }
    for status, changes in wrong.items():
        assert {status} == {citizen.post("/tickets", given | one).status_code for one in changes}
    got = [citizen.post("/tickets", given) for _ in range(ONLINE_A_DAY + 1)]
    assert [201] * ONLINE_A_DAY + [429] == [one.status_code for one in got]
    assert "3600" == got[-1]["Retry-After"]
    clock.set(60 * 10)
    TICKETS.clear()
    StoredMeter.objects.all().delete()
    assert 409 == citizen.post("/tickets", given).status_code


def test_a_kiosk_takes_in_its_own_hall(county: str, clock: Clock) -> None:
    """403 for another hall; its own pace counts."""
    for number in (HALL, "D2"):
        make_hall(county, number=number)
    given = {"county": county, "number": "K1", "at": NINE, **MANAGER}
    services.register_device(hall=HALL, kind="kiosk", name="设备", per_minute=2, **given)
    kiosk = Caller(services.issue_token(**given))
    asked = [
        kiosk.post("/tickets", {"hall_code": h, "business_code": "A"}) for h in (HALL, "D2", HALL)
    ]
    assert [201, 403, 429] == [one.status_code for one in asked]
    assert "kiosk" == StoredTicket.objects.get(county=county).channel


def test_a_rating_by_the_code_of_the_standard(feedback: Feedback, stranger: Caller) -> None:
    """5 is the worst: it opens a ticket. The same token rates once."""
    token = token_of(feedback.invite(at=timezone.now() - timedelta(minutes=5)))
    asked = stranger.get(f"/invitations/{token}").json()
    tag = next(one["tag"] for one in asked["reasons"] if "5" in one["satisfaction"])
    given = {"evaluate_token": token, "satisfaction": "5", "evaluate_tags": [tag]}
    told = stranger.post("/ratings", given)
    assert (201, True) == (told.status_code, told.json()["rectify"]), told.text
    row = StoredRating.objects.get()
    assert (Level.VERY_DISSATISFIED, 1) == (row.level, StoredBadRating.objects.count())
    assert 409 == stranger.post("/ratings", given).status_code
    assert 409 == stranger.get(f"/invitations/{token}").status_code
    assert 404 == stranger.get(f"/invitations/{token[:-1]}x").status_code
    assert 1 == StoredRating.objects.count()


def test_a_rating_that_is_refused(feedback: Feedback, stranger: Caller) -> None:
    """A level outside the list, a reason of another level, a made-up token."""
    token = token_of(feedback.invite(at=timezone.now()))
    wrong = [{"satisfaction": "6"}, {"satisfaction": 1}, {"evaluate_tags": ["made-up"]}]
    given = {"evaluate_token": token, "satisfaction": "1"}
    assert [422] * 3 == [stranger.post("/ratings", given | one).status_code for one in wrong]
    made_up = given | {"evaluate_token": "made-up-token"}
    assert 404 == stranger.post("/ratings", made_up).status_code
    assert not StoredRating.objects.exists()


def test_staff_without_a_post_at_the_hall_takes_no_ticket(
    county: str, clock: Clock, caller_of: CallerOf, account_of: AccountOf
) -> None:
    """403 for the inspector."""
    make_hall(county)
    inspector = caller_of(account_of(Role.INSPECTOR))
    given = {"hall_code": HALL, "business_code": "A"}
    assert 403 == inspector.post("/tickets", given).status_code
