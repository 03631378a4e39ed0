"""What is tried with bad intent is refused with a sentence, changes nothing, and stands in the log."""

from __future__ import annotations

from html import escape

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kaocheng.hall.posts import Role
from kaocheng.site.applicants.services import register_applicant
from kaocheng.site.audit.models import StoredEvent, StoredRefusal
from kaocheng.site.cases.models import StoredCase
from tests.site.applicants.conftest import citizen
from tests.site.cases.people import Desk, desk_of
from tests.site.catalogue.items import publish_ordinary
from tests.site.conftest import AccountOf, ClientOf

pytestmark = pytest.mark.django_db
SCRIPT = "<script>alert(1)</script>"
TRICKS = (
    SCRIPT,
    '"><img src=x onerror=alert(1)>',
    "{{ request.user }}{% debug %}",
    "'; DROP TABLE--",
)


@pytest.fixture
def desk(county: str, account_of: AccountOf) -> Desk:
    """People at work; an applicant who has an account."""
    publish_ordinary(county)
    return desk_of(county, account_of)


def _browser(account: object) -> Client:
    client = Client()
    client.force_login(account)
    return client


def _refused(client: Client, address: str, status: int, said: str, **form: object) -> None:
    """Refused in these words, without a change to any case, and noted."""
    events, noted = StoredEvent.objects.count(), StoredRefusal.objects.count()
    answer = client.post(address, form) if form else client.get(address)
    assert status == answer.status_code, address
    assert said in answer.content.decode(), address
    assert events == StoredEvent.objects.count()
    assert noted + 1 == StoredRefusal.objects.count(), address


@pytest.mark.parametrize("who", ["fireman", "stranger", "citizen"])
def test_a_case_of_others(desk: Desk, account_of: AccountOf, who: str) -> None:
    """Another department, a stranger, another citizen: there is no such case, read or written."""
    row = desk.open()
    if who == "citizen":
        client, said = _browser(account_of(Role.APPLICANT)), "或者它不是您的申请"
        pages = [reverse("portal:case", args=[row.number]),
                 reverse("portal:move", args=[row.number, "withdraw"])]  # fmt: skip
    else:
        other = account_of(Role.APPROVER, unit="D099")
        client, said = _browser(desk.fireman if who == "fireman" else other), "不在您的办理范围内"
        pages = [reverse("desk:case", args=[row.number]),
                 reverse("desk:person", args=[row.number]),
                 reverse("desk:move", args=[row.number, "accept"])]  # fmt: skip
    for address in pages:
        _refused(client, address, 404, said)
    _refused(client, pages[-1], 404, said, serial=row.serial, reason="不办了")


@pytest.mark.parametrize("move", ["finish_task", "deem_accepted", "archive", "nonsense"])
def test_a_move_that_was_made_up(desk: Desk, move: str) -> None:
    """One of another role, of the law, of the system, of nobody."""
    row = desk.open()
    address = reverse("desk:move", args=[row.number, move])
    _refused(_browser(desk.clerk), address, 409, "没有办成", serial=row.serial)
    own = reverse("portal:move", args=[row.number, move])
    _refused(_browser(desk.citizen), own, 409, "没有办成", serial=row.serial)


def test_a_move_somebody_was_slow_with_is_not_forged(desk: Desk) -> None:
    """Refused with who was faster, but not noted as an attempt."""
    row = desk.open()
    desk.move(row, "accept", desk.clerk)
    answer = _browser(desk.clerk).post(
        reverse("desk:move", args=[row.number, "accept"]), {"serial": row.serial}
    )
    assert 409 == answer.status_code
    assert not StoredRefusal.objects.exists()


def test_a_serial_that_was_made_up(desk: Desk) -> None:
    """A page that never was is one that is out of date."""
    row = desk.open()
    address = reverse("desk:move", args=[row.number, "accept"])
    for serial in ("0", "99", "-1", "x", ""):
        assert 409 == _browser(desk.clerk).post(address, {"serial": serial}).status_code
    assert row.serial == StoredCase.objects.get(pk=row.pk).serial


def test_a_file_that_was_guessed(client_of: ClientOf) -> None:
    """No such file, for anybody."""
    address = reverse("base:file", args=["0" * 32])
    _refused(client_of(Role.SYSTEM_MANAGER), address, 404, "没有这个文件，或者您不能打开它。")


def test_far_too_much_is_noted(client: Client) -> None:
    """The length that was told stands in the log; who sent it is not asked."""
    answer = client.post(
        "/desk/new/P001/", b"x", content_type="text/plain", CONTENT_LENGTH=str(2 << 30)
    )
    assert 413 == answer.status_code
    assert ("/desk/new/P001/：2,048 MB", None) == StoredRefusal.objects.values_list(
        "what", "account"
    ).get()


@pytest.mark.parametrize("name", TRICKS)
def test_a_script_for_a_name(desk: Desk, name: str) -> None:
    """Kept as the text it is, and shown as text to everybody who sees the case."""
    applicant = register_applicant(
        county=desk.county, kind="natural", name=name, id_kind="resident",
        id_number=citizen(7), address=name, at=desk.at,
    )  # fmt: skip
    row = desk.open(applicant=applicant.number, at=timezone.now())
    clerk = _browser(desk.clerk)
    person = reverse("desk:person", args=[row.number])
    pages = [
        clerk.get(reverse("desk:case", args=[row.number])),
        clerk.get("/desk/"),
        clerk.get("/desk/cases/", {"item": name, "number": name}),
        clerk.get("/desk/", {"number": name}),
        clerk.get("/desk/new/", {"words": name, "ticket": name}),
        clerk.get("/track/", {"number": name, "code": name}),
        clerk.post(person, {"purpose": "accept"}),
    ]
    for page in pages:
        text = page.content.decode()
        assert page.status_code in (200, 404)
        assert not any(raw in text for raw in (SCRIPT, "<img src=x", "DROP TABLE--'"))
    assert escape(name) in pages[-1].content.decode()
