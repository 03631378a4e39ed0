"""A document's performance records (绩效记录的读取): forms, scorecards and scores in prose."""

from __future__ import annotations

from dataclasses import replace

from kaocheng.kernel.documents import Document, Grid, Paragraph, Passage
from kaocheng.performance.forms import read_form
from kaocheng.performance.prose import read_prose
from kaocheng.performance.records import Performance, SelfEvaluation
from kaocheng.performance.rows import stacks
from kaocheng.performance.scorecards import read_scorecards


def read_performance(document: Document) -> Performance:
    """Everything about performance in a document as read; empty where there is nothing."""
    forms = tuple(form for stack in stacks(document) if (form := read_form(stack)))
    return Performance(
        document=document,
        forms=_with_notes(document, forms),
        scorecards=read_scorecards(document),
        prose=read_prose(document),
    )


def _with_notes(
    document: Document, forms: tuple[SelfEvaluation, ...]
) -> tuple[SelfEvaluation, ...]:
    """The forms with the note (注：…) right below them among their instructions."""
    notes = _notes(document, {id(form.grid) for form in forms})
    return tuple(replace(f, rules=(*f.rules, *notes.get(id(f.grid), ()))) for f in forms)


def _notes(document: Document, grids: set[int]) -> dict[int, list[Passage]]:
    """The notes by the grid of a form that was last seen above them."""
    found: dict[int, list[Passage]] = {}
    above: int | None = None
    for block in document.blocks:
        if isinstance(block, Grid):
            above = id(block) if id(block) in grids else above
        elif isinstance(block, Paragraph) and (text := block.text.strip()):
            if above is None or not text.startswith("注"):
                above = None
                continue
            found.setdefault(above, []).append(block.content)
    return found
