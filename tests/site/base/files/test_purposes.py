"""Purposes are known by one name each."""

from __future__ import annotations

import pytest

from kaocheng.site.base.files import Purpose, purpose_of, purposes, register


def test_a_name_is_taken_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The second of one name is a fault of the program; an unknown one too."""
    monkeypatch.setattr(purposes, "_PURPOSES", {})
    first = Purpose("x", "甲", lambda *_: True)
    register(first)
    register(first)
    assert first is purpose_of("x")
    with pytest.raises(ValueError, match="two purposes"):
        register(Purpose("x", "乙", lambda *_: True))
    with pytest.raises(KeyError):
        purpose_of("y")
