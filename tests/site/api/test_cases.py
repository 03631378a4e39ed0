"""Applying, my cases, what an applicant may do."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from kaocheng.cases.moves import moves
from kaocheng.cases.states import Channel, State
from kaocheng.hall.posts import Role
from kaocheng.site.api.mapping import field_map
from kaocheng.site.audit.models import StoredEvent, StoredRefusal
from kaocheng.site.cases.models import StoredCase
from tests.catalogue.versions import renewing
from tests.site.api.conftest import Caller, CallerOf
from tests.site.base.files.samples import png
from tests.site.cases.people import Desk
from tests.site.catalogue.items import publish
from tests.site.conftest import AccountOf

pytestmark = pytest.mark.django_db


def _application(*files: tuple[str, str], **more: Any) -> dict[str, Any]:
    materials = [{"material_code": key, "file_code": file} for key, file in files]
    known = {"task_code": "P001", "situations": ["owned"], "is_true": True}
    return {**known, "materials": materials, **more}


def _file(caller: Caller) -> str:
    answer = caller.send()
    assert 201 == answer.status_code, answer.text
    return str(answer.json()["file_code"])


def test_a_case_is_opened_with_its_files(desk: Desk, citizen: Caller, client: Client) -> None:
    """The window finds it; the file opens for the window now, and not for a stranger."""
    file = _file(citizen)
    answer = citizen.post("/cases", _application(("form", file), ("plan", _file(citizen))))
    assert 201 == answer.status_code, answer.text
    told = answer.json()
    row = StoredCase.objects.get(county=desk.county, number=told["project_no"])
    assert (Channel.ONLINE, desk.applicant) == (row.channel, row.applicant)
    assert {"form", "plan"} == set(row.record().received)
    assert ("01", "2") == (told["project_state"], told["apply_source"])
    address = reverse("base:file", args=[file])
    assert 404 == client.get(address).status_code
    client.force_login(desk.clerk)
    assert png() == client.get(address).getvalue()


def test_a_file_goes_into_one_case_only(desk: Desk, citizen: Caller) -> None:
    """Its second use, a use in two materials and somebody else's file are refused."""
    file = _file(citizen)
    assert 422 == citizen.post("/cases", _application(("form", file), ("plan", file))).status_code
    assert 201 == citizen.post("/cases", _application(("form", file))).status_code
    assert 404 == citizen.post("/cases", _application(("form", file))).status_code
    assert 1 == StoredCase.objects.count()


def test_the_file_of_another_account_is_not_taken(
    desk: Desk, citizen: Caller, caller_of: CallerOf, account_of: AccountOf
) -> None:
    """As if it were not there."""
    theirs = _file(caller_of(account_of(Role.APPLICANT)))
    assert 404 == citizen.post("/cases", _application(("form", theirs))).status_code


def test_what_is_wrong_with_an_application(desk: Desk, citizen: Caller) -> None:
    """Each is told which field, or which rule; nothing is opened."""
    wrong = [
        (404, _application(task_code="P999")),
        (422, _application(situations=[])),
        (422, _application(situations=["owned", "rented"])),
        (422, _application(situations=["owned", "strange"])),
        (422, _application(is_true=False)),
        (422, _application(surplus=1)),
        (422, _application(("form", ""), ("unknown", ""))),
        (409, _application(task_code="P002", situations=[])),
    ]
    for status, told in wrong:
        answer = citizen.post("/cases", told)
        assert status == answer.status_code, (told, answer.text)
        assert {"code", "message", "remedy", "fields"} == set(answer.json())
    assert not StoredCase.objects.exists()


def test_whoever_has_not_said_who_he_is_cannot_apply(
    desk: Desk, caller_of: CallerOf, account_of: AccountOf
) -> None:
    """An account without an applicant is told where to go."""
    answer = caller_of(account_of(Role.APPLICANT)).post("/cases", _application())
    assert (403, "api.scope") == (answer.status_code, answer.json()["code"])


def test_my_cases_page_by_page(desk: Desk, citizen: Caller) -> None:
    """Every case once, the newest first; a cursor made by hand is refused."""
    numbers = [desk.open().number for _ in range(5)]
    found, cursor = [], ""
    for _ in range(3):
        told = citizen.get("/cases", cursor=cursor, limit=2).json()
        found += [one["project_no"] for one in told["items"]]
        cursor = told["next"]
    assert (numbers[::-1], "") == (found, cursor)
    assert 422 == citizen.get("/cases", cursor="made-up").status_code
    assert 5 == len(citizen.get("/cases", project_state="01").json()["items"])
    assert [] == citizen.get("/cases", project_state="06").json()["items"]
    assert 422 == citizen.get("/cases", project_state="99").status_code


def test_another_mans_case_is_not_there(
    desk: Desk, citizen: Caller, caller_of: CallerOf, account_of: AccountOf
) -> None:
    """Neither to see nor to move, and each try is logged; the list does not hold it."""
    row = desk.open()
    other = caller_of(account_of(Role.APPLICANT))
    before = StoredRefusal.objects.count()
    assert 404 == other.get(f"/cases/{row.number}").status_code
    told = {"data_version": row.serial, "reason": "不办了"}
    assert 404 == other.post(f"/cases/{row.number}/moves/withdraw", told).status_code
    assert before + 2 == StoredRefusal.objects.count()
    assert [] == other.get("/cases").json()["items"]
    assert 200 == citizen.get(f"/cases/{row.number}").status_code


