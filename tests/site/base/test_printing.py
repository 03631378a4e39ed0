"""Printed pages: what print.css takes back is taken back, whatever the selectors of the screen weigh."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kaocheng.site import base

_SHEETS = Path(base.__file__).parent / "static" / "base"
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_OF_CARDS = (".card", ".table-frame")
"""The parts that lose their frame on paper."""


def _rules(name: str) -> list[tuple[str, str]]:
    """Selector and declarations of a sheet, without comments and conditions; lists of selectors taken apart."""
    text = re.sub(
        r"/\*.*?\*/|@[a-z]+[^{;]*\{(?=[^}]*\{)",
        "",
        (_SHEETS / name).read_text("utf-8"),
        flags=re.DOTALL,
    )
    return [(one.strip(), told) for many, told in _RULE.findall(text) for one in _apart(many)]


def _apart(selectors: str) -> list[str]:
    return re.split(r",(?![^(]*\))", selectors)


def _weight(selector: str) -> tuple[int, int]:
    """Classes and elements of a selector; `:is()` weighs as much as the heaviest in it."""
    weight = (0, 0)
    for inner in re.findall(r":is\(([^)]*)\)", selector):
        weight = _sum(weight, max(map(_weight, _apart(inner))))
    plain = re.sub(r":is\([^)]*\)|:not\([^)]*\)", "", selector)
    classes = len(re.findall(r"[.\[]|(?<!:):(?!:)", plain))
    return _sum(weight, (classes, len(re.findall(r"(?:^|[\s>+~])[a-z]", plain))))


def _sum(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    return one[0] + other[0], one[1] + other[1]


def _padded(name: str, what: str) -> list[str]:
    found = (one for one, told in _rules(name) if what in one and "padding" in told)
    return [one for one in found if any(one.startswith(card) for card in _OF_CARDS)]


@pytest.mark.parametrize("what", ["h2", ".card-head"])
def test_heads_of_cards_are_flush_on_paper(what: str) -> None:
    """A head that is indented on the screen is not on paper: its rule there weighs at least as much."""
    on_screen, on_paper = _padded("parts.css", what), _padded("print.css", what)
    assert on_screen
    assert max(map(_weight, on_screen)) <= max(map(_weight, on_paper))


def test_weights_are_those_of_style_sheets() -> None:
    """An element beside a class in `:is()` weighs as the class."""
    assert (3, 0) == _weight(".card.flush > :is(h2, .card-head)")
    assert (2, 1) == _weight(".card.flush > h2")
