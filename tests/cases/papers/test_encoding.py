"""Letters kept as data come back as they were."""

from __future__ import annotations

from datetime import date

import pytest

from kaocheng.cases.papers.composing import compose
from kaocheng.cases.papers.encoding import decoded, encoded
from kaocheng.cases.papers.forms import form
from kaocheng.cases.papers.records import Content
from kaocheng.kernel.events.canonical import canonical
from kaocheng.kernel.papers import Heading, Paper, Shape
from tests.cases.papers.samples import CONTENTS, ISSUE, MATTER, OFFICE


@pytest.mark.parametrize("content", CONTENTS, ids=lambda content: str(content.kind))
def test_a_letter_comes_back_as_it_was(content: Content) -> None:
    """Every part of every kind; and the data have one text."""
    paper = compose(form(content.kind), MATTER, content, OFFICE, ISSUE)
    data = encoded(paper)
    assert paper == decoded(data)
    assert canonical(data) == canonical(encoded(decoded(data)))


def test_what_no_letter_has_is_not_kept() -> None:
    """Rather than losing it silently."""
    paper = Paper("t", "o", 2026, "e", (Heading(1, "h"),), shape=Shape.LETTER, day=date(2026, 1, 1))
    with pytest.raises(TypeError):
        encoded(paper)
