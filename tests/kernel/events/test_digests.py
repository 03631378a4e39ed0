"""Digests by known answers, and roots that no other list of leaves has."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaocheng.kernel.events import Algorithm, digest, merkle_root

LEAVES = st.lists(st.text(max_size=3), max_size=9)


def test_known_answers() -> None:
    """The examples of FIPS 180 and of GB/T 32905 (abc)."""
    sha = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    sm3 = "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
    assert digest(Algorithm.SHA256, "abc") == sha
    assert digest("sm3", "abc") == sm3


def test_an_unknown_algorithm_is_named() -> None:
    """Neither md5 nor nothing."""
    with pytest.raises(ValueError, match="不认识的摘要算法：md5"):
        digest("md5", "abc")


def test_roots_of_few_leaves() -> None:
    """None, one, two, three: as written down in the docstring."""

    def h(data: bytes) -> bytes:
        return hashlib.sha256(data).digest()

    a, b, c = (h(b"\0" + x) for x in (b"a", b"b", b"c"))
    assert merkle_root("sha256", []) == ""
    assert merkle_root("sha256", ["a"]) == a.hex()
    assert merkle_root("sha256", ["a", "b"]) == h(b"\1" + a + b).hex()
    assert merkle_root("sha256", ["a", "b", "c"]) == h(b"\1" + h(b"\1" + a + b) + c).hex()


@given(LEAVES, LEAVES)
def test_different_leaves_have_different_roots(first: list[str], second: list[str]) -> None:
    """Order, number and content all count."""
    same = merkle_root("sha256", first) == merkle_root("sha256", second)
    assert same == (first == second)
