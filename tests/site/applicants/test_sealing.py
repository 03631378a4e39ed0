"""Sealing: opened only in its place and under a listed key; digests find across a change of keys."""

from __future__ import annotations

import base64

import pytest
from django.core.exceptions import ImproperlyConfigured
from hypothesis import given
from hypothesis import strategies as st

from kaocheng.site.applicants.sealing import (
    Unopenable,
    digest,
    digests,
    is_current,
    keys,
    seal,
    unseal,
)

OLD = "old:" + base64.urlsafe_b64encode(b"1" * 32).decode()
NEW = "new:" + base64.urlsafe_b64encode(b"2" * 32).decode()


@given(st.text(max_size=60), st.text(max_size=20))
def test_what_is_sealed_is_opened(words: str, place: str) -> None:
    """And the words are not to be seen in the token."""
    token = seal(words, place)
    assert words == unseal(token, place)
    assert not words or words != token


def test_a_token_is_never_the_same_twice() -> None:
    """Equal numbers cannot be told from equal tokens."""
    assert seal("510904", "a") != seal("510904", "a")


def test_a_value_copied_to_another_row_is_not_opened() -> None:
    """The seal is bound to its place."""
    token = seal("510904", "510904/P1/id")
    with pytest.raises(Unopenable, match="不属于这一行"):
        unseal(token, "510904/P2/id")


def test_a_changed_token_is_not_opened() -> None:
    """One character changed is found."""
    name, _, rest = seal("510904", "a").partition(".")
    other = "A" if rest[20] != "A" else "B"
    with pytest.raises(Unopenable):
        unseal(f"{name}.{rest[:20]}{other}{rest[21:]}", "a")


def test_keys_can_be_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sealed under the old, opened while it is listed, found by either digest."""
    monkeypatch.setenv("KAOCHENG_PERSONAL_KEYS", OLD)
    token, found = seal("510904", "a"), digest("510904", "resident")
    monkeypatch.setenv("KAOCHENG_PERSONAL_KEYS", f"{NEW} {OLD}")
    assert ("new", "510904") == (keys()[0].name, unseal(token, "a"))
    assert not is_current(token)
    assert found in digests("510904", "resident")
    assert found != digest("510904", "resident")
    monkeypatch.setenv("KAOCHENG_PERSONAL_KEYS", NEW)
    with pytest.raises(Unopenable, match="缺少密钥 old"):
        unseal(token, "a")


@pytest.mark.parametrize("told", [f"{OLD} {OLD}", "short:AAAA", "nothing", ".:" + OLD[4:], "k:?"])
def test_bad_keys_stop_the_start(monkeypatch: pytest.MonkeyPatch, told: str) -> None:
    """Rather than sealing with something weak."""
    monkeypatch.setenv("KAOCHENG_PERSONAL_KEYS", told)
    with pytest.raises(ImproperlyConfigured):
        keys()


def test_digests_of_different_sorts_differ() -> None:
    """A phone number is not found among identity numbers."""
    assert digest("1", "phone") != digest("1", "resident")
    assert digest("", "phone") == ""
