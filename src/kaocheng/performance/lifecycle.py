"""A year of performance management (绩效管理年度): goals, indicators, evidence, scores, and their states.

A record names another by its number. Money is integer 分. No record holds a person: whoever
answers for something is named by post (职务).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

WHOLE = "部门整体"
"""The subject (对象) of everything that is about the department as a whole; else a project code."""

REJECTED = "不予支持"
"""The conclusion after which nothing may be budgeted."""

UNDONE = "未实施"
"""The stage by which a project is given up (取消): nothing more is asked of it, nothing is scored."""

MOVES: dict[str, tuple[str, ...]] = {
    "": ("事前评估", "目标", UNDONE),
    "事前评估": ("目标", "不予立项", UNDONE),
    "不予立项": (),
    "目标": ("批复", "退回修改", UNDONE),
    "退回修改": ("目标", UNDONE),
    "批复": ("监控", "目标调整", "自评", UNDONE),
    "监控": ("监控", "目标调整", "自评", UNDONE),
    "目标调整": ("监控", "自评", UNDONE),
    UNDONE: ("结果应用",),
    "自评": ("部门评价", "抽查", "结果应用"),
    "部门评价": ("抽查", "整改", "结果应用"),
    "抽查": ("整改", "结果应用"),
    "整改": ("抽查", "结果应用"),
    "结果应用": (),
}
"""The stages (环节) and which may follow which; a year nobody monitored may still be evaluated."""

CONCLUSIONS = ("予以支持", "调整完善后予以支持", REJECTED)
"""The conclusions of 事前绩效评估 (评估结论)."""
NATURES = ("＝", "≥", "≤", ">", "<", "定性")
_POSTS = re.compile(
    r"(?:项目|财务|分管|主要|部门|单位|科室|股室|资金)负责人|"
    r"(?:\S{1,12}(?:股|科|室|处|部|组|中心|局|委|办|小组|专班))?"
    r"(?:局长|副局长|主任|副主任|科长|副科长|股长|副股长|处长|副处长|组长|副组长|会计|主管会计)"
)


@dataclass(frozen=True, slots=True)
class Goal:
    """A performance goal (绩效目标) of a project or of the department as a whole.

    `subject` is WHOLE or the project code; `text` 年度目标, `done` 目标完成情况, `course` 实施内容及
    过程概述, `scope` the 适用范围 of the scorecard; then 评价结论, 存在问题, 改进措施 as the unit
    writes them.
    """

    subject: str
    name: str
    text: str
    done: str = ""
    course: str = ""
    scope: str = ""
    conclusion: str = ""
    problems: str = ""
    measures: str = ""
    row: int = 0


@dataclass(frozen=True, slots=True)
class Planned:
    """An indicator as approved (绩效指标): 一、二、三级, 性质, 值, 单位, 权重, evidence source.

    `target` is as written, a number or (定性) words; `method` a scoring method of the national
    rules, "" for the one of its nature; `source` 数据来源; `row` its row in the sheet.
    """

    number: str
    subject: str
    level1: str
    level2: str
    name: str
    nature: str
    target: str
    unit: str
    weight: Decimal
    source: str = ""
    method: str = ""
    row: int = 0

    @property
    def direction(self) -> str:
        """方向: 正向 more is better, 反向 less is better, 定值 neither, 定性 not counted."""
        known = {"≥": "正向", ">": "正向", "≤": "反向", "<": "反向", "＝": "定值"}
        return known.get(self.nature, "定性")


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a subject through the stages (环节): when, on what basis, decided by which post."""

    subject: str
    stage: str
    on: date
    basis: str = ""
    note: str = ""
    post: str = ""
    row: int = 0


@dataclass(frozen=True, slots=True)
class Assessment:
    """What 事前绩效评估 found of a project, point by point (评估内容), and who approved it.

    `necessity` 立项必要性, `economy` 投入经济性, `aims` 绩效目标合理性, `feasibility` 实施方案可行性,
    `funding` 筹资合规性, `conclusion` one of CONCLUSIONS, `post` the post that approved (审批职务). The
    day and the paper stand on its step 事前评估.
    """

    subject: str
    necessity: str
    economy: str
    aims: str
    feasibility: str
    funding: str
    conclusion: str
    post: str
    row: int = 0


