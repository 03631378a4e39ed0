"""The database itself refuses to change or delete rows of the audit."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction

from kaocheng.hall.posts import Role
from kaocheng.site.audit.models import (
    StoredEvent,
    StoredRead,
    StoredRefusal,
    StoredSeal,
    StoredSealedHead,
)
from kaocheng.site.audit.services import log_read, log_refusal, seal_events
from kaocheng.site.audit.triggers import TABLES, allow_changes, forbid_changes
from tests.site.audit.conftest import BEGIN, Grow
from tests.site.conftest import AccountOf

MODELS = (StoredEvent, StoredSeal, StoredSealedHead, StoredRead, StoredRefusal)


@pytest.fixture
def filled(grow: Grow, account_of: AccountOf, county: str) -> None:
    """A row in every table, and the triggers on."""
    forbid_changes(connection)
    grow("case/甲", 1)
    seal_events(county=county, at=BEGIN)
    log_read(account=account_of(Role.APPROVER), subject="applicant/1", purpose="审查", at=BEGIN)
    log_refusal(account=None, what="/", at=BEGIN)


def test_every_table_is_guarded() -> None:
    """No table of the audit is forgotten."""
    assert set(TABLES) == {model._meta.db_table for model in MODELS}


@pytest.mark.django_db
@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_rows_cannot_be_changed_or_deleted(filled: None, model: type[StoredEvent]) -> None:
    """By the ORM or by SQL: the database says why, and the row is as it was."""
    before = model.objects.values().get()
    table = model._meta.db_table
    for statement in (f"UPDATE {table} SET county = 'x'", f"DELETE FROM {table}"):  # noqa: S608
        with (
            pytest.raises(DatabaseError, match="只能增加"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement)
    assert before == model.objects.values().get()


@pytest.mark.django_db
def test_the_lock_can_be_taken_off_and_put_on(filled: None) -> None:
    """For whoever owns the database it is no more than a lock: the digests are the proof."""
    allow_changes(connection)
    assert StoredRefusal.objects.update(what="x") == 1
    forbid_changes(connection)
    with pytest.raises(DatabaseError, match="只能增加"), transaction.atomic():
        StoredRefusal.objects.update(what="y")
