"""The logs of what was read and refused."""

from __future__ import annotations

import pytest

from kaocheng.hall.posts import Role
from kaocheng.site.audit.models import StoredRead, StoredRefusal
from kaocheng.site.audit.services import log_read, log_refusal
from tests.site.audit.conftest import BEGIN
from tests.site.conftest import AccountOf

pytestmark = pytest.mark.django_db


def test_a_look_at_personal_data_is_noted(account_of: AccountOf, county: str) -> None:
    """Who, of whom, what for, when."""
    clerk = account_of(Role.WINDOW_CLERK)
    log_read(account=clerk, subject="applicant/1", purpose="核对申请材料", at=BEGIN)
    row = StoredRead.objects.get()
    assert (county, clerk, "applicant/1", BEGIN) == (row.county, row.account, row.subject, row.at)
    assert str(row) == "applicant/1：核对申请材料"


@pytest.mark.parametrize(("subject", "purpose"), [("", "看"), ("applicant/1", " ")])
def test_nobody_looks_for_nothing(account_of: AccountOf, subject: str, purpose: str) -> None:
    """Object and purpose are both said."""
    with pytest.raises(ValueError, match="对象和用途"):
        log_read(account=account_of(Role.APPROVER), subject=subject, purpose=purpose, at=BEGIN)


def test_a_refusal_is_noted_with_and_without_account(account_of: AccountOf, county: str) -> None:
    """A stranger has no account but is noted all the same; long addresses are cut."""
    clerk = account_of(Role.WINDOW_CLERK)
    log_refusal(account=clerk, what="/audit/reads/", at=BEGIN)
    log_refusal(account=None, what="x" * 900, at=BEGIN)
    first, second = StoredRefusal.objects.order_by("id")
    assert (clerk, "/audit/reads/", county) == (first.account, str(first), first.county)
    assert (None, 500, county) == (second.account, len(second.what), second.county)