def test_one_case_tells_what_may_be_done(desk: Desk, citizen: Caller) -> None:
    """Its moves with the fields each needs; withdrawing by it ends the case."""
    row = desk.open()
    told = citizen.get(f"/cases/{row.number}").json()
    offered = {one["move"]: one["required"] for one in told["moves"]}
    assert ["data_version", "reason"] == offered["withdraw"]
    given = {"data_version": told["data_version"], "reason": "不办了"}
    answer = citizen.post(f"/cases/{row.number}/moves/withdraw", given)
    assert (201, "14") == (answer.status_code, answer.json()["project_state"])
    assert State.WITHDRAWN == StoredCase.objects.get(pk=row.pk).state


def test_missing_papers_are_supplied(desk: Desk, citizen: Caller) -> None:
    """What is asked for is told, and sending it brings the case back."""
    row = desk.open(received=["form"], situations=["owned"])
    missing = [("identity", "未提交"), ("plan", "未提交"), ("deed", "未提交")]
    row = desk.move(row, "notify_supplement", desk.clerk, missing=missing, within=[5, "工作日"])
    told = citizen.get(f"/cases/{row.number}").json()
    assert {"identity", "plan", "deed"} == {one["material_code"] for one in told["missing"]}
    materials = [
        {"material_code": key, "file_code": _file(citizen)} for key in ("identity", "plan", "deed")
    ]
    given = {"data_version": told["data_version"], "materials": materials}
    answer = citizen.post(f"/cases/{row.number}/moves/supply", given)
    assert (201, "01", []) == (
        answer.status_code, answer.json().get("project_state"), answer.json().get("missing"),
    ), answer.text  # fmt: skip


def test_an_old_serial_is_told_who_was_faster(desk: Desk, citizen: Caller) -> None:
    """409, and nothing is done."""
    row = desk.open()
    desk.move(row, "urge", desk.clerk, reason="请尽快")
    given = {"data_version": row.serial, "reason": "不办了"}
    answer = citizen.post(f"/cases/{row.number}/moves/withdraw", given)
    assert (409, "case.race") == (answer.status_code, answer.json()["code"])
    assert State.REGISTERED == StoredCase.objects.get(pk=row.pk).state


@pytest.mark.parametrize(("move", "status"), [("accept", 403), ("grant", 409), ("made_up", 404)])
def test_a_forged_move_is_refused(desk: Desk, citizen: Caller, move: str, status: int) -> None:
    """Accepting or granting one's own case, or something that does not exist; no event is left."""
    row = desk.open()
    events = StoredEvent.objects.count()
    answer = citizen.post(f"/cases/{row.number}/moves/{move}", {"data_version": row.serial})
    assert status == answer.status_code, answer.text
    assert events == StoredEvent.objects.count()


def test_a_script_in_a_reason_stays_text(desk: Desk, citizen: Caller) -> None:
    """It is kept as written, and comes back as JSON text."""
    row = desk.open()
    script = "<script>alert('甲')</script>"
    given = {"data_version": row.serial, "reason": script}
    answer = citizen.post(f"/cases/{row.number}/moves/urge", given)
    assert 201 == answer.status_code
    assert script == StoredCase.objects.get(pk=row.pk).record().urgings[-1].reason


def test_the_border_knows_every_field_of_an_applicants_move() -> None:
    """A field added to the table of moves for applicants is missed here."""
    asked = {f.name for m in moves().values() if Role.APPLICANT in m.roles for f in m.fields}
    assert asked | {"serial"} == {one.own for one in field_map("move").fields}


def test_tracking_with_the_receipt(desk: Desk, stranger: Caller) -> None:
    """Number and code open the progress; a wrong code or number opens nothing and is logged."""
    row = desk.open()
    told = stranger.get("/progress", project_no=row.number, query_code=row.code.lower())
    assert (200, "01") == (told.status_code, told.json()["project_state"])
    assert "申请人" not in told.text.replace("申请人甲", "")
    before = StoredRefusal.objects.count()
    assert 404 == stranger.get("/progress", project_no=row.number, query_code="AAAA").status_code
    assert 404 == stranger.get("/progress", project_no="X", query_code=row.code).status_code
    assert before + 2 == StoredRefusal.objects.count()


def test_a_renewal_says_what_it_renews(desk: Desk, citizen: Caller) -> None:
    """延续: refused without number and last day, kept with them; elsewhere they are refused."""
    publish(desk.county, renewing())
    told = {"original_no": "证0001", "original_end_date": "2099-05-31"}
    bare = citizen.post("/cases", _application(("form", _file(citizen)), task_code="P004"))
    assert (409, "case.renewal") == (bare.status_code, bare.json()["code"])
    other = citizen.post("/cases", _application(("form", _file(citizen)), **told))
    assert "case.renewal" == other.json()["code"]
    whole = _application(("form", _file(citizen)), task_code="P004", **told)
    answer = citizen.post("/cases", whole)
    assert 201 == answer.status_code, answer.text
    record = StoredCase.objects.get(county=desk.county).record()
    assert ("证0001", "2099-05-31") == (record.renewal_of, str(record.expires_on))


def test_the_same_again_has_to_be_meant(desk: Desk, citizen: Caller) -> None:
    """A program that sends twice under two keys is told of the first case."""
    first = citizen.post("/cases", _application(("form", _file(citizen))))
    again = citizen.post("/cases", _application(("form", _file(citizen))))
    assert "case.repeated" == again.json()["code"]
    assert first.json()["project_no"] in again.text
    meant = _application(("form", _file(citizen)), apply_again=True)
    assert 201 == citizen.post("/cases", meant).status_code
