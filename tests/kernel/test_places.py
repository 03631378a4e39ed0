"""Places in the words of a person."""

from __future__ import annotations

import pytest

from kaocheng.kernel.places import Place


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Place("a.pdf", page=3, table=2, row=5, column=4), "第3页表25行4列"),
        (Place("a.txt", line=12, paragraph=7, start=3, end=5), "第12行"),
        (Place("a.docx", paragraph=7), "第7段"),
        (Place("a.xlsx", sheet="收支总表", row=5, column=4), "工作表“收支总表”5行4列"),
        (Place("a.txt"), ""),
    ],
)
def test_words(place: Place, words: str) -> None:
    """Only what is known is said; a paragraph is named where nothing better is known."""
    assert words == place.words()


def test_a_place_is_narrowed_without_losing_the_rest() -> None:
    """The characters are set, all else stays."""
    assert Place("a.txt", line=2, start=1, end=4) == Place("a.txt", line=2).between(1, 4)
