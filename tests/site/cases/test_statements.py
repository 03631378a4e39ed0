"""What a move sends to the store: it is read and judged first, and the transaction holds only what has to be in it."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection

from tests.site.cases.people import Desk

pytestmark = pytest.mark.django_db(transaction=True)
MOVE = [
    "SELECT law_storednotice",
    "SELECT cases_storedcase",
    "SELECT hall_storedauthorisation",
    "BEGIN",
    "UPDATE cases_storedcase",
    "UPDATE cases_storedtask",
    "SELECT audit_storedevent",
    "INSERT audit_storedevent",
]
"""审查完成 by one of two departments: the state stays, so that no part is written."""


def _short(sql: str) -> str:
    """The verb and the table of a statement."""
    words = sql.replace('"', "").split()
    table = next((word for word in words if word.startswith(_APPS)), "")
    return f"{words[0]} {table}".strip()


_APPS = ("accounts_", "audit_", "cases_", "hall_", "law_")


def test_a_move_is_judged_before_its_transaction_begins(desk: Desk) -> None:
    """Others wait while it lasts: in it stand the rows, the head of the events, and the new event."""
    if connection.vendor != "sqlite":
        pytest.skip("on PostgreSQL the driver begins the transaction by itself")
    row = desk.open()
    desk.move(row, "accept", desk.clerk)
    assert desk.house.roles
    sent: list[str] = []

    def note(execute: Any, sql: str, *rest: Any) -> Any:
        sent.append(_short(sql))
        return execute(sql, *rest)

    with connection.execute_wrapper(note):
        desk.move(row, "finish_task", desk.house, task="house", opinion="通过")
    assert MOVE == sent
