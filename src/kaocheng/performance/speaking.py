"""Of whom a paragraph speaks (所述项目): the report it stands in, told by the titles above it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.kernel.documents import Passage
from kaocheng.performance.records import Performance, Scorecard, SelfEvaluation

_CODE = re.compile(r"^(?:[0-9A-Za-z]+\s*[-—－]\s*)?(?:(?:19|20)\d\d年度?)?")
_TITLE = 60
"""A title is no longer than this."""
_WHOLE = "整体"
_OF_ONE = "项目"
_SENTENCE = re.compile(r"[，。；！？]")


def about_projects(performance: Performance) -> Iterator[tuple[SelfEvaluation | None, Passage]]:
    """Each paragraph with the form of the project whose report it stands in, None in no project's.

    Left out is what stands in the report of a project that no form is known of.
    """
    named = {name: form for form in performance.forms if not form.whole and (name := bare(form))}
    current, known, before = None, True, ""
    for passage in _running(performance):
        words = passage.text.strip()
        if len(words) <= _TITLE and words.endswith("报告"):
            title = words if any(name in words for name in named) else _joined(before, words)
            here = [form for name, form in named.items() if name in title]
            current = here[0] if len(here) == 1 else None
            known = current is not None or _OF_ONE not in title or _WHOLE in title
        before = words
        if known:
            yield current, passage


def _running(performance: Performance) -> Iterator[Passage]:
    """The paragraphs; the head of a page may end in 报告 and is the title of nothing."""
    for paragraph in performance.document.paragraphs():
        if paragraph.role not in ("header", "footer"):
            yield paragraph.content


def _joined(before: str, words: str) -> str:
    """A title that a page breaks into two lines comes as two paragraphs."""
    is_line = len(before) <= _TITLE and not _SENTENCE.search(before)
    return f"{before}{words}" if is_line else words


def bare(form: SelfEvaluation) -> str:
    """A project's name as printed, without code and year."""
    return _CODE.sub("", form.project)


def card_about(performance: Performance, form: SelfEvaluation | None) -> Scorecard | None:
    """The scorecard of a project, that of the department for none; None where two could be meant."""
    name = bare(form) if form else _WHOLE
    found = [card for card in performance.scorecards if name in card.title]
    return found[0] if len(found) == 1 else None