@dataclass(frozen=True, slots=True)
class Monitoring:
    """A reading during the year (运行监控): value so far, value expected by December, why, what is done.

    `cancelled` is the 调整取消额 in 分 that followed from it.
    """

    indicator: str
    on: date
    value: Decimal | None
    expected: Decimal | None = None
    reason: str = ""
    measure: str = ""
    cancelled: int = 0
    row: int = 0


@dataclass(frozen=True, slots=True)
class Evidence:
    """A named measurement (证据): value and unit or a level, cut-off date, and the records behind it.

    `about` is an indicator's number or the name of what a scorecard asks for; `records` are numbers
    of entries (办件号, 台账号 …) and never personal data; `level` a word of a graded item; `note`
    the reason of a judgement.
    """

    number: str
    subject: str
    about: str
    value: Decimal | None
    unit: str
    cutoff: date
    system: str
    records: tuple[str, ...] = ()
    level: str = ""
    note: str = ""
    row: int = 0


@dataclass(frozen=True, slots=True)
class Remark:
    """What the unit writes beside a score (自评说明): 完成情况, 未完成原因."""

    subject: str
    about: str
    done: str = ""
    reason: str = ""
    row: int = 0


@dataclass(frozen=True, slots=True)
class Override:
    """A score set by hand (调整得分): the score, the reason, and the post that answers for it.

    `score` is None where reason or post were written without one, which is a fault.
    """

    subject: str
    about: str
    score: Decimal | None
    reason: str
    post: str
    row: int = 0

    @property
    def words(self) -> str:
        """How it is printed beside the score."""
        return f"人工调整：{self.reason}（{self.post}）"


@dataclass(frozen=True, slots=True)
class SpotCheck:
    """A spot check (抽查) and what followed: score, findings, 整改, 反馈."""

    subject: str
    on: date
    body: str
    score: Decimal
    findings: str = ""
    measures: str = ""
    mended: date | None = None
    reported: date | None = None
    row: int = 0


@dataclass(frozen=True, slots=True)
class PerformanceYear:
    """Everything of one department's year of performance (年度绩效)."""

    year: int
    edition: str
    department: str
    goals: tuple[Goal, ...] = ()
    indicators: tuple[Planned, ...] = ()
    steps: tuple[Step, ...] = ()
    monitoring: tuple[Monitoring, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    remarks: tuple[Remark, ...] = ()
    overrides: tuple[Override, ...] = ()
    checks: tuple[SpotCheck, ...] = ()
    assessments: tuple[Assessment, ...] = ()

    def goal(self, subject: str) -> Goal | None:
        """The goal of a subject, None where it has none."""
        return next((g for g in self.goals if g.subject == subject), None)

    def of(self, subject: str) -> tuple[Planned, ...]:
        """The indicators of a subject in the order they were written."""
        return tuple(i for i in self.indicators if i.subject == subject)

    def through(self, subject: str) -> tuple[Step, ...]:
        """The steps a subject has gone through, by date."""
        return tuple(sorted((s for s in self.steps if s.subject == subject), key=lambda s: s.on))

    def assessment(self, subject: str) -> Assessment | None:
        """The 事前绩效评估 of a subject, None where none was written down."""
        return next((a for a in self.assessments if a.subject == subject), None)

    def projects(self) -> tuple[Goal, ...]:
        """The goals of projects, without that of the department as a whole."""
        return tuple(g for g in self.goals if g.subject != WHOLE)


def refusal(history: tuple[Step, ...], step: Step) -> str:
    """Why a step may not follow (""  when it may): the table of moves, and the order of dates."""
    last = history[-1] if history else None
    here = last.stage if last else ""
    if step.stage not in MOVES:
        return f"没有“{step.stage}”这一环节"
    if step.stage not in MOVES[here]:
        after = "、".join(MOVES[here])
        if not after:
            return f"“{here}”是最后一个环节，后面不能再有“{step.stage}”"
        told = f"“{here}”之后只能是{after}" if here else f"第一步只能是{after}"
        return f"{told}，不能是“{step.stage}”"
    if last and step.on < last.on:
        return f"日期早于上一环节“{here}”（{last.on.isoformat()}）"
    return ""


def is_post(words: str) -> bool:
    """Whether the words name a post (职务) and not a person: 财务负责人, 办公室主任; not 某局长."""
    return _POSTS.fullmatch(words.strip()) is not None
