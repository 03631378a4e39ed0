"""Groups of a form (小计与下级): what stands directly below a subtotal row."""

from __future__ import annotations

from typing import Literal

from kaocheng.performance.labels import stem
from kaocheng.performance.records import Entry, SelfEvaluation, Subtotal


def members(
    form: SelfEvaluation, group: Subtotal, column: Literal["weight", "score"]
) -> list[Entry | None]:
    """The weights or scores directly below a group: second-level groups, else leaves."""
    name = stem(group.name.words)
    if group.level == 1:
        below = [s for s in form.subtotals if s.level == 2 and s.parent == name]
        if below:
            return [getattr(s, column) for s in below]
        return [getattr(i, column) for i in form.indicators if i.level1 == name]
    leaves = [i for i in form.indicators if (i.level1, i.level2) == (group.parent, name)]
    return [getattr(i, column) for i in leaves]
