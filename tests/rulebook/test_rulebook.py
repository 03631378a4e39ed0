"""What holds for every entry of the rulebook: codes, pages, titles, examples of each kind."""

from __future__ import annotations

import pytest

from kaocheng.disclosure.registry import rulebook
from kaocheng.kernel.rulebook import unique
from tests.rulebook.examples import KINDS, has_page, written_rules

# a title names the fault; one that begins so would name what the clerk should do
_REMEDIES = ("应当", "请", "必须", "需要", "检查", "核对", "确保", "改")


def test_codes_are_unique() -> None:
    """The rulebook is by code; a code used twice stops the start."""
    rules = list(rulebook().values())
    assert len(rules) == len(unique(rules))
    with pytest.raises(ValueError, match=rules[0].code):
        unique([*rules, rules[0]])


def test_file_names_begin_with_the_code() -> None:
    """What a user quotes from a report leads to the file."""
    assert [] == [r.code for r in written_rules() if not r.stem.startswith(r.code.lower() + "_")]


def test_each_rule_is_a_function_and_a_page() -> None:
    """Side by side in one folder."""
    assert [] == [rule.code for rule in written_rules() if not has_page(rule)]


def test_each_rule_says_in_its_docstring_what_it_judges() -> None:
    """Whoever reads the function needs no page."""
    assert [] == [r.code for r in written_rules() if not r.function.__doc__]


@pytest.mark.parametrize("part", ["what", "why", "remedy", "basis"])
def test_each_page_is_complete(part: str) -> None:
    """Equations included."""
    assert [] == [c for c, rule in rulebook().items() if not rule.page().get(part, "").strip()]


def test_each_page_has_a_version() -> None:
    """It rises whenever the meaning of the rule changes."""
    assert [] == [c for c, rule in rulebook().items() if rule.page().get("version", 0) < 1]


@pytest.mark.parametrize("kind", KINDS)
def test_each_written_rule_has_examples(kind: str) -> None:
    """At least one that passes, one that fails and one that is skipped."""
    assert [] == [rule.code for rule in written_rules() if not rule.page().get(kind)]


def test_titles_name_a_fault() -> None:
    """Not the remedy."""
    odd = [r.code for r in rulebook().values() if not r.title or r.title.startswith(_REMEDIES)]
    assert [] == odd


def test_equations_have_no_examples() -> None:
    """An equality is its own example; tests of the equations change one cell at a time."""
    told = [rule for rule in rulebook().values() if rule.told is not None]
    assert [] == [rule.code for rule in told if set(KINDS) & set(rule.page())]
    assert [] == [rule.code for rule in told if not rule.page()["holds"].strip()]
