"""Counts divided in two, read from a sentence."""

from __future__ import annotations

import pytest

from kaocheng.disclosure.splits import splits
from tests.disclosure.texts import first_sentence

SAID = [
    ("全年受理120件，办结100件，未办结20件。", "="),
    ("全年受理120件，按期办结100件，在办20件。", "≥"),
    ("抽查40家，其中合格38家，不合格2家。", "="),
    ("参加考试60人，通过55人，未通过5人。", "="),
    ("发现问题40个，已整改38个，尚未整改2个。", "="),
    # another unit, something else that became of it, or what came over from last year
    ("全年受理120件，办结100件，未办结20人。", ""),
    ("全年受理120件，办结100件，未办结20件，退件5件。", ""),
    ("全年受理120件，办结100件（含上年结转9件），未办结20件。", ""),
    ("全年受理约120件，办结100件，未办结20件。", ""),
    ("全年受理120件，审批类办结100件，热线未办结20件。", ""),
]


@pytest.mark.parametrize(("text", "kind"), SAID)
def test_what_is_divided(text: str, kind: str) -> None:
    """Three counts side by side, of one unit, the last two named as done and left."""
    sentence = first_sentence(text + "\n")
    found = [split.kind for split in splits() for _ in split.find(sentence)]
    assert ([kind] if kind else []) == found
