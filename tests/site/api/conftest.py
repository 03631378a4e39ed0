"""Fixtures of the tests of the API: the small hall of the cases, callers with tokens of every role."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from kaocheng.hall.posts import Role
from kaocheng.site.accounts.models import Account
from kaocheng.site.api.services import issue_token
from tests.site.base.files.samples import png
from tests.site.cases.people import Desk
from tests.site.conftest import AccountOf
from tests.site.desk.conftest import desk

__all__ = ["desk"]
CallerOf = Callable[[Account], "Caller"]
BASE = "/api/v1"


@dataclass
class Caller:
    """A program that calls the API, with the token of an account or without one."""

    token: str = ""
    client: Client = field(default_factory=lambda: Client(raise_request_exception=False))
    keys: Any = field(default_factory=lambda: count(1))

    def get(self, path: str, **asked: Any) -> Any:
        """GET."""
        return self.client.get(BASE + path, asked, **self.headers())

    def post(self, path: str, told: Any = None, *, key: str = "", **more: Any) -> Any:
        """POST JSON under a new key, or the one given."""
        known = {"content_type": "application/json", **self.headers(), **more}
        known.setdefault("HTTP_IDEMPOTENCY_KEY", key or f"key-{next(self.keys):08}")
        return self.client.post(BASE + path, {} if told is None else told, **known)

    def send(self, name: str = "plan.png", content: bytes | None = None, key: str = "") -> Any:
        """Upload a file."""
        file = SimpleUploadedFile(name, png() if content is None else content)
        known = {"HTTP_IDEMPOTENCY_KEY": key or f"key-{next(self.keys):08}", **self.headers()}
        return self.client.post(f"{BASE}/files", {"file": file}, **known)

    def headers(self) -> dict[str, Any]:
        """The token in its header."""
        return {"HTTP_AUTHORIZATION": f"Bearer {self.token}"} if self.token else {}


@pytest.fixture
def manager(account_of: AccountOf) -> Account:
    """The system manager who issues tokens."""
    return account_of(Role.SYSTEM_MANAGER)


@pytest.fixture
def caller_of(manager: Account) -> CallerOf:
    """Make a caller with a token of this account."""

    def make(account: Account) -> Caller:
        _, text = issue_token(
            account=account, purpose="测试", lasts=timedelta(days=1), by=manager,
            role=Role.SYSTEM_MANAGER.value, at=timezone.now(),
        )  # fmt: skip
        return Caller(text)

    return make


@pytest.fixture
def citizen(desk: Desk, caller_of: CallerOf) -> Caller:
    """A caller for the applicant of the small hall."""
    return caller_of(desk.citizen)


@pytest.fixture
def stranger() -> Caller:
    """A caller without a token."""
    return Caller()
