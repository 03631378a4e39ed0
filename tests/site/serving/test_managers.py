"""The first manager is opened once, and can be rescued; nobody else this way."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from allauth.mfa.models import Authenticator

from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.models import Account
from kaocheng.site.serving.managers import first_manager, rescue
from tests.site.conftest import AccountOf

AT = datetime(2026, 3, 1, 17, 0, tzinfo=UTC)


@pytest.mark.django_db
def test_the_first_manager_is_opened_once() -> None:
    """He holds his post from today, as the day is here, and must change his password."""
    made = first_manager(at=AT)
    assert made
    account = Account.objects.get(username=made[0])
    assert account.check_password(made[1])
    assert account.must_change_password
    assert ("system_manager", "2026-03-02") == (
        account.posts.get().role, account.posts.get().since.isoformat()
    )  # fmt: skip
    assert first_manager(at=AT) is None


def test_only_a_system_manager_is_rescued(account_of: AccountOf) -> None:
    """Unlocked, without second factor, with a new password."""
    account = account_of(Role.SYSTEM_MANAGER)
    Account.objects.filter(pk=account.pk).update(is_active=False)
    Authenticator.objects.create(user=account, type=Authenticator.Type.TOTP, data={})
    password = rescue(username=account.username, at=AT)
    account.refresh_from_db()
    assert account.is_active
    assert account.check_password(password)
    assert not Authenticator.objects.exists()
    with pytest.raises(Refusal) as refused:
        rescue(username=account_of(Role.APPROVER).username, at=AT)
    assert "rescue.name" == refused.value.code
