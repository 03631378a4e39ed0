"""What a year was scored (评分结果): every score with its figure, its reason and what it lacks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from kaocheng.kernel.faults import Fault
from kaocheng.kernel.figures import Figure
from kaocheng.performance.funding import ProjectFunding
from kaocheng.performance.lifecycle import UNDONE, Goal, Override, Planned, SpotCheck
from kaocheng.performance.making import total

NO_DATA = "未取得数据"
"""What is printed where a score has no evidence; never a number."""
NO_SCORE = "不能评分"
"""What is printed for a total of which a part has no evidence; never the sum of the rest."""
NOT_SCORED = f"{UNDONE}，不评分"
"""What is printed for the total of a project that was given up."""


@dataclass(frozen=True, slots=True)
class Scored:
    """One item or indicator scored (一项得分).

    `computed` is what the evidence earns, `score` what is printed (the override's where there is
    one); both None where `missing` names what is not there. `actual` is 完成值, `level` the word of
    a graded item; `why` says in a sentence how the points came about; `lowered` why a target that was
    reached did not earn all its points; `undone` whether its project was given up.
    """

    about: str
    name: str
    path: tuple[str, ...]
    maximum: Figure
    computed: Figure | None = None
    score: Figure | None = None
    missing: tuple[str, ...] = ()
    why: str = ""
    override: Override | None = None
    actual: Figure | None = None
    level: str = ""
    lowered: str = ""
    undone: bool = False
    planned: Planned | None = None
    item: dict[str, Any] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The score as printed."""
        return self.score.text if self.score else self.blank

    @property
    def blank(self) -> str:
        """What is printed where there is no number."""
        return UNDONE if self.undone else NO_DATA

    @property
    def note(self) -> str:
        """What stands beside the score: points taken off, the override with its reason, what is missing."""
        lacks = f"{NO_DATA}：{'、'.join(self.missing)}" if self.missing else ""
        said = self.override.words if self.override else ""
        return "；".join(part for part in (self.lowered, lacks, said) if part)


def full_total(items: Sequence[Scored], name: str = "自评得分") -> Figure | None:
    """The sum of the scores; None where one is missing, as the rest is no score of the whole."""
    scores = [item.score for item in items if item.score]
    return total(name, scores) if scores and len(scores) == len(items) else None


@dataclass(frozen=True, slots=True)
class Evaluated:
    """A self-evaluation (自评): of one project or, with no funding, of the department as a whole.

    `total` is None and `grade` "" while anything is missing, or where no indicator was set; `undone`
    where the project was given up.
    """

    goal: Goal
    card: dict[str, Any]
    funding: ProjectFunding | None
    execution: Scored | None
    indicators: tuple[Scored, ...]
    total: Figure | None
    maximum: Figure
    grade: str
    undone: bool = False

    @property
    def every(self) -> tuple[Scored, ...]:
        """The score for execution and those of the indicators."""
        return ((self.execution,) if self.execution else ()) + self.indicators

    @property
    def missing(self) -> tuple[Scored, ...]:
        """What could not be scored."""
        return tuple(item for item in self.every if item.score is None and not item.undone)

    @property
    def no_total(self) -> str:
        """What is printed where there is no total."""
        return NOT_SCORED if self.undone else NO_SCORE


@dataclass(frozen=True, slots=True)
class CardScored:
    """A scorecard filled in (评分表): items, the subtotal of each first level, total, grade.

    `later` are the items others score (自评准确); they are not in the total. `total` is None and
    `grade` "" while anything is missing; `undone` where the project was given up.
    """

    key: str
    card: dict[str, Any]
    subject: str
    items: tuple[Scored, ...]
    later: tuple[Scored, ...]
    parts: tuple[tuple[str, Figure], ...]
    total: Figure | None
    maximum: Figure
    grade: str
    undone: bool = False

    @property
    def missing(self) -> tuple[Scored, ...]:
        """What could not be scored."""
        return tuple(item for item in self.items if item.score is None and not item.undone)

    @property
    def no_total(self) -> str:
        """What is printed where there is no total."""
        return NOT_SCORED if self.undone else NO_SCORE


@dataclass(frozen=True, slots=True)
class Checked:
    """A spot check against the self-score (抽查差异): the difference as a share, and its deduction."""

    check: SpotCheck
    own: Figure
    theirs: Figure
    difference: Figure
    deduction: Figure | None


@dataclass(frozen=True, slots=True)
class Evaluations:
    """Every score of one year (全年评分)."""

    department: Evaluated | None
    projects: tuple[Evaluated, ...]
    cards: tuple[CardScored, ...]
    checks: tuple[Checked, ...]
    faults: tuple[Fault, ...]

    def project(self, code: str) -> Evaluated | None:
        """The self-evaluation of a project, None where there is none."""
        return next((p for p in self.projects if p.goal.subject == code), None)

    def card(self, subject: str) -> CardScored | None:
        """The scorecard of a subject, None where the edition scores it by none."""
        return next((c for c in self.cards if c.subject == subject), None)
