"""The forms of the output: each name leads to a writer; colours only for people."""

from __future__ import annotations

import pytest

from kaocheng.cli.formats import WRITERS, writer
from kaocheng.cli.grammar import FORMATS
from tests.cli.reports import document, in_sentence, report

PARTS = ("head", "body", "unreadable", "tail", "BETWEEN")


def test_every_format_has_a_writer() -> None:
    """The grammar and the table of writers name the same formats."""
    assert set(FORMATS) == {"text", *WRITERS}


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "xlsx"])
def test_every_writer_keeps_the_protocol(name: str) -> None:
    """What the stream will ask for is there."""
    form = writer(name)
    assert [] == [part for part in PARTS if not hasattr(form, part)]


@pytest.mark.parametrize(
    ("person", "refused", "coloured"), [(True, "", True), (True, "1", False), (False, "", False)]
)
def test_colours_are_for_people(
    monkeypatch: pytest.MonkeyPatch, *, person: bool, refused: str, coloured: bool
) -> None:
    """Only on a terminal, and not when NO_COLOR is set."""
    monkeypatch.setenv("NO_COLOR", refused)
    monkeypatch.setattr("kaocheng.kernel.rulebook.Rule.page", lambda _: {})
    taken = document()
    form = writer("text", person=person)
    shown = form.body(report(taken, in_sentence(taken))) + form.unreadable("a", "b")
    assert coloured is ("\x1b[" in shown)
