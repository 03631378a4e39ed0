"""Papers and phones: rare kinds are accepted, slips are told, lists show only the ends."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import uscc

from kaocheng.kernel.refusing import Refusal
from kaocheng.site.applicants.identities import (
    checked_id,
    checked_kind,
    checked_name,
    checked_phone,
    masked_name,
    masked_number,
)
from kaocheng.site.applicants.kinds import applicant_kinds, id_kinds, purposes
from tests.site.applicants.conftest import citizen

TODAY = date(2026, 9, 1)


def credit_code(begins: str) -> str:
    """A made-up 统一社会信用代码 with its check digit."""
    body = f"{begins}510904MA0000000"[:17]
    return body + uscc.calc_check_digit(body)


@pytest.mark.parametrize(
    ("paper", "number"),
    [
        ("resident", citizen()),
        ("residence_permit", citizen(place="810000")),
        ("residence_permit", citizen(place="830000")),
        ("permanent_residence", citizen(place="931156")),
        ("permanent_residence", "XXX000000000000"),
        ("passport", "E00000000"),
        ("hk_mo_permit", "H00000000"),
        ("tw_permit", "00000000"),
    ],
)
def test_every_paper_of_a_person_is_accepted(paper: str, number: str) -> None:
    """Also those that common checkers refuse."""
    assert number == checked_id(checked_kind("natural"), paper, number.lower(), TODAY)


@pytest.mark.parametrize(
    ("kind", "begins"),
    [
        (kind.key, begins)
        for kind in applicant_kinds().values()
        if not kind.natural
        for begins in kind.begins or ("91",)
    ],
)
def test_every_kind_of_body_has_its_codes(kind: str, begins: str) -> None:
    """The first two characters tell what registered it and as what."""
    code = credit_code(begins)
    assert code == checked_id(checked_kind(kind), "credit_code", code, TODAY)


@pytest.mark.parametrize(
    ("kind", "paper", "number", "said"),
    [
        ("natural", "resident", citizen()[:-1] + "?", "17位数字加1位校验码"),
        ("natural", "resident", citizen(place="810000"), "18位，最后一位可为X"),
        ("natural", "residence_permit", citizen(place="810001"), "以810000"),
        ("natural", "credit_code", credit_code("91"), "自然人不能用"),
        ("natural", "passport", "E123", "字母大写"),
        ("enterprise", "credit_code", credit_code("92"), "企业法人的代码以91、93开头"),
        ("enterprise", "credit_code", credit_code("91")[:-1] + "0", "校验码不对"),
        ("enterprise", "credit_code", "91I", "不含I"),
    ],
)
def test_a_wrong_paper_is_refused_with_a_reason(
    kind: str, paper: str, number: str, said: str
) -> None:
    """The sentence says what is wrong and what to do."""
    with pytest.raises(Refusal, match=said) as refused:
        checked_id(checked_kind(kind), paper, number, TODAY)
    assert refused.value.remedy


def test_an_unknown_kind_is_refused() -> None:
    """The kinds there are are named."""
    with pytest.raises(Refusal, match="没有这种申请人类型") as refused:
        checked_kind("cat")
    assert "自然人" in refused.value.remedy


@pytest.mark.parametrize(
    "phone", ["13800000000", "0830-1234567", "(0830)1234567", "4001234567", ""]
)
def test_phones_are_accepted(phone: str) -> None:
    """Mobile, landline, service numbers, and none at all."""
    assert checked_phone(phone).isdigit() or phone == ""


@pytest.mark.parametrize("phone", ["1234", "12800000000", "138000000001", "abc"])
def test_wrong_phones_are_refused(phone: str) -> None:
    """Too short, too long, no such beginning."""
    with pytest.raises(Refusal, match="联系电话"):
        checked_phone(phone)


@pytest.mark.parametrize("name", ["", "   ", "名" * 121])
def test_wrong_names_are_refused(name: str) -> None:
    """Nobody is called nothing."""
    with pytest.raises(Refusal, match="姓名"):
        checked_name(name)


@given(st.text("申请人甲乙丙张", min_size=2, max_size=9))
def test_a_name_in_a_list_shows_its_first_character_alone(name: str) -> None:
    """As long as the name, one character of it; bodies are shown in full."""
    shown = masked_name(name, natural=True)
    assert (len(name), name[0], {"*"}) == (len(shown), shown[0], set(shown[1:]))
    assert name == masked_name(name, natural=False)


@given(st.text("0123456789X", max_size=20))
def test_a_masked_number_hides_the_date_of_birth(number: str) -> None:
    """At most four characters of each end are shown."""
    shown = masked_number(number)
    assert len(number) == len(shown)
    assert shown[4:-4] == "*" * len(shown[4:-4])


def test_the_lists_agree_with_each_other() -> None:
    """Every paper a kind names exists; every purpose has readers."""
    named = {paper for kind in applicant_kinds().values() for paper in kind.papers}
    assert named == set(id_kinds())
    assert all(purpose.roles for purpose in purposes().values())
    assert {"1", "2", "3", "4", "5", "6"} == {kind.border for kind in applicant_kinds().values()}
