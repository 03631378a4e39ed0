"""Bare statements write and read what the ORM would, on either store."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from django.db import IntegrityError, transaction

from kaocheng.hall.posts import Role
from kaocheng.kernel.clocks import SHANGHAI
from kaocheng.site.accounts.models import Account, StoredPost
from kaocheng.site.base.bare import insert_row, insert_rows, read_row, update_row
from tests.site.conftest import AccountOf

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 2, 9, 30, 0, 123456, tzinfo=SHANGHAI)


def _post(account: Account, window: str = "") -> dict[str, object]:
    return {
        "account_id": account.pk, "role": "approver", "unit": "D1", "window": window,
        "since": date(2026, 1, 1), "until": None,
    }  # fmt: skip


def test_a_row_is_inserted_as_the_orm_reads_it(account_of: AccountOf) -> None:
    """Days, texts and nothing at all come back as they went in, a reserved word as a column included."""
    account = account_of(Role.WINDOW_CLERK)
    key = insert_row(StoredPost, _post(account, "W1"))
    row = StoredPost.objects.get(pk=key)
    assert ("W1", date(2026, 1, 1), None) == (row.window, row.since, row.until)


def test_moments_keep_their_microseconds(account_of: AccountOf) -> None:
    """A moment in Beijing time is the same moment afterwards."""
    account = account_of(Role.WINDOW_CLERK)
    update_row(Account, {"id": account.pk}, {"last_login": AT, "must_change_password": True})
    account.refresh_from_db()
    assert (AT, True) == (account.last_login, account.must_change_password)


def test_rows_that_are_there_stay(account_of: AccountOf) -> None:
    """With `once` a second row of the same key is passed over, without it is refused."""
    account = account_of(Role.WINDOW_CLERK)
    rows = [_post(account, "W1"), _post(account, "W2")]
    insert_rows(StoredPost, rows)
    insert_rows(StoredPost, rows, once=True)
    assert 2 == StoredPost.objects.filter(account=account, unit="D1").count()
    with pytest.raises(IntegrityError), transaction.atomic():
        insert_rows(StoredPost, rows)


def test_a_row_is_read_by_its_columns(account_of: AccountOf) -> None:
    """The last of several, and None where there is none."""
    account = account_of(Role.WINDOW_CLERK)
    insert_rows(StoredPost, [_post(account, "W1"), _post(account, "W2")])
    where = {"account_id": account.pk, "unit": "D1"}
    assert ("W2",) == tuple(read_row(StoredPost, where, ("window",), last="id"))
    assert ("W1",) == tuple(read_row(StoredPost, {**where, "window": "W1"}, ("window",)))
    assert read_row(StoredPost, {**where, "window": "W3"}, ("window",)) is None


def test_nothing_to_write_is_no_statement(django_assert_num_queries: object) -> None:
    """An empty list and an empty change send nothing."""
    with django_assert_num_queries(0):
        insert_rows(StoredPost, [])
        update_row(StoredPost, {"id": 1}, {})
