"""Tokens (令牌): shown once to whoever is given one; the store keeps a digest, which opens nothing."""

from __future__ import annotations

from hashlib import sha256


def digest_of(token: str) -> str:
    """What is kept of a token (令牌摘要)."""
    return sha256(token.encode()).hexdigest()
