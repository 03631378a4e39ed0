"""Who wants to write while another writes: looks again soon, gives up when patience is over."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import islice
from typing import Any

import pytest
from django.db import OperationalError, connection, connections, transaction

from kaocheng.site.base.sqlite import base

pytestmark = pytest.mark.django_db(transaction=True)


@contextmanager
def _another_writes() -> Iterator[sqlite3.Connection]:
    """Somebody else is in the middle of a transaction on the same store."""
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL lets several write at once")
    with closing(sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield other


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The pauses between two looks, none of them slept."""
    pauses: list[float] = []
    monkeypatch.setattr(base, "sleep", pauses.append)
    return pauses


def _waits_in_driver() -> int:
    with connection.cursor() as cursor:
        return int(cursor.execute("PRAGMA busy_timeout").fetchone()[0])


def test_the_turn_comes_when_the_other_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    """A look, a short pause in which the other finishes, and the transaction begins."""
    pauses: list[float] = []
    with _another_writes() as other:

        def finish(pause: float) -> None:
            pauses.append(pause)
            other.rollback()

        monkeypatch.setattr(base, "sleep", finish)
        with transaction.atomic():
            assert connection.in_atomic_block
    assert [base._FIRST] == pauses


def test_patience_ends(looked: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    """After the time of the settings the error of the store is told, and the next transaction can begin."""
    seconds = iter(range(100))
    with _another_writes(), monkeypatch.context() as hurried:
        hurried.setattr(base, "monotonic", lambda: float(next(seconds)))
        hurried.setitem(connection.settings_dict["OPTIONS"], "timeout", 7)
        with pytest.raises(OperationalError, match="locked"), transaction.atomic():
            pytest.fail("the other still writes")
    assert 6 == len(looked)
    assert 7000 == _waits_in_driver()
    with transaction.atomic():
        assert connection.in_atomic_block


def test_another_error_is_told_at_once(
    looked: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only for a writer is waited; and the door is left open."""
    with _another_writes(), monkeypatch.context() as changed:
        connection.ensure_connection()
        changed.setattr(connections["default"], "transaction_mode", "NONSENSE")
        with pytest.raises(OperationalError, match="syntax"), transaction.atomic():
            pytest.fail("there is no such statement")
    assert [] == looked
    assert not base._DOOR.locked()


def test_a_statement_by_itself_waits_in_the_driver() -> None:
    """Outside a transaction the driver waits as the settings say."""
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL lets several write at once")
    with transaction.atomic():
        pass
    assert 1000 * connection.settings_dict["OPTIONS"]["timeout"] == _waits_in_driver()


def test_pauses_grow_and_end_growing() -> None:
    """Short at first, never longer than the longest."""
    pauses = list(islice(base._pauses(), 40))
    assert base._FIRST == pauses[0]
    assert sorted(pauses) == pauses
    assert base._LONGEST == pauses[-1] == pauses[-2]


@pytest.mark.parametrize(
    ("query", "values", "found"),
    [
        ("SELECT %s, %s", [1, "a%s"], (1, "a%s")),
        ("SELECT '%%s', %s", [2], ("%s", 2)),
        ("SELECT %(one)s, %(one)s", {"one": 3}, (3, 3)),
        ("SELECT '%s'", None, ("%s",)),
    ],
)
def test_values_stand_where_the_marks_were(query: str, values: Any, found: object) -> None:
    """In order or by name, and a percent sign stays one; the same the second time."""
    assert found == _asked(query, values) == _asked(query, values)


def _asked(query: str, values: Any) -> object:
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        return tuple(cursor.fetchone())
