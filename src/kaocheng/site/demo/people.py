"""People of the demonstration (示范人员): accounts with posts, and citizens with made-up numbers."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from stdnum.cn import uscc

from kaocheng.hall.posts import Role
from kaocheng.kernel.idnumbers import check_digit
from kaocheng.site.accounts.models import Account
from kaocheng.site.accounts.services import give_post
from kaocheng.site.applicants.services import (
    account_code,
    give_consent,
    link_account,
    register_applicant,
    verify_identity,
)
from kaocheng.site.base.private import write_private

BY = "system"
_KEPT = "demo-password"


def demo_password(store: Path) -> str:
    """The password all demonstration accounts share: made once for this store."""
    kept = store / _KEPT
    if not kept.exists():
        write_private(kept, f"Shifan-{secrets.token_urlsafe(9)}")
    return kept.read_text("ascii")


def make_staff(
    told: Mapping[str, Any], *, county: str, password: str, since: date, at: datetime
) -> Account:
    """A member of staff with one post; `password` is hashed already, once for all of them."""
    account = Account(
        county=county, username=told["username"], display_name=told["name"], unit=told["unit"],
        password=password,
    )  # fmt: skip
    account.save(force_insert=True)
    give_post(
        account=account, role=Role(told["role"]), unit=told["unit"],
        window=told.get("window", ""), since=since, by=BY, at=at,
    )  # fmt: skip
    return account


def make_citizens(count: int, *, county: str, at: datetime) -> list[str]:
    """Numbers of so many applicants."""
    return [_citizen(order, county, at) for order in range(count)]


def make_firms(count: int, *, county: str, at: datetime) -> list[str]:
    """Numbers of so many enterprises, for items that serve no natural persons."""
    return [_firm(order, county, at) for order in range(count)]


def make_online_citizen(
    number: str, *, county: str, password: str, since: date, at: datetime
) -> Account:
    """The account of one of the citizens: shimin."""
    account = Account(county=county, username="shimin", display_name="市民甲", password=password)
    account.save(force_insert=True)
    account.posts.create(role=Role.APPLICANT.value, since=since)
    row = link_account(county=county, number=number, account=account, at=at)
    verify_identity(
        county=county, number=number, how="窗口核对证件原件", code=account_code(row), at=at,
        by=account, role=Role.APPLICANT,
    )  # fmt: skip
    return account


def _citizen(order: int, county: str, at: datetime) -> str:
    body = f"{settings.COUNTY}19900101{order:03}"
    row = register_applicant(
        county=county,
        kind="natural",
        name=f"申请人{order:03}",
        id_kind="resident",
        id_number=body + check_digit(body),
        phone=f"1390000{order:04}",
        at=at,
    )
    give_consent(county=county, number=row.number, channel="窗口", at=at)
    return row.number


def _firm(order: int, county: str, at: datetime) -> str:
    body = f"91{settings.COUNTY}MA6{order:06}"
    row = register_applicant(
        county=county,
        kind="enterprise",
        name=f"示范企业{order:03}",
        id_kind="credit_code",
        id_number=body + uscc.calc_check_digit(body),
        phone=f"1390001{order:04}",
        at=at,
    )
    give_consent(county=county, number=row.number, channel="窗口", at=at)
    return row.number
