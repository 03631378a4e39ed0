"""A digest that cannot be computed is told when the site starts, not at the first event."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest
from django.core.checks import run_checks

from kaocheng.site.audit.checks import check_digest


@pytest.mark.parametrize("name", ["sha256", "sm3"])
def test_both_digests_are_fine(settings: Any, name: str) -> None:
    """Nothing to say."""
    settings.AUDIT_DIGEST = name
    assert check_digest() == []


def test_an_unknown_digest_is_an_error(settings: Any) -> None:
    """Named, with what may be written, and among the checks Django runs."""
    settings.AUDIT_DIGEST = "md5"
    (told,) = check_digest()
    assert "md5" in told.msg
    assert "sm3" in told.hint
    assert told.id in {found.id for found in run_checks()}


def test_a_machine_without_sm3(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """An OpenSSL that does not have it."""

    def lacking(name: str, data: bytes = b"") -> None:
        raise ValueError(f"unsupported hash type {name}{data!r}")

    settings.AUDIT_DIGEST = "sm3"
    monkeypatch.setattr(hashlib, "new", lacking)
    assert [found.id for found in check_digest()] == ["audit.E001"]
