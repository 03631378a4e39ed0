"""Of whom a paragraph speaks (所述项目): the report it stands in, told by the titles above it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.kernel.documents import Passage
from kaocheng.performance.records import Performance, Scorecard, SelfEvaluation
from kaocheng.performance.wording import paragraphs

_CODE = re.compile(r"^(?:[0-9A-Za-z]+\s*[-—－]\s*)?(?:(?:19|20)\d\d年度?)?")
_TITLE = 60
"""A title is no longer than this."""
_WHOLE = "整体"


def about_projects(performance: Performance) -> Iterator[tuple[SelfEvaluation | None, Passage]]:
    """Each paragraph with the form of the project whose report it stands in, None in no project's."""
    named = {name: form for form in performance.forms if not form.whole and (name := bare(form))}
    current: SelfEvaluation | None = None
    for passage in paragraphs(performance):
        words = passage.text.strip()
        if len(words) <= _TITLE and words.endswith("报告"):
            here = [form for name, form in named.items() if name in words]
            current = here[0] if len(here) == 1 else None
        yield current, passage


def bare(form: SelfEvaluation) -> str:
    """A project's name as printed, without code and year."""
    return _CODE.sub("", form.project)


def card_about(performance: Performance, form: SelfEvaluation | None) -> Scorecard | None:
    """The scorecard of a project, that of the department for none; None where two could be meant."""
    name = bare(form) if form else _WHOLE
    found = [card for card in performance.scorecards if name in card.title]
    return found[0] if len(found) == 1 else None
