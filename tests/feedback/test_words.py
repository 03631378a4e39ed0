"""Free text is hostile until proved: cleaned, measured, searched for personal data."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaocheng.feedback.words import limit, look, refuse_personal, same_text_key
from kaocheng.kernel.refusing import Refusal

TEST_ID = "510904" + "19000101" + "0000"
TEST_PHONE = "138" + "0000" + "0000"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"我的身份证{TEST_ID}", "身份证号"),
        (f"电话{TEST_PHONE}请回", "手机号"),
        ("138 0000 0000", "手机号"),
        ("１３８００００００００", "手机号"),
        ("请打0825-0000000", "固定电话"),
        ("写信到 test@example.com", "电子邮箱"),
        ("卡号6200000000000000000", "银行卡号"),
        ("信用代码91510900MA00000000", "统一社会信用代码"),
    ],
)
def test_personal_data_is_named_and_masked(text: str, kind: str) -> None:
    """The writer is told what it looks like, and the kept form hides it."""
    found = look(text)
    assert kind in found.personal
    assert "*" in found.masked


@pytest.mark.parametrize(
    "text", ["等了40分钟，叫号A012", "2026年3月2日10时", "办件编号20260302000123", ""]
)
def test_ordinary_numbers_are_left_alone(text: str) -> None:
    """Times, tickets and case numbers are no personal data."""
    assert ((), text) == (look(text).personal, look(text).masked)


def test_hidden_and_reversing_characters_are_taken_out() -> None:
    """Zero width, direction marks, control characters; lines and blanks are put in order."""
    assert "很好\n\n谢谢" == look("  很\u200b好\u202e \x00\r\n\n\n\n\t谢谢 ").text


def test_markup_stays_text() -> None:
    """Nothing is stripped as markup: the page escapes, the text is kept as written."""
    assert "<script>alert(1)</script>" == look("<script>alert(1)</script>").text


def test_too_long_a_text_is_refused() -> None:
    """One character over the limit, and a flood before it is even cleaned."""
    assert limit() == len(look("好" * limit()).text)
    for length in (limit() + 1, limit() * 1000):
        with pytest.raises(Refusal, match="最多"):
            look("好" * length)


def test_staff_may_not_write_personal_data() -> None:
    """A record of handling holds no telephone number; a rater's text is only masked."""
    with pytest.raises(Refusal, match="核实情况"):
        refuse_personal(f"已致电{TEST_PHONE}", "核实情况")
    assert "已致电评价人" == refuse_personal(" 已致电评价人 ", "核实情况")


def test_equal_texts_share_a_key() -> None:
    """Blanks, punctuation and width make no difference; no text has no key."""
    assert same_text_key("服务很好！！") == same_text_key("服 务很好")
    assert same_text_key("服务很好") != same_text_key("服务不好")
    assert "" == same_text_key(" ，。")


@given(st.text(max_size=400))
def test_cleaning_twice_changes_nothing(text: str) -> None:
    """And no control character survives; what is masked has the same length."""
    found = look(text)
    assert found.text == look(found.text).text
    assert len(found.text) == len(found.masked)
    assert not any(ord(c) < 32 and c != "\n" for c in found.text)
