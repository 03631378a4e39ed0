"""The desk: what waits, taking in, one case, its moves, its clocks, who applies."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kaocheng.cases.states import State
from kaocheng.law.calendar import work_calendar
from kaocheng.site.audit.models import StoredRead
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.catalogue.models import StoredVersion
from kaocheng.site.catalogue.services import version_of
from kaocheng.site.desk.forms import IntakeForm
from kaocheng.site.desk.pages import queue
from kaocheng.site.desk.pages.queue import RECENT
from tests.catalogue.versions import renewing
from tests.site.applicants.conftest import citizen
from tests.site.base.files.samples import png
from tests.site.cases.people import Desk
from tests.site.catalogue.items import publish
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


def test_the_queue_says_that_next_years_holidays_are_missing(
    desk: Desk, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two months before, not earlier: limits run into days nobody knows."""
    last = work_calendar().last_day
    for today, told in ((last - timedelta(days=90), False), (last - timedelta(days=30), True)):
        monkeypatch.setattr(queue.timezone, "localdate", lambda today=today: today)
        page = browser(desk.clerk).get("/desk/").text
        assert told is (f"{last.year + 1}年放假安排还没有录入" in page)


def test_a_number_opens_its_case(desk: Desk, browser: Browser) -> None:
    """The whole number or its end; an unknown one is said to be unknown."""
    row = desk.open(at=timezone.now())
    clerk = browser(desk.clerk)
    address = reverse("desk:case", args=[row.number])
    assert address == clerk.get("/desk/", {"number": row.number}).url
    assert address == clerk.get("/desk/", {"number": row.number[-6:]}).url
    assert 404 == clerk.get("/desk/", {"number": "999999"}).status_code


def test_an_old_case_is_opened_by_its_whole_number_only(desk: Desk, browser: Browser) -> None:
    """Last digits are looked up among recent cases: a county's old numbers all end alike."""
    row = desk.open()
    old = timezone.localdate() - RECENT - timedelta(days=1)
    number = f"{desk.county}{old:%Y%m%d}{row.number[-5:]}"
    StoredCase.objects.filter(pk=row.pk).update(number=number)
    clerk = browser(desk.clerk)
    assert 302 == clerk.get("/desk/", {"number": number}).status_code
    assert 404 == clerk.get("/desk/", {"number": number[-6:]}).status_code


def test_the_list_is_narrowed_by_number_and_item(desk: Desk, browser: Browser) -> None:
    """By the beginning of a number, by an item's code, by part of its name; nothing fits, nothing comes."""
    row = desk.open()
    clerk = browser(desk.clerk)
    name = row.item_name[1:4]
    fits = ({"number": row.number[:9]}, {"item": "P001"}, {"item": name}, {"number": row.number})
    for asked in fits:
        assert row.number in clerk.get("/desk/cases/", asked).text, asked
    for asked in (
        {"number": "AB"},
        {"number": row.number + "1"},
        {"item": "P404"},
        {"item": "没有的"},
    ):
        assert reverse("desk:case", args=[row.number]) not in clerk.get("/desk/cases/", asked).text


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


def test_only_who_is_served_is_offered(desk: Desk, browser: Browser) -> None:
    """For an enterprise's item no 自然人 stands first, and no identity card."""
    row = StoredVersion.objects.get(county=desk.county, number="P001")
    form = IntakeForm(version=replace(version_of(row), applicants=("2",)), windows=[], assisting=())
    assert [("enterprise", "企业法人")] == form.fields["kind"].choices
    assert ["credit_code"] == [key for key, _ in form.fields["id_kind"].choices]
    every = IntakeForm(version=replace(version_of(row), applicants=()), windows=[], assisting=())
    assert "natural" == every.fields["kind"].choices[0][0]


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
        ("grant", desk.chief, {"certificate": "证0001"}),
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
    said = {f"missing-{m}": "未提交" for m in ("identity", "plan", "deed")}
    half = clerk.post(address, serial | empty | {"missing-plan": "缺盖章"})
    assert (422, True) == (half.status_code, "不动产权证书" in half.text)
    assert 302 == clerk.post(address, serial | empty | said).status_code
    kept = StoredCase.objects.get(pk=row.pk)
    assert State.SUPPLEMENTING == kept.state
    assert {"identity", "plan", "deed"} == {key for key, _ in kept.record().supplement.missing}


