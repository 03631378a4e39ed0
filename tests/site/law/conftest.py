"""What the law's tests share: two people, a notice for 2027, open clocks, and no calendar kept from before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from kaocheng.hall.posts import Role
from kaocheng.site.accounts.models import Account
from kaocheng.site.law import replaying
from kaocheng.site.law.services import calendars
from tests.site.conftest import AccountOf

NOW = datetime(2026, 12, 21, 2, 0, tzinfo=UTC)
TITLE = "国务院办公厅关于2027年部分节假日安排的通知"
WORDS = """
一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日（周五）至11日（周四）放假调休，共7天。2月13日（周六）、2月20日（周六）上班。
"""
FILE = f"""year = 2027
[[notice]]
title = "{TITLE}"
number = "试〔2026〕1号"
issued = 2026-11-04
[[notice.holiday]]
occasion = "元旦"
off = [2027-01-01, 2027-01-02, 2027-01-03]
make_up = [2026-12-26]
"""


@pytest.fixture(autouse=True)
def nothing_kept() -> Iterator[None]:
    """Keys of rows come again in every test; what was built for them does not."""
    calendars._built.cache_clear()
    calendars.forget_approved()
    yield
    calendars._built.cache_clear()
    calendars.forget_approved()


@pytest.fixture
def providers(monkeypatch: pytest.MonkeyPatch) -> dict[str, replaying.Provider]:
    """The providers of open clocks, none at first."""
    found: dict[str, replaying.Provider] = {}
    monkeypatch.setattr(replaying, "_PROVIDERS", found)
    monkeypatch.setattr(replaying, "_REFRESHES", {})
    return found


@pytest.fixture
def manager(account_of: AccountOf) -> Account:
    """Who enters notices."""
    return account_of(Role.SYSTEM_MANAGER)


@pytest.fixture
def inspector(account_of: AccountOf) -> Account:
    """Who approves them."""
    return account_of(Role.INSPECTOR)
