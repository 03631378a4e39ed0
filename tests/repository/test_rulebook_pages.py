"""Every rule explains itself: what, why, remedy, basis, and examples that can be read."""

from __future__ import annotations

import pytest

from kaocheng.disclosure.registry import rulebook
from kaocheng.kernel.rulebook import Rule

WRITTEN = [rule for rule in rulebook().values() if (rule.folder / f"{rule.stem}.py").exists()]
PARTS = ("what", "why", "remedy", "basis")
EXAMPLES = ("passes", "fails", "skips")


@pytest.mark.parametrize("part", PARTS)
def test_every_rule_has_this_part(part: str) -> None:
    """Equations as well as written rules."""
    assert [] == [c for c, rule in rulebook().items() if not str(rule.page().get(part, "")).strip()]


@pytest.mark.parametrize("kind", EXAMPLES)
def test_every_written_rule_has_an_example_of_this_kind(kind: str) -> None:
    """Each with a name that says what it shows."""
    bare = [rule.code for rule in WRITTEN if not _named(rule, kind)]
    assert [] == bare


def _named(rule: Rule, kind: str) -> bool:
    examples = rule.page().get(kind, [])
    return bool(examples) and all(str(example.get("name", "")).strip() for example in examples)


def test_every_page_belongs_to_a_rule() -> None:
    """A page whose rule is gone is gone too."""
    folders = {rule.folder for rule in WRITTEN}
    pages = {path.stem for folder in folders for path in folder.glob("*.toml")}
    assert pages == {rule.stem for rule in WRITTEN}
