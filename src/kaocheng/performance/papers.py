"""The performance forms of a year (绩效表 F-A … F-G), filled from records and scores."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from kaocheng.kernel.papers import Sheet
from kaocheng.performance.funding import Funding
from kaocheng.performance.lifecycle import WHOLE, PerformanceYear
from kaocheng.performance.printing import form_a, form_bc, form_d, form_ef, form_g
from kaocheng.performance.printing.sums import summed
from kaocheng.performance.results import CardScored, Evaluated, Evaluations
from kaocheng.performance.selfscore import evaluations
from kaocheng.performance.standards import cards_of

Filler = Callable[[PerformanceYear, Evaluated], Sheet]
_PROJECTS: dict[str, Filler] = {"F-A": form_a.sheet, "F-C": form_bc.project, "F-D": form_d.sheet}
_CARDS: dict[str, Callable[[PerformanceYear, CardScored], Sheet]] = {
    "F-E": form_ef.department,
    "F-F": form_ef.project,
}


def parts(
    year: PerformanceYear, funding: Funding, made: Evaluations | None = None
) -> tuple[Sheet, ...]:
    """All forms of the year's edition, in the order the edition prints them.

    `made` are the scores where they are known already.
    """
    return tuple(sheet for _, sheet in parts_about(year, funding, made))


def parts_about(
    year: PerformanceYear, funding: Funding, made: Evaluations | None = None
) -> tuple[tuple[str, Sheet], ...]:
    """The same, each with the subject it is about."""
    scores = made or evaluations(year, funding)
    return tuple(
        (subject, summed(sheet))
        for key, card in cards_of(year.edition)
        for subject, sheet in _sheets(year, funding, scores, (key, card))
    )


def _sheets(
    year: PerformanceYear, funding: Funding, made: Evaluations, named: tuple[str, dict[str, Any]]
) -> Iterator[tuple[str, Sheet]]:
    key, card = named
    form = card.get("form", "")
    if form in _PROJECTS:
        for project in made.projects:
            yield project.goal.subject, _PROJECTS[form](year, project)
    elif form == "F-B" and made.department:
        yield WHOLE, form_bc.whole(year, made.department)
    elif form in _CARDS:
        for scored in made.cards:
            if scored.key == key:
                yield scored.subject, _CARDS[form](year, scored)
    elif form == "F-G" and funding.projects:
        yield WHOLE, form_g.sheet(year, funding, card)
