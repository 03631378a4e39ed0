"""The texts an edition asks the office for."""

from __future__ import annotations

from kaocheng.editions.texts import text_names


def test_the_names_stand_in_the_sentence_patterns() -> None:
    """The common ones for every edition, an edition's own after them, each once."""
    common, own = text_names("national"), text_names("sichuan_2023")
    assert "部门职责" in common
    assert set(common) <= set(own)
    assert len(set(own)) == len(own)
