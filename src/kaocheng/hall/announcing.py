"""Announcing a call (叫号播报): the sentence that is read out, digit by digit."""

from __future__ import annotations

_DIGITS = dict(zip("0123456789", "零一二三四五六七八九", strict=True))


def spoken_label(label: str) -> str:
    """A001 as it is read out: A零零一."""
    return "".join(_DIGITS.get(letter, letter) for letter in label)


def announcement(label: str, window: str) -> str:
    """What the loudspeaker says (播报词)."""
    return f"请{spoken_label(label)}号，到{window}办理。"
