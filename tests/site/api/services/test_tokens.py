"""Tokens: shown once, kept as digests, ended by time, by hand and with their account."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from kaocheng.hall.posts import Role
from kaocheng.kernel.clocks import SHANGHAI
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.models import Account
from kaocheng.site.api.models import StoredToken
from kaocheng.site.api.services import issue_token, revoke_token, token_holder
from kaocheng.site.audit.models import StoredEvent
from tests.site.api.conftest import Caller, CallerOf
from tests.site.conftest import AccountOf

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 2, 9, tzinfo=SHANGHAI)
DAY = timedelta(days=1)


def _issue(account: Account, by: Account, lasts: timedelta = DAY) -> tuple[StoredToken, str]:
    return issue_token(
        account=account, purpose="县小程序", lasts=lasts, by=by, role="system_manager", at=AT
    )


def test_only_the_digest_is_kept(manager: Account, account_of: AccountOf) -> None:
    """In no column, and in no event."""
    row, text = _issue(account_of(Role.APPLICANT), manager)
    assert text not in str(StoredToken.objects.values().get())
    event = StoredEvent.objects.get(kind="token.issued")
    assert row.number in str(event.facts)
    assert text not in str(event.facts)


def test_a_token_ends(manager: Account, account_of: AccountOf) -> None:
    """When its time is over, when it is taken back, when its account is locked."""
    row, text = _issue(account_of(Role.APPLICANT), manager)
    assert row == token_holder(text, AT)
    assert token_holder(text, AT + DAY) is None
    Account.objects.filter(pk=row.account_id).update(is_active=False)
    assert token_holder(text, AT) is None
    Account.objects.filter(pk=row.account_id).update(is_active=True)
    for _ in range(2):
        revoke_token(county=row.county, number=row.number, by=manager, role="system_manager", at=AT)
    assert token_holder(text, AT) is None
    assert 1 == StoredEvent.objects.filter(kind="token.revoked").count()


def test_last_use_is_noted_once_an_hour(manager: Account, account_of: AccountOf) -> None:
    """Not with every call."""
    row, text = _issue(account_of(Role.APPLICANT), manager)
    noted = []
    for minutes in (0, 30, 59, 60, 90):
        token_holder(text, AT + timedelta(minutes=minutes))
        row.refresh_from_db()
        noted.append(int((row.used_at - AT).total_seconds() // 60))
    assert [0, 0, 0, 60, 60] == noted


@pytest.mark.parametrize("role", [r for r in Role if r is not Role.SYSTEM_MANAGER])
def test_only_a_system_manager_issues_and_revokes(
    manager: Account, account_of: AccountOf, role: Role
) -> None:
    """Nobody else, whatever he manages."""
    row, _ = _issue(account_of(Role.APPLICANT), manager)
    other = account_of(role, unit="D001")
    with pytest.raises(Refusal):
        _issue(account_of(Role.APPLICANT), other)
    with pytest.raises(Refusal):
        revoke_token(county=row.county, number=row.number, by=other, role=role.value, at=AT)


def test_tokens_that_are_not_issued(manager: Account, account_of: AccountOf) -> None:
    """For oneself, for a locked account, for no time, for more than a year, for another county."""
    locked = account_of(Role.APPLICANT)
    locked.is_active = False
    locked.save()
    wrong = [
        (manager, DAY),
        (locked, DAY),
        (account_of(Role.APPLICANT), timedelta(0)),
        (account_of(Role.APPLICANT), timedelta(days=367)),
        (account_of(Role.APPLICANT, county="519902"), DAY),
    ]
    for account, lasts in wrong:
        with pytest.raises(Refusal):
            _issue(account, manager, lasts)
    assert not StoredToken.objects.exists()


def test_a_token_taken_back_opens_nothing(
    caller_of: CallerOf, account_of: AccountOf, manager: Account
) -> None:
    """From the next call on."""
    caller: Caller = caller_of(account_of(Role.APPLICANT))
    assert 200 == caller.get("/cases").status_code
    row = StoredToken.objects.get()
    revoke_token(
        county=row.county, number=row.number, by=manager, role="system_manager", at=timezone.now()
    )
    assert 401 == caller.get("/cases").status_code


def test_a_token_has_the_rights_its_account_has_now(
    caller_of: CallerOf, account_of: AccountOf
) -> None:
    """With the post the right goes."""
    account = account_of(Role.APPLICANT)
    caller = caller_of(account)
    account.posts.all().delete()
    assert 403 == caller.get("/cases").status_code
