"""Digests (摘要): SHA-256, or SM3 where the state's own algorithm is asked for."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from enum import StrEnum

_LEAF, _NODE = b"\x00", b"\x01"


class Algorithm(StrEnum):
    """How a digest is computed (摘要算法)."""

    SHA256 = "sha256"
    SM3 = "sm3"


def digest(algorithm: str, text: str) -> str:
    """The digest of a text in UTF-8, 64 hexadecimal digits; raises ValueError for an unknown name."""
    return _hasher(algorithm)(text.encode("utf-8")).hex()


def merkle_root(algorithm: str, leaves: Sequence[str]) -> str:
    """The root over texts in their order (默克尔根); leaves and nodes are hashed apart, none give "".

    An odd one is carried up as it is, so that no two lists of leaves share a root.
    """
    hashed = _hasher(algorithm)
    level = [hashed(_LEAF + leaf.encode("utf-8")) for leaf in leaves]
    while len(level) > 1:
        pairs = [hashed(_NODE + level[i] + level[i + 1]) for i in range(0, len(level) - 1, 2)]
        level = pairs + level[2 * len(pairs) :]
    return level[0].hex() if level else ""


def _hasher(algorithm: str) -> Callable[[bytes], bytes]:
    found = _HASHERS.get(algorithm)
    if found is None:
        raise ValueError(f"不认识的摘要算法：{algorithm}。可用：sha256、sm3。")
    return found


def _sha256(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def _sm3(data: bytes) -> bytes:
    return hashlib.new("sm3", data).digest()


_HASHERS: dict[str, Callable[[bytes], bytes]] = {Algorithm.SHA256: _sha256, Algorithm.SM3: _sm3}
