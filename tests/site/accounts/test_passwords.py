"""Rules for passwords: what each refuses, what it lets pass, and in which words."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from kaocheng.hall.posts import Role
from kaocheng.site.accounts.models import Account
from kaocheng.site.accounts.passwords import (
    REMEMBERED,
    LongEnough,
    NotCommon,
    NotLikeTheName,
    NotUsedBefore,
    Varied,
)
from tests.site.conftest import PASSWORD, AccountOf


def _taken(rule: object, password: str, user: object = None) -> bool:
    return not _said(rule, password, user)


def _said(rule: object, password: str, user: object = None) -> str:
    try:
        rule.validate(password, user)
    except ValidationError as fault:
        return str(fault.messages[0])
    return ""


@pytest.mark.parametrize(
    ("rule", "password", "taken"),
    [
        (LongEnough(), "Abcdef-12", False),
        (LongEnough(), "Abcdef-123", True),
        (Varied(), "abcdefghi1", False),
        (Varied(), "Abcdefghi1", True),
        (Varied(), "一二三四五六七八九十", False),
        (Varied(), "correct horse battery", True),
        (NotCommon(), "Password123!", False),
        (NotCommon(), "Woaini-1314520", False),
        (NotCommon(), "Zwfw@2026!!", False),
        (NotCommon(), "aaaa1111aaaa", False),
        (NotCommon(), "Quiet-river-77", True),
    ],
)
def test_what_a_password_must_be(rule: object, password: str, taken: bool) -> None:
    """Long, of several kinds, not the one everybody tries."""
    assert taken is _taken(rule, password)


@pytest.mark.parametrize(
    ("password", "taken"), [("Zhangsan-2026", False), ("Quiet-river-77", True)]
)
def test_not_like_the_name(password: str, taken: bool) -> None:
    """Of the account or of the person."""
    user = Account(username="zhangsan2026", display_name="职员甲")
    assert taken is _taken(NotLikeTheName(), password, user)


def test_none_of_the_last_three(account_of: AccountOf) -> None:
    """The one in force and those before it; an older one may come back."""
    account = account_of(Role.APPROVER)
    used = [PASSWORD, *(f"Quiet-river-{n}" for n in range(REMEMBERED + 1))]
    for password in used[1:]:
        account.set_password(password)
        account.save()
    refused = {password: not _taken(NotUsedBefore(), password, account) for password in used}
    assert {*used[-REMEMBERED:]} == {password for password, no in refused.items() if no}


def test_each_rule_says_what_it_asks() -> None:
    """Before one types, not only after."""
    rules = (LongEnough(), Varied(), NotCommon(), NotLikeTheName(), NotUsedBefore())
    assert all(rule.get_help_text() for rule in rules)
    assert "密码太短，至少 10 个字符。" == _said(LongEnough(), "x")
