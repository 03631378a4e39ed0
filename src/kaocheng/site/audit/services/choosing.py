"""Choosing the digest (摘要算法): by a setting, for what is written from now on."""

from __future__ import annotations

from django.conf import settings


def algorithm() -> str:
    """The digest new events and seals get: sha256, or sm3 where AUDIT_DIGEST says so."""
    return str(getattr(settings, "AUDIT_DIGEST", "sha256"))
