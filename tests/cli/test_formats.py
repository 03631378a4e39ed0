"""The forms of the output: each name leads to a writer; colours only for people."""

from __future__ import annotations

import pickle
from importlib import import_module
from pathlib import Path

import pytest

from kaocheng.cli.formats import WRITERS, Terminal, form
from kaocheng.cli.grammar import FORMATS
from kaocheng.cli.refusals import Refused
from tests.cli.reports import document, in_sentence, report

PARTS = ("head", "body", "unreadable", "tail", "BETWEEN")


def test_every_format_has_a_writer() -> None:
    """The grammar and the table of writers name the same formats."""
    assert set(FORMATS) == {"text", "xlsx", *WRITERS}


@pytest.fixture(autouse=True)
def _no_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kaocheng.kernel.rulebook.Rule.page", lambda _: {})


@pytest.mark.parametrize("name", WRITERS)
def test_every_writer_keeps_the_protocol(name: str) -> None:
    """What the stream will ask for is there."""
    module = import_module(WRITERS[name])
    assert [] == [part for part in PARTS if not hasattr(module, part)]


@pytest.mark.parametrize("name", FORMATS)
def test_every_part_can_be_sent(name: str, tmp_path: Path) -> None:
    """What a worker makes of a report travels through a pipe."""
    taken = document()
    part = form(name, tmp_path / "out").body(report(taken, in_sentence(taken)))
    assert part == pickle.loads(pickle.dumps(part))  # noqa: S301


def test_a_workbook_needs_a_file() -> None:
    """A screen cannot show it."""
    with pytest.raises(Refused, match="请用 --out"):
        form("xlsx", None)


@pytest.mark.parametrize(
    ("person", "refused", "coloured"), [(True, "", True), (True, "1", False), (False, "", False)]
)
def test_colours_are_for_people(
    monkeypatch: pytest.MonkeyPatch, *, person: bool, refused: str, coloured: bool
) -> None:
    """Only on a terminal, and not when NO_COLOR is set."""
    monkeypatch.setenv("NO_COLOR", refused)
    taken = document()
    shape = Terminal(person=person)
    shown = shape.body(report(taken, in_sentence(taken))) + shape.unreadable("a", "b")
    assert coloured is ("\x1b[" in shown)
