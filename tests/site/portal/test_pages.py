"""The portal: who I am, applying, my cases, what I may do, tracking without an account."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from kaocheng.cases.states import Channel, State
from kaocheng.hall.posts import Role
from kaocheng.site.applicants.models import StoredApplicant
from kaocheng.site.audit.models import StoredRead, StoredRefusal
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.portal.progress import to_correct, what_next
from tests.catalogue.versions import renewing
from tests.site.applicants.conftest import citizen
from tests.site.base.files.samples import png
from tests.site.cases.people import Desk
from tests.site.catalogue.items import publish
from tests.site.conftest import AccountOf
from tests.site.desk.conftest import Browser

pytestmark = pytest.mark.django_db
ME = {
    "kind": "natural", "name": "申请人丙", "id_kind": "resident", "id_number": citizen(7),
    "phone": "13900000000", "told": "on",
}  # fmt: skip


def _file(name: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(f"{name}.png", png())


def test_the_first_application_asks_who_i_am(
    desk: Desk, account_of: AccountOf, browser: Browser
) -> None:
    """An account without a person is sent to say who it is, and back to the item."""
    account = account_of(Role.APPLICANT)
    client = browser(account)
    asked = client.get(reverse("portal:apply", args=["P001"]))
    assert asked.url.startswith(reverse("portal:profile"))
    assert reverse("portal:apply", args=["P001"]) == client.post(asked.url, ME).url
    assert account == StoredApplicant.objects.get(account=account).account


def test_a_foreign_address_is_not_gone_to(account_of: AccountOf, browser: Browser) -> None:
    """`next` leads nowhere outside."""
    client = browser(account_of(Role.APPLICANT))
    answer = client.post(reverse("portal:profile") + "?next=//elsewhere.example/", ME)
    assert reverse("portal:mine") == answer.url


def test_an_application_online(desk: Desk, browser: Browser) -> None:
    """Questions, materials, a case with its files; the window finds it waiting."""
    client, address = browser(desk.citizen), reverse("portal:apply", args=["P001"])
    assert "situation-0" in client.get(address).text
    shown = client.get(address, {"situation-0": "owned"})
    names = [name for name in shown.context["form"].fields if name.startswith("file-")]
    told = {"situation-0": "owned", "agreed": "on"} | {name: _file(name) for name in names}
    answer = client.post(address, told)
    assert 302 == answer.status_code, answer.text
    row = StoredCase.objects.get(county=desk.county)
    assert Channel.ONLINE == row.channel
    assert {name.removeprefix("file-") for name in names} == set(row.record().received)
    assert row.number in browser(desk.clerk).get("/desk/").text
    assert 200 == client.get(answer.url).status_code


def test_a_file_of_the_case_opens_for_its_people_alone(
    desk: Desk, browser: Browser, account_of: AccountOf
) -> None:
    """The applicant and the window open it; another citizen and a stranger do not."""
    client = browser(desk.citizen)
    told = {"situation-0": "owned", "agreed": "on", "file-form": _file("form")}
    client.post(reverse("portal:apply", args=["P001"]), told)
    file = StoredCase.objects.get(county=desk.county).record().materials[0].file
    address = reverse("base:file", args=[file])
    assert png() == client.get(address).getvalue()
    assert png() == browser(desk.clerk).get(address).getvalue()
    assert 404 == browser(account_of(Role.APPLICANT)).get(address).status_code
    looks = client.get(reverse("applicants:looks")).text
    assert 1 == StoredRead.objects.count(), "the clerk, and not the applicant himself"
    assert desk.clerk.display_name in looks
    assert "打开材料文件" in looks


def test_no_button_leads_nowhere(desk: Desk, browser: Browser) -> None:
    """The guide offers 网上办理 where it may be applied for online, to those who may apply."""
    for item, online in (("P001", True), ("P002", False)):
        address, apply = (
            reverse(name, args=[item]) for name in ("catalogue:guide", "portal:apply")
        )
        assert online is (apply in browser(desk.citizen).get(address).text)
        assert apply not in browser(desk.clerk).get(address).text
        assert (200 if online else 404) == browser(desk.citizen).get(apply).status_code


def test_my_list_holds_only_my_own(desk: Desk, browser: Browser, account_of: AccountOf) -> None:
    """Another citizen does not learn of my case."""
    row = desk.open()
    other = browser(account_of(Role.APPLICANT))
    assert row.number in browser(desk.citizen).get("/my/").text
    assert row.number not in other.get("/my/").text
    assert 404 == other.get(reverse("portal:case", args=[row.number])).status_code


def test_what_i_may_do(desk: Desk, browser: Browser) -> None:
    """Withdraw and urge are offered; every offered form opens; withdrawing ends the case."""
    row = desk.open()
    client = browser(desk.citizen)
    shown = client.get(reverse("portal:case", args=[row.number]))
    offered = [m.move.key for m in [*shown.context["first"], *shown.context["later"]]]
    assert {"withdraw", "urge"} <= set(offered)
    for key in offered:
        assert 200 == client.get(reverse("portal:move", args=[row.number, key])).status_code
    address = reverse("portal:move", args=[row.number, "withdraw"])
    assert 302 == client.post(address, {"serial": row.serial, "reason": "不办了"}).status_code
    assert State.WITHDRAWN == StoredCase.objects.get(pk=row.pk).state


def test_the_applicant_hands_in_what_the_window_takes_in(desk: Desk, browser: Browser) -> None:
    """The same move in either's words: on his page and on his form."""
    row = desk.open()
    for address in (reverse("portal:case", args=[row.number]), f"/my/{row.number}/receive/"):
        page = browser(desk.citizen).get(address).text
        assert ("提交材料" in page, "收取材料" in page) == (True, False)
    assert (
        "收取材料"
        in browser(desk.clerk).get(reverse("desk:move", args=[row.number, "receive"])).text
    )


