"""Posts given and ended: by whom, over which days, never leaving the site without a manager."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from kaocheng.hall.posts import STAFF, Role
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.models import Account, StoredPost
from kaocheng.site.accounts.ranks import UNDER_DEPARTMENT
from kaocheng.site.accounts.services import end_post, give_post
from kaocheng.site.audit.models import StoredEvent
from tests.site.conftest import AccountOf

AT = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
DAY = date(2026, 3, 2)


def _give(account: Account, role: Role, by: Account | str, **more: object) -> StoredPost:
    given = {"unit": "甲局", "since": DAY, "at": AT} | more
    return give_post(account=account, role=role, by=by, **given)  # type: ignore[arg-type]


@pytest.mark.parametrize("role", sorted(STAFF))
def test_what_a_department_manager_may_give(account_of: AccountOf, role: Role) -> None:
    """The posts of his department's work, none that stands beside or above his own."""
    account = account_of(Role.APPLICANT, unit="甲局")
    by = account_of(Role.DEPARTMENT_MANAGER, unit="甲局")
    if role in UNDER_DEPARTMENT:
        _give(account, role, by)
        assert role in Account.objects.get(pk=account.pk).roles
    else:
        with pytest.raises(Refusal) as refused:
            _give(account, role, by)
        assert "post.rank" == refused.value.code


def test_a_post_in_another_department(account_of: AccountOf) -> None:
    """Is not a department manager's to give."""
    by = account_of(Role.DEPARTMENT_MANAGER, unit="甲局")
    with pytest.raises(Refusal) as refused:
        _give(account_of(Role.APPLICANT, unit="甲局"), Role.APPROVER, by, unit="乙局")
    assert "post.scope" == refused.value.code


def test_nobody_raises_himself(account_of: AccountOf) -> None:
    """A manager gives posts to others only."""
    by = account_of(Role.DEPARTMENT_MANAGER, unit="甲局")
    with pytest.raises(Refusal):
        _give(by, Role.APPROVER, by)


@pytest.mark.parametrize(
    ("days", "taken"),
    [
        ({"since": DAY}, True),
        ({"since": date(2026, 3, 10)}, True),
        ({"since": date(2026, 1, 1), "until": date(2026, 3, 1)}, False),
        ({"since": date(2026, 1, 1), "until": DAY}, True),
        ({"since": date(2026, 3, 21)}, False),
    ],
)
def test_the_same_post_is_held_once_at_a_time(
    account_of: AccountOf, days: dict[str, date], taken: bool
) -> None:
    """Before and after it may be held again."""
    account, by = account_of(Role.APPLICANT), account_of(Role.SYSTEM_MANAGER)
    _give(account, Role.APPROVER, by, until=date(2026, 3, 20))
    if taken:
        with pytest.raises(Refusal) as refused:
            _give(account, Role.APPROVER, by, **days)
        assert "post.held" == refused.value.code
    else:
        _give(account, Role.APPROVER, by, **days)
    _give(account, Role.APPROVER, by, window="A03")


def test_days_the_wrong_way_round(account_of: AccountOf) -> None:
    """A post does not end before it begins."""
    with pytest.raises(Refusal, match="离任日早于任职日"):
        _give(
            account_of(Role.APPLICANT),
            Role.APPROVER,
            account_of(Role.SYSTEM_MANAGER),
            until=date(2026, 3, 1),
        )


def test_a_post_ended_yesterday_is_gone_today(account_of: AccountOf) -> None:
    """And it is not ended a second time."""
    account, by = account_of(Role.WINDOW_CLERK), account_of(Role.SYSTEM_MANAGER)
    post, yesterday = account.posts.get(), timezone.localdate() - timedelta(days=1)
    end_post(post=post, last=yesterday, by=by, at=AT)
    assert frozenset() == Account.objects.get(pk=account.pk).roles
    with pytest.raises(Refusal) as refused:
        end_post(post=post, last=yesterday, by=by, at=AT)
    assert "post.ended" == refused.value.code
    (event,) = StoredEvent.objects.filter(stream=f"account/{account.pk}")
    assert ("post.ended", "window_clerk") == (event.kind, event.told["role"])


def test_one_system_manager_remains(account_of: AccountOf) -> None:
    """Not even the system ends the last one's post."""
    one = account_of(Role.SYSTEM_MANAGER)
    with pytest.raises(Refusal) as refused:
        end_post(post=one.posts.get(), last=DAY, by="system", at=AT)
    assert "post.last" == refused.value.code
    other = account_of(Role.SYSTEM_MANAGER)
    end_post(post=one.posts.get(), last=DAY, by=other, at=AT)
