"""Whoever types in a stranger's number first has nothing of the stranger's; at the window nobody is mixed up."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.models import Account
from kaocheng.site.applicants.models import StoredApplicant
from kaocheng.site.applicants.services import (
    account_code,
    holder_code,
    read_person,
    register_self,
)
from kaocheng.site.audit.models import StoredEvent
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.cases.services import make_move, open_case
from kaocheng.site.papers.models import StoredPaper
from tests.site.applicants.conftest import citizen
from tests.site.cases.people import Desk
from tests.site.desk.conftest import Browser

pytestmark = pytest.mark.django_db
PERSON = {
    "kind": "natural", "id_kind": "resident", "id_number": citizen(7), "name": "申请人丙",
    "phone": "13800000007",
}  # fmt: skip
AT_WINDOW = {**PERSON, "channel": "窗口", "received-identity": "on"}


@pytest.fixture
def claimer(desk: Desk) -> Account:
    """Somebody who has typed in the number of a person not yet known."""
    account = desk.again(Role.APPLICANT, "")
    register_self(account=account, at=desk.at, **{**PERSON, "name": "冒名者", "phone": ""})
    return account


def _of(account: Account) -> StoredApplicant:
    return StoredApplicant.objects.get(account=account)


def _take_in(desk: Desk, browser: Browser, **more: str) -> Any:
    return browser(desk.clerk).post("/desk/new/P002/", {**AT_WINDOW, **more})


def _attached(desk: Desk, account: Account) -> StoredCase:
    """A case of before the mend: taken in at the window, attached to the account's row."""
    row = _of(account)
    StoredApplicant.objects.filter(pk=row.pk).update(account=None)
    case = desk.open("P002", applicant=row.number)
    StoredApplicant.objects.filter(pk=row.pk).update(account=account)
    return case


def test_the_window_does_not_hand_a_case_to_whoever_claimed_the_number(
    desk: Desk, browser: Browser, claimer: Account
) -> None:
    """Nothing is taken in before the clerk has said whose account it is, and nothing of it is changed."""
    answer = _take_in(desk, browser)
    assert 422 == answer.status_code
    assert "核验码" in answer.content.decode()
    row = _of(claimer)
    assert ("冒名者", "", 0) == (row.name, row.phone_sealed, StoredCase.objects.count())
    with pytest.raises(Refusal, match="还没有核验"):
        desk.open("P002", applicant=row.number)


def test_an_account_is_proven_by_paper_and_code(
    desk: Desk, browser: Browser, claimer: Account
) -> None:
    """The paper alone says nothing of whose account it is."""
    row = _of(claimer)
    StoredApplicant.objects.filter(pk=row.pk).update(name=PERSON["name"])
    wrong = _take_in(desk, browser, account="own", code="AAAAAAAA")
    assert "核验码不对" in wrong.content.decode()
    assert 302 == _take_in(desk, browser, account="own", code=account_code(row)).status_code
    assert _of(claimer).verified_at is not None
    assert 200 == browser(claimer).get(f"/my/{StoredCase.objects.get().number}/").status_code


def test_an_account_that_cannot_be_proven_is_cut_off(
    desk: Desk, browser: Browser, claimer: Account
) -> None:
    """The person gets the case, the account nothing; what it had filled in is gone."""
    number = _of(claimer).number
    assert 302 == _take_in(desk, browser, account="cut").status_code
    case = StoredCase.objects.get()
    row = StoredApplicant.objects.get(number=number)
    assert (number, None, "申请人丙") == (case.applicant, row.account, row.name)
    assert "applicant.unlinked" in _kinds(number)
    assert 404 == browser(claimer).get(f"/my/{case.number}/").status_code


def _kinds(number: str) -> set[str]:
    told = StoredEvent.objects.filter(stream=f"applicant/{number}")
    return set(told.values_list("kind", flat=True))


def test_an_unverified_account_sees_only_what_it_has_handed_in(
    desk: Desk, browser: Browser, claimer: Account
) -> None:
    """A case of the same number from the window stays hidden on every way: page, step, rating, paper, service."""
    strange = _attached(desk, claimer)
    row = _of(claimer)
    own = open_case(
        county=desk.county, item="P001", applicant=row.number, channel="网上", by=claimer,
        role=Role.APPLICANT, at=desk.at, situations=["owned"], received=["form"],
    )  # fmt: skip
    asked: Client = browser(claimer)
    assert 200 == asked.get(f"/my/{own.number}/").status_code
    assert strange.number not in asked.get("/my/").content.decode()
    for page in ("", "withdraw/", "urge/"):
        assert 404 == asked.get(f"/my/{strange.number}/{page}").status_code
    assert [own] == list(StoredCase.objects.visible_to(claimer))
    assert [own] == list(StoredCase.objects.own_of(claimer))
    assert not StoredPaper.objects.visible_to(claimer).filter(case=strange.number).exists()
    with pytest.raises(Refusal, match="不是您的申请"):
        _withdraw(desk, strange, claimer)
    _withdraw(desk, own, claimer)


def _withdraw(desk: Desk, row: StoredCase, by: Account) -> None:
    make_move(
        county=desk.county, number=row.number, move="withdraw", given={"reason": "不办了"}, by=by,
        role=Role.APPLICANT, at=desk.at,
    )  # fmt: skip