def test_the_slower_of_two_is_told(desk: Desk, browser: Browser) -> None:
    """Two clerks with the same page: the second is told who was faster, nothing is done twice."""
    desk.at = timezone.localtime() - timedelta(hours=1)
    row = desk.open()
    address = reverse("desk:move", args=[row.number, "accept"])
    first, second = browser(desk.clerk), browser(desk.clerk)
    assert 302 == first.post(address, {"serial": row.serial}).status_code
    late = second.post(address, {"serial": row.serial})
    assert 409 == late.status_code
    assert f"此办件刚由{desk.clerk.display_name}于" in late.text
    assert "可能别人刚办过" not in late.text
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
    """The rating is asked for by itself, the archive by a button; both are noted in the case."""
    desk.at = timezone.localtime() - timedelta(minutes=10)
    row = desk.open("P002")
    for move, who, given in (
        ("accept", desk.clerk, {}),
        ("grant", desk.clerk, {}),
        ("close", desk.clerk, {}),
        ("deliver", desk.issuer, {"mode": "现场", "receiver": "本人"}),
    ):
        desk.move(row, move, who, **given)
    issuer = browser(desk.issuer)
    shown = issuer.get(reverse("desk:case", args=[row.number]))
    assert "自动邀请" in shown.text
    assert "邀请评价</button>" not in shown.text
    address = reverse("desk:closing", args=[row.number, "archive"])
    assert 302 == issuer.post(address).status_code
    record = StoredCase.objects.get(pk=row.pk).record()
    assert State.ARCHIVED is record.state
    assert record.rating
    assert record.archive
    assert 409 == issuer.post(address).status_code
    by_hand = reverse("desk:closing", args=[row.number, "invite_rating"])
    assert 409 == issuer.post(by_hand).status_code


RENEWAL = {"situation-0": "owned", "received-form": "on", "received-form-originals": "1"}


def test_a_renewal_is_taken_in_with_its_permit(desk: Desk, browser: Browser) -> None:
    """延续: both boxes are there and needed; they reach the case."""
    publish(desk.county, renewing())
    client, address = browser(desk.clerk), "/desk/new/P004/"
    assert "原许可有效期届满日" in client.get(address).text
    assert "原许可" not in client.get("/desk/new/P001/").text
    assert 422 == client.post(address, PERSON | RENEWAL).status_code
    until = timezone.localdate() + timedelta(days=200)
    told = {"renewal_of": "证0001", "expires_on": until.isoformat()}
    assert 302 == client.post(address, PERSON | RENEWAL | told).status_code
    row = StoredCase.objects.get(county=desk.county)
    assert ("证0001", until) == (row.record().renewal_of, row.record().expires_on)


def test_the_same_again_asks_first(desk: Desk, browser: Browser) -> None:
    """A second case of the same person for the same item: a question, and then a box to say that it is meant."""
    client, told = browser(desk.clerk), PERSON | RENEWAL
    assert 302 == client.post("/desk/new/P001/", told).status_code
    asked = client.post("/desk/new/P001/", told)
    assert 422 == asked.status_code
    assert "仍另办一件" in asked.text
    assert StoredCase.objects.get(county=desk.county).number in asked.text
    assert 302 == client.post("/desk/new/P001/", told | {"again": "on"}).status_code
    assert 2 == StoredCase.objects.count()


def test_what_is_to_be_corrected_stands_in_the_queue(desk: Desk, browser: Browser) -> None:
    """待更正材料: the window sees the case again."""
    desk.at = timezone.localtime() - timedelta(hours=1)
    row = desk.open()
    desk.move(row, "accept", desk.clerk)
    assert row.number not in browser(desk.clerk).get("/desk/").text
    desk.move(
        row, "request_correction", desk.house, materials=["deed"], reason="权证过期", task="house"
    )
    assert row.number in browser(desk.clerk).get("/desk/").text


def test_a_renewal_of_elsewhere_is_accepted_with_its_original(desk: Desk, browser: Browser) -> None:
    """Only such a case asks for it; another number is refused, the right one is kept and shown."""
    publish(desk.county, renewing())
    desk.at = timezone.now() - timedelta(hours=1)
    papers = {"situations": ["owned"], "received": ["form", "identity", "plan", "deed"]}
    until = timezone.localdate() + timedelta(days=200)
    row = desk.open("P004", renewal_of="证0001", expires_on=until, **papers)
    other = desk.open()
    client = browser(desk.clerk)
    assert "照原件填写" not in client.get(f"/desk/cases/{other.number}/moves/accept/").text
    address = f"/desk/cases/{row.number}/moves/accept/"
    assert "照原件填写" in client.get(address).text
    told = {"serial": row.serial, "original_until": until.isoformat()}
    for wrong, said in (("", "请核对原许可证件"), ("证0002", "与登记的 证0001 不同")):
        assert said in client.post(address, told | {"original": wrong}).text
    assert "系统不会自动办理" in client.get(f"/desk/cases/{row.number}/").text
    assert 302 == client.post(address, told | {"original": "证0001"}).status_code
    assert "已照原件核对" in client.get(f"/desk/cases/{row.number}/").text


def test_a_signed_in_citizen_is_not_told_to_sign_in(desk: Desk, browser: Browser) -> None:
    """The home page says so to strangers only."""
    assert "网上申请请先" in Client().get("/").text
    assert "网上申请请先" not in browser(desk.citizen).get("/").text


def test_what_is_owed_is_told_by_its_name(desk: Desk, browser: Browser) -> None:
    """Not by the key the catalogue keeps it under."""
    row = desk.open("P003", received=["form", "pledge"])
    row = desk.move(row, "accept", desk.clerk, deferred=["drawing"])
    page = browser(desk.clerk).get(f"/desk/cases/{row.number}/").text
    assert "容缺 设施设计图" in page
    assert "容缺 drawing" not in page
