"""Tokens (令牌): shown once to whoever is given one; the store keeps a digest, which opens nothing."""

from __future__ import annotations

import secrets
from hashlib import sha256

_READABLE = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Letters and digits that are not mistaken for each other on paper."""


def readable(length: int) -> str:
    """So many random letters and digits that people read off paper; each is worth five random bits."""
    return "".join(secrets.choice(_READABLE) for _ in range(length))


def digest_of(token: str) -> str:
    """What is kept of a token (令牌摘要)."""
    return sha256(token.encode()).hexdigest()