def test_an_unverified_account_neither_stands_for_anybody_nor_is_stood_for(
    desk: Desk, browser: Browser, claimer: Account
) -> None:
    """Otherwise a mandate to a second account would open what the first may not see, or one meant for another."""
    strange = _attached(desk, claimer)
    helper, row = desk.citizen, _of(claimer)
    given = {
        "principal": row, "agent": _of(helper), "county": desk.county, "paper": "F1",
        "since": desk.at.date(), "granted_at": desk.at,
    }  # fmt: skip
    row.mandates.create(**{**given, "number": "W1"})
    assert not StoredCase.objects.own_of(helper).filter(pk=strange.pk).exists()
    theirs = desk.open("P002")
    row.agencies.create(**{**given, "number": "W2", "principal": _of(helper), "agent": row})
    assert not StoredCase.objects.own_of(claimer).filter(pk=theirs.pk).exists()
    with pytest.raises(Refusal):
        read_person(
            account=claimer, county=desk.county, number=_of(helper).number, purpose="", at=desk.at
        )


def test_another_name_for_a_known_number_is_not_written_silently(
    desk: Desk, browser: Browser
) -> None:
    """Refused with the name masked; written with a reason of the list, which the events tell."""
    assert 302 == _take_in(desk, browser).status_code
    row = StoredApplicant.objects.get(name="申请人丙")
    answer = _take_in(desk, browser, name="申请人丁", again="on")
    assert 422 == answer.status_code
    page = answer.content.decode()
    assert "申***" in page
    assert 'name="renamed"' in page
    row.refresh_from_db()
    assert "申请人丙" == row.name
    assert (
        302 == _take_in(desk, browser, name="申请人丁", again="on", renamed="changed").status_code
    )
    row.refresh_from_db()
    assert "申请人丁" == row.name
    assert "applicant.renamed" in _kinds(row.number)


def test_who_has_an_account_keeps_name_and_contact(desk: Desk, browser: Browser) -> None:
    """They are that person's to change, online; the window neither overwrites nor renames."""
    known = {"id_number": citizen(1), "name": "申请人乙", "phone": "13811111111"}
    before = StoredApplicant.objects.values().get(number=desk.applicant)
    assert 302 == _take_in(desk, browser, **known).status_code
    assert before == StoredApplicant.objects.values().get(number=desk.applicant)
    other = {**known, "name": "申请人丁", "renamed": "changed", "again": "on"}
    assert 422 == _take_in(desk, browser, **other).status_code
    assert before == StoredApplicant.objects.values().get(number=desk.applicant)


def test_the_code_stands_with_whom_it_belongs_to(
    desk: Desk, browser: Browser, claimer: Account
) -> None:
    """On 我的信息 of the account while it is not verified; the staff's page asks for it and never shows it."""
    code = account_code(_of(claimer))
    assert code in browser(claimer).get("/applicants/me/").content.decode()
    page = browser(desk.clerk).get(f"/applicants/{_of(claimer).number}/").content.decode()
    assert code not in page
    assert "断开" in page


def test_the_staffs_page_verifies_with_the_code_or_cuts_off(
    desk: Desk, browser: Browser, claimer: Account
) -> None:
    """身份核验 for the paper alone is refused where an account says it is this person."""
    row, clerk = _of(claimer), browser(desk.clerk)
    address = f"/applicants/{row.number}/"
    clerk.post(f"{address}verify/", {"how": "窗口核对身份证原件"})
    assert _of(claimer).claimed
    clerk.post(f"{address}unlink/")
    assert not StoredApplicant.objects.filter(account=claimer).exists()


def test_an_account_is_joined_at_the_window(desk: Desk, browser: Browser) -> None:
    """A person the window knew first: by the name to sign in with and the code the account shows, nothing less."""
    assert 302 == _take_in(desk, browser).status_code
    number = StoredApplicant.objects.get(name="申请人丙").number
    account, clerk = desk.again(Role.APPLICANT, ""), browser(desk.clerk)
    code = holder_code(account)
    assert code in browser(account).get("/applicants/me/").content.decode()
    address = f"/applicants/{number}/join/"
    clerk.post(address, {"username": account.get_username(), "code": "AAAAAAAA"})
    assert not StoredApplicant.objects.filter(account=account).exists()
    clerk.post(address, {"username": account.get_username(), "code": code})
    assert (number, False) == (_of(account).number, _of(account).claimed)
    assert 200 == browser(account).get(f"/my/{StoredCase.objects.get().number}/").status_code


def test_a_name_is_corrected_on_the_persons_page(desk: Desk, browser: Browser) -> None:
    """With a reason of the list and an event, also of who has an account; what is forged changes nothing."""
    address = f"/applicants/{desk.applicant}/rename/"
    clerk = browser(desk.clerk)
    clerk.post(address, {"name": "申请人丁", "renamed": "because"})
    assert "申请人乙" == StoredApplicant.objects.get(number=desk.applicant).name
    clerk.post(address, {"name": "申请人丁", "renamed": "changed"})
    assert "申请人丁" == StoredApplicant.objects.get(number=desk.applicant).name
    assert "applicant.renamed" in _kinds(desk.applicant)
