"""Names without small talk, and what is told under them."""

from __future__ import annotations

import pytest

from kaocheng.disclosure.elsewhere.names import is_plain, levels, plain
from tests.disclosure.texts import first_sentence, taken


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("全年受理办件共", "受理办件"),
        ("其中本年受理办件数量为", "受理办件"),
        ("受理办件", "受理办件"),
    ],
)
def test_years_and_filling_words_are_no_part_of_a_name(words: str, name: str) -> None:
    """In front and behind."""
    assert name == plain(words)


def test_prints_of_one_name_stand_together() -> None:
    """Paragraphs only, in the order of the text."""
    (told,) = levels(taken("全年受理办件120件。\n本年受理办件共130件。\n"))["受理办件"]
    assert ["120件", "130件"] == [mention.figure.text for _, mention in told]


@pytest.mark.parametrize("text", ["计划受理120件。", "上半年受理120件。", "受理办件约120件。"])
def test_a_plan_a_part_or_a_guess_is_not_the_year(text: str) -> None:
    """It is compared with nothing."""
    assert not any(is_plain(mention) for mention in first_sentence(text).mentions)
