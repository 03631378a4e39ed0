"""The desk: what waits, taking in, one case, its moves, its clocks, who applies."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from kaocheng.cases.states import State
from kaocheng.site.audit.models import StoredRead
from kaocheng.site.cases.models import StoredCase
from tests.site.applicants.conftest import citizen
from tests.site.base.files.samples import png
from tests.site.cases.people import Desk
from tests.site.desk.conftest import Browser

pytestmark = pytest.mark.django_db

PERSON = {
    "kind": "natural", "id_kind": "resident", "id_number": citizen(3), "name": "申请人甲",
    "channel": "窗口",
}  # fmt: skip


def test_the_queue_shows_what_waits_for_each_role(desk: Desk, browser: Browser) -> None:
    """A registered case waits at the window; accepted, its steps wait in their departments."""
    row = desk.open()
    assert row.number in browser(desk.clerk).get("/desk/").text
    desk.move(row, "accept", desk.clerk)
    assert row.number not in browser(desk.clerk).get("/desk/").text
    assert row.number in browser(desk.house).get("/desk/").text


def test_a_number_opens_its_case(desk: Desk, browser: Browser) -> None:
    """The whole number or its end; an unknown one is said to be unknown."""
    row = desk.open()
    clerk = browser(desk.clerk)
    address = reverse("desk:case", args=[row.number])
    assert address == clerk.get("/desk/", {"number": row.number}).url
    assert address == clerk.get("/desk/", {"number": row.number[-6:]}).url
    assert 404 == clerk.get("/desk/", {"number": "999999"}).status_code


def test_taking_in_registers_applicant_case_and_materials(desk: Desk, browser: Browser) -> None:
    """One form, one case, with the paper scanned at the counter."""
    told = PERSON | {
        "situation-0": "owned", "received-form": "on", "received-form-originals": "1",
        "received-form-file": SimpleUploadedFile("申请表.png", png()),
    }  # fmt: skip
    answer = browser(desk.clerk).post("/desk/new/P001/", told)
    assert 302 == answer.status_code, answer.text
    record = StoredCase.objects.get(county=desk.county).record()
    assert {"form"} == set(record.received)
    assert record.materials[0].digest
    assert ("owned",) == record.situations


def test_a_wrong_number_takes_nothing_in(desk: Desk, browser: Browser) -> None:
    """A number that cannot be right is named, and neither person nor case is kept."""
    told = PERSON | {"id_number": citizen(3)[:-1] + "?", "situation-0": "owned"}
    answer = browser(desk.clerk).post("/desk/new/P001/", told)
    assert 422 == answer.status_code
    assert "error-summary" in answer.text
    assert not StoredCase.objects.exists()


def test_a_script_for_a_file_takes_nothing_in(desk: Desk, browser: Browser) -> None:
    """A file that is not what it says rolls everything back."""
    bad = SimpleUploadedFile("申请表.png", b"<script>alert(1)</script>")
    told = PERSON | {"situation-0": "owned", "received-form-file": bad}
    answer = browser(desk.clerk).post("/desk/new/P001/", told)
    assert 422 == answer.status_code
    assert not StoredCase.objects.exists()


def test_every_open_move_has_a_form(desk: Desk, browser: Browser) -> None:
    """Every move the case page offers opens, for each of the people, at each stage."""
    row = desk.open()
    stages = [
        ("accept", desk.clerk, {}),
        ("finish_task", desk.house, {"task": "house", "opinion": "通过"}),
        ("finish_task", desk.fireman, {"task": "fire", "opinion": "通过"}),
        ("grant", desk.chief, {}),
        ("close", desk.issuer, {}),
    ]
    people = [desk.clerk, desk.house, desk.chief, desk.issuer]
    opened = _open_all(row, people, browser)
    for move, who, given in stages:
        desk.move(row, move, who, **given)
        opened += _open_all(row, people, browser)
    assert opened > 30


def _open_all(row: StoredCase, people: list[object], browser: Browser) -> int:
    opened = 0
    for account in people:
        client = browser(account)
        shown = client.get(reverse("desk:case", args=[row.number]))
        if shown.status_code == 404:
            continue
        for open_move in [*shown.context["main_moves"], *shown.context["other_moves"]]:
            address = reverse("desk:move", args=[row.number, open_move.move.key])
            assert 200 == client.get(address).status_code, address
            opened += 1
    return opened


def test_a_supplement_is_told_once(desk: Desk, browser: Browser) -> None:
    """What is missing is written beside its material; an empty form is refused."""
    desk.at = timezone.localtime() - timedelta(hours=1)
    row = desk.open(received=["form"])
    clerk, address = (
        browser(desk.clerk),
        reverse("desk:move", args=[row.number, "notify_supplement"]),
    )
    serial = {"serial": row.serial, "within": "15", "within_span": "工作日"}
    empty = {f"missing-{m}": "" for m in ("identity", "plan", "deed", "lease")}
    assert 422 == clerk.post(address, serial | empty).status_code
    assert 302 == clerk.post(address, serial | empty | {"missing-plan": "缺盖章"}).status_code
    kept = StoredCase.objects.get(pk=row.pk)
    assert State.SUPPLEMENTING == kept.state
    assert (("plan", "缺盖章"),) == kept.record().supplement.missing


def test_the_slower_of_two_is_told(desk: Desk, browser: Browser) -> None:
    """Two clerks with the same page: the second is told who was faster, nothing is done twice."""
    row = desk.open()
    address = reverse("desk:move", args=[row.number, "accept"])
    first, second = browser(desk.clerk), browser(desk.clerk)
    assert 302 == first.post(address, {"serial": row.serial}).status_code
    late = second.post(address, {"serial": row.serial})
    assert 409 == late.status_code
    assert 1 == StoredCase.objects.filter(state=State.EXAMINING).count()


def test_a_forged_move_is_refused(desk: Desk, browser: Browser) -> None:
    """A move the role does not have, or that is made by the system alone, does nothing."""
    row = desk.open()
    for move in ("grant", "deem_accepted", "archive", "nonsense"):
        address = reverse("desk:move", args=[row.number, move])
        assert 409 == browser(desk.clerk).post(address, {"serial": row.serial}).status_code
    assert row.serial == StoredCase.objects.get(pk=row.pk).serial


def test_a_strangers_case_is_not_there(desk: Desk, browser: Browser) -> None:
    """Another department does not learn that the case exists."""
    row = desk.open()
    assert 404 == browser(desk.fireman).get(reverse("desk:case", args=[row.number])).status_code


def test_the_sum_behind_the_due_day(desk: Desk, browser: Browser) -> None:
    """Each clock opens into its days."""
    row = desk.open()
    desk.move(row, "accept", desk.clerk)
    answer = browser(desk.house).get(reverse("desk:clock", args=[row.number, "承诺"]))
    assert 200 == answer.status_code
    due = answer.context["clock"].reading.due
    counted = [x for x in answer.context["lines"] if x.counted and x.day.day <= due]
    assert list(range(1, 11)) == [line.number for line in counted]
    assert (
        404 == browser(desk.house).get(reverse("desk:clock", args=[row.number, "送达"])).status_code
    )


def test_looking_at_the_applicant_is_logged(desk: Desk, browser: Browser) -> None:
    """Nothing is shown before a purpose is given; then it is shown and logged."""
    row = desk.open()
    clerk, address = browser(desk.clerk), reverse("desk:person", args=[row.number])
    assert "id_number" not in clerk.get(address).text
    before = StoredRead.objects.count()
    shown = clerk.post(address, {"purpose": "accept"})
    assert shown.context["person"] is not None
    assert "no-store" in shown["Cache-Control"]
    assert before + 1 == StoredRead.objects.count()


def test_the_list_is_narrowed(desk: Desk, browser: Browser) -> None:
    """By state, number, item, limit."""
    first, second = desk.open(), desk.open()
    desk.move(second, "accept", desk.clerk)
    clerk = browser(desk.clerk)
    listed = clerk.get("/desk/cases/", {"state": "登记"})
    assert first.number in listed.text
    assert second.number not in listed.text
    for asked in (
        {"due": "late"},
        {"due": "soon"},
        {"item": "P001"},
        {"item": "许可"},
        {"number": "x"},
    ):
        assert 200 == clerk.get("/desk/cases/", asked).status_code


def test_after_delivery_rating_and_archive(desk: Desk, browser: Browser) -> None:
    """Two buttons: the invitation bears its number, the archive its hash, both noted in the case."""
    row = desk.open("P002")
    for move, who, given in (
        ("accept", desk.clerk, {}),
        ("grant", desk.clerk, {}),
        ("close", desk.clerk, {}),
        ("deliver", desk.issuer, {"mode": "现场", "receiver": "本人"}),
    ):
        desk.move(row, move, who, **given)
    issuer = browser(desk.issuer)
    for key in ("invite_rating", "archive"):
        answer = issuer.post(reverse("desk:closing", args=[row.number, key]))
        assert 302 == answer.status_code, answer.text
    record = StoredCase.objects.get(pk=row.pk).record()
    assert State.ARCHIVED is record.state
    assert record.rating
    assert record.archive
    again = issuer.post(reverse("desk:closing", args=[row.number, "archive"]))
    assert 409 == again.status_code
