"""A goal as the form it will be printed in (目标成表), so that one set of rules judges both.

The cells stand where the entries stand in the registers, so a finding leads the clerk there.
"""

from __future__ import annotations

from collections.abc import Sequence

from kaocheng.kernel.documents import Cell, Grid, passage
from kaocheng.kernel.places import Place
from kaocheng.kernel.units import Unit, unit
from kaocheng.performance.entries import POINTS, entry
from kaocheng.performance.funding import FundingRow, ProjectFunding
from kaocheng.performance.lifecycle import WHOLE, Goal, Planned
from kaocheng.performance.records import Entry, FundRow, Indicator, SelfEvaluation
from kaocheng.performance.results import Scored
from kaocheng.performance.wording import plainly

GOALS, INDICATORS = "绩效目标", "绩效指标"
"""The registers in which a goal stands."""
_NONE = unit("")


def _cell(file: str, row: int, column: int, text: str) -> Cell:
    return Cell(passage(text, Place(file, row=row, column=column)), row - 1, column - 1)


def _entry(where: tuple[str, int, int], text: str, name: str = "", measured: Unit = _NONE) -> Entry:
    made = entry(_cell(*where, text), name, measured)
    assert made is not None  # noqa: S101 - entry gives None only for no cell
    return made


def as_form(
    goal: Goal,
    indicators: Sequence[Planned],
    funding: ProjectFunding | None = None,
    scores: Sequence[Scored] = (),
) -> SelfEvaluation:
    """The form of a goal; with `scores`, also what was reached and earned."""
    earned = {score.about: score for score in scores}
    done = tuple(_indicator(item, earned.get(item.number)) for item in indicators)
    name = _entry((GOALS, goal.row, 2), goal.name)
    return SelfEvaluation(
        form="F-D",
        whole=goal.subject == WHOLE,
        name=name,
        code="" if goal.subject == WHOLE else goal.subject,
        unit=None,
        funds=tuple(_fund(row) for row in funding.rows) if funding else (),
        indicators=done,
        subtotals=(),
        points=None,
        total=None,
        total_score=None,
        grade=None,
        conclusion=_entry((GOALS, goal.row, 7), goal.conclusion),
        problems=_entry((GOALS, goal.row, 8), goal.problems),
        measures=_entry((GOALS, goal.row, 9), goal.measures),
        goal=_entry((GOALS, goal.row, 3), goal.text),
        done=_entry((GOALS, goal.row, 4), goal.done),
        rules=(),
        grid=Grid(((name.cell,),), name.place),
        place=name.place,
    )


def _indicator(item: Planned, scored: Scored | None) -> Indicator:
    row, measured = item.row, unit(item.unit)
    made = Indicator(
        level1=item.level1,
        level2=item.level2,
        name=_entry((INDICATORS, row, 5), item.name),
        nature=_entry((INDICATORS, row, 6), item.nature),
        target=_entry((INDICATORS, row, 7), item.target, "指标值", measured),
        unit=_entry((INDICATORS, row, 8), item.unit),
        weight=_entry((INDICATORS, row, 9), plainly(item.weight), "分值", POINTS),
        evidence=_entry((INDICATORS, row, 10), item.source),
    )
    if scored is None:
        return made
    actual = scored.actual.text if scored.actual else scored.level
    return Indicator(
        level1=made.level1,
        level2=made.level2,
        name=made.name,
        nature=made.nature,
        target=made.target,
        unit=made.unit,
        actual=_entry((INDICATORS, row, 7), actual, "完成值", measured),
        weight=made.weight,
        score=_entry(
            (INDICATORS, row, 9), scored.score.text if scored.score else "", "得分", POINTS
        ),
        evidence=made.evidence,
    )


def _fund(row: FundingRow) -> FundRow:
    cells = (row.initial, row.adjusted, row.executed)
    initial, adjusted, executed = (
        Entry(_cell(GOALS, 1, 1, figure.text), figure) for figure in cells
    )
    return FundRow(row.label, initial.place, initial, adjusted, executed)
