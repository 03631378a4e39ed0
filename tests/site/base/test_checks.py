"""Checks at the start: the database's encoding, and passwords in the open."""

from __future__ import annotations

from typing import Any, Self

import pytest
from django.db import connections
from pytest_django.fixtures import Settings

from kaocheng.site.base import checks


class _Cursor:
    """Answers with one encoding."""

    def __init__(self, encoding: str) -> None:
        self.encoding = encoding

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def execute(self, _: str) -> None:
        """Nothing is asked of a database."""

    def fetchone(self) -> tuple[str]:
        """The answer."""
        return (self.encoding,)


class _Connection:
    vendor = "postgresql"

    def __init__(self, encoding: str) -> None:
        self.cursor = lambda: _Cursor(encoding)


@pytest.mark.parametrize(("encoding", "faults"), [("UTF8", 0), ("SQL_ASCII", 1), ("EUC_CN", 1)])
def test_only_utf8_is_taken(monkeypatch: pytest.MonkeyPatch, encoding: str, faults: int) -> None:
    """What to do is said."""
    made: dict[str, Any] = {"default": _Connection(encoding)}
    monkeypatch.setattr(checks, "connections", made)
    found = checks.database_is_utf8(None, ["default"])
    assert faults == len(found)
    assert all("TEMPLATE template0" in str(fault.hint) for fault in found)


@pytest.mark.django_db
def test_the_database_of_these_tests_is_taken() -> None:
    """Whichever it is."""
    assert [] == checks.database_is_utf8(None, list(connections))


@pytest.mark.parametrize(
    ("hosts", "https", "warned"),
    [(["localhost"], False, 0), (["hall.example"], False, 1), (["hall.example"], True, 0)],
)
def test_a_site_open_to_others_without_https(
    settings: Settings, hosts: list[str], https: bool, warned: int
) -> None:
    """Is warned of at the start."""
    settings.ALLOWED_HOSTS, settings.HTTPS = hosts, https
    assert warned == len(checks.passwords_do_not_travel_in_the_open(None))
