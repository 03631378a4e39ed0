"""What performance documents say (绩效记录): self-evaluation forms, scorecards, scores in prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kaocheng.kernel.documents import Cell, Document, Grid, Passage
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.numerals import is_blank
from kaocheng.kernel.places import Place

WHOLE = re.compile(r"(?:年度)?(?:总金额|(?:资金|预算|金额|支出)?(?:总额|合计|总计))")


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One filled-in cell (填写的一格) and its figure when all of it is one number."""

    cell: Cell
    figure: Figure | None = None

    @property
    def text(self) -> str:
        """The text as printed."""
        return self.cell.text

    @property
    def words(self) -> str:
        """The text without the blanks around it."""
        return self.cell.text.strip("\u3000\xa0 \t\r\n")

    @property
    def blank(self) -> bool:
        """Whether nothing was filled in (空白), which is not 0 and not "—"."""
        return is_blank(self.cell.text)

    @property
    def place(self) -> Place:
        """Where the cell stands."""
        return self.cell.place


@dataclass(frozen=True, slots=True, eq=False)
class Indicator:
    """A third-level indicator (三级指标) as filled in.

    `level1` and `level2` are 一级指标 and 二级指标; `nature` is 指标性质 (＝ ≥ ≤ > < 定性);
    `target` 指标值 (its figure in the unit of `unit`, 度量单位); `actual` 完成值; `weight` 权重;
    `coefficient` 得分系数 (a share of the weight); `score` 得分; `planned` the 年初指标值 that a
    target adjusted during the year replaced; `evidence` 数据来源/说明; `reason` 未完成原因分析.
    None where the form has no such column.
    """

    level1: str
    level2: str
    name: Entry
    nature: Entry | None = None
    target: Entry | None = None
    unit: Entry | None = None
    actual: Entry | None = None
    weight: Entry | None = None
    score: Entry | None = None
    evidence: Entry | None = None
    reason: Entry | None = None
    coefficient: Entry | None = None
    planned: Entry | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Subtotal:
    """A row that carries the points of a group (小计): 一级 (`level` 1) or 二级指标 (`level` 2)."""

    level: int
    name: Entry
    parent: str
    weight: Entry | None
    score: Entry | None


@dataclass(frozen=True, slots=True, eq=False)
class FundRow:
    """One row of 预算执行情况; a column the form has not is None, a blank has no figure."""

    label: str
    place: Place
    initial: Entry | None = None
    adjusted: Entry | None = None
    executed: Entry | None = None
    rate: Entry | None = None
    weight: Entry | None = None
    score: Entry | None = None
    reason: Entry | None = None

    @property
    def is_whole(self) -> bool:
        """Whether the row is named as the whole amount (资金总额、金额合计)."""
        return WHOLE.fullmatch(self.label) is not None


@dataclass(frozen=True, slots=True, eq=False)
class SelfEvaluation:
    """A self-evaluation form (绩效自评表).

    `form` is "F-A" … "F-D" or "generic"; `whole` tells 部门整体 from 项目; `code` the project
    code; `funds` the money rows, the whole
    amount first or last; `points` the printed points of all indicators
    (分值90); `total` and `total_score` are the row 合计 or the box 得分; `rules` are the printed
    instructions.
    """

    form: str
    whole: bool
    name: Entry | None
    code: str
    unit: Entry | None
    funds: tuple[FundRow, ...]
    indicators: tuple[Indicator, ...]
    subtotals: tuple[Subtotal, ...]
    points: Figure | None
    total: Entry | None
    total_score: Entry | None
    grade: Entry | None
    conclusion: Entry | None
    problems: Entry | None
    measures: Entry | None
    goal: Entry | None
    done: Entry | None
    rules: tuple[Passage, ...]
    grid: Grid
    place: Place

    @property
    def project(self) -> str:
        """The project's or department's name without its code."""
        text = self.name.words if self.name else ""
        return text.removeprefix(self.code).lstrip("-－—– ")

    @property
    def fund(self) -> FundRow | None:
        """The row of the whole amount (总额): the one named so where it stands last, else the first."""
        if not self.funds:
            return None
        return self.funds[-1] if self.funds[-1].is_whole else self.funds[0]


@dataclass(frozen=True, slots=True, eq=False)
class Heading:
    """A group of a scorecard (一级或二级) and the maximum printed in it: 预算编制（30分）."""

    name: Entry
    level: int
    parent: str
    maximum: Figure | None


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """One row of a scorecard (评分表的一行).

    `path` the names of its groups; `scope` 适用范围; `maximum` 指标分值 (points, or per cent of the
    whole); `share` the maximum of the group it shares, when the form merged the cell; `method` 评分
    方法; `rule` 计分标准; `score` 自评得分.
    """

    path: tuple[str, ...]
    name: Entry
    maximum: Entry | None
    rule: Entry | None
    score: Entry | None
    scope: str = ""
    method: Entry | None = None
    shared: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Scorecard:
    """A scorecard in a table (评分表): its items, its groups with their maxima, its title.

    `most` and `total` are the maximum and the score printed in its row 合计, None without one.
    """

    title: str
    items: tuple[Item, ...]
    headings: tuple[Heading, ...]
    grid: Grid
    place: Place
    most: Entry | None = None
    total: Entry | None = None


@dataclass(frozen=True, slots=True, eq=False)
class ProseScore:
    """One heading of a scorecard written as text, and what was awarded under it.

    `depth` 1 for (一), 2 for 1、, 3 for （1）; `path` the titles above; `maximum` from （N分）;
    `awarded` from 得N分; `text` the passage the award stands in.
    """

    title: str
    depth: int
    path: tuple[str, ...]
    heading: Passage
    maximum: Figure | None
    awarded: Figure | None
    text: Passage


@dataclass(frozen=True, slots=True, eq=False)
class ProseScorecard:
    """A scorecard written as text (文字评分): headings, printed part totals, total, grade."""

    scores: tuple[ProseScore, ...]
    parts: tuple[tuple[str, Figure], ...]
    total: Figure | None
    grade: str
    place: Place

    def children(self, parent: ProseScore) -> Iterator[ProseScore]:
        """The headings directly below one."""
        path = (*parent.path, parent.title)
        return (s for s in self.scores if s.path == path and s.depth == parent.depth + 1)


@dataclass(frozen=True, slots=True, eq=False)
class Performance:
    """Everything about performance (绩效) that one document holds."""

    document: Document
    forms: tuple[SelfEvaluation, ...]
    scorecards: tuple[Scorecard, ...]
    prose: tuple[ProseScorecard, ...]

    def records(self, kind: type) -> Iterator[object]:
        """Every record of that type, the document as a whole included."""
        everything: tuple[object, ...] = (self, *self.forms, *self.scorecards, *self.prose)
        return (record for record in everything if isinstance(record, kind))
