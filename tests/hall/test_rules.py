"""Rules of the queue: complete, positive, and every priority with who it is for and why."""

from __future__ import annotations

from datetime import timedelta

from kaocheng.hall.rules import default_rules, head_start, priorities


def test_defaults_are_complete() -> None:
    """Every rule has a value that makes sense."""
    rules = default_rules()
    assert all(getattr(rules, name) > 0 for name in rules.__slots__)


def test_priorities_are_told_with_their_basis() -> None:
    """老年人, 残疾人, 军人 are among them; each says who and on what basis; ordinary ones have no head start."""
    assert {"elderly", "disabled", "military"} <= set(priorities())
    assert all(p.title and p.who and p.basis and p.head_start > 0 for p in priorities().values())
    assert timedelta() == head_start("")
    assert timedelta(minutes=30) == head_start("elderly")