def test_accepting_my_own_case_is_refused(desk: Desk, browser: Browser) -> None:
    """A forged move changes nothing."""
    row = desk.open()
    address = reverse("portal:move", args=[row.number, "accept"])
    assert 409 == browser(desk.citizen).post(address, {"serial": row.serial}).status_code


def test_tracking_with_the_receipt(desk: Desk, browser: Browser) -> None:
    """Number and code open the progress without an account; a wrong code opens nothing and is logged."""
    desk.at = timezone.localtime()
    row = desk.open()
    desk.move(row, "accept", desk.clerk)
    client = browser(desk.clerk)
    client.logout()
    shown = client.get("/track/", {"number": row.number, "code": row.code.lower()})
    assert 200 == shown.status_code
    assert "申请人乙" not in shown.text
    before = StoredRefusal.objects.count()
    assert 404 == client.get("/track/", {"number": row.number, "code": "AAAA"}).status_code
    assert before + 1 == StoredRefusal.objects.count()


def test_a_renewal_online_says_what_it_renews(desk: Desk, browser: Browser) -> None:
    """延续: number and last day are asked, needed and kept; the box for another case comes only when asked."""
    publish(desk.county, renewing())
    client, address = browser(desk.citizen), reverse("portal:apply", args=["P004"])
    shown = client.get(address, {"situation-0": "owned"}).text
    assert "原许可证编号" in shown
    assert "仍另办一件" not in shown
    told = {"situation-0": "owned", "agreed": "on"}
    assert 422 == client.post(address, told | {"file-form": _file("form")}).status_code
    until = timezone.localdate() + timedelta(days=200)
    told |= {"renewal_of": "证0001", "expires_on": until.isoformat()}
    assert 302 == client.post(address, told | {"file-form": _file("form")}).status_code
    record = StoredCase.objects.get(county=desk.county).record()
    assert ("证0001", until) == (record.renewal_of, record.expires_on)
    again = client.post(address, told | {"file-form": _file("form")})
    assert (422, True) == (again.status_code, "仍另办一件" in again.text)
    meant = told | {"file-form": _file("form"), "again": "on"}
    assert 302 == client.post(address, meant).status_code


def test_the_applicant_is_told_what_to_correct(desk: Desk, browser: Browser) -> None:
    """退回更正材料: the page says what is wrong and that time runs, no longer 正在审查."""
    row = desk.open()
    desk.move(row, "accept", desk.clerk)
    told = {"materials": ["deed"], "reason": "权证已过期", "task": "house"}
    row = desk.move(row, "request_correction", desk.house, **told)
    page = browser(desk.citizen).get(reverse("portal:case", args=[row.number])).text
    assert "权证已过期" in page
    assert "请更正后交来" in page
    assert [("deed", "权证已过期")] == to_correct(row.record())
    desk.move(row, "answer_correction", desk.clerk, received=["deed"])
    assert "请更正后交来" not in what_next(StoredCase.objects.get(pk=row.pk).record())
