"""Records of the catalogue (事项目录): an item, its dated versions, and all an implementing list says.

Source: GB/T 39554.1/.2-2020 and GB/T 39046-2020 (elements of the 实施清单); widths of codes differ by
document, so every code is text and none is taken apart to decide anything.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from kaocheng.kernel.clocks import Budget

PERMIT = "01"
"""The code of 行政许可 among the kinds of items (GB/T 39046-2020 事项类型)."""
LICENCE = "10"
"""The code of 证照 among the kinds of results (办理结果类型)."""
RENEWAL = "renewal"
"""The element that marks an item as the renewal of a permit (延续)."""


class Necessity(StrEnum):
    """Whether a material must be handed in (材料必要性)."""

    REQUIRED = "必要"
    CONDITIONAL = "非必要"
    SUPPLIED = "部门共享"


@dataclass(frozen=True, slots=True)
class Material:
    """A paper to be handed in (申请材料).

    `key` is unique in its version; `deferrable` (可容缺) says it may follow within `deferrable_days`
    working days; `condition` tells when a 非必要 one is needed; `source` where the applicant gets it;
    `output_of` is the number of the item whose result it is, "" when it is none. `blank` and `sample`
    are numbers of kept files (空白表格, 填写样例); `kind` and `origin` are codes of `catalogue.codes`.
    """

    key: str
    name: str
    necessity: Necessity = Necessity.REQUIRED
    deferrable: bool = False
    deferrable_days: int | None = None
    condition: str = ""
    source: str = ""
    form: str = "纸质或电子"
    originals: int = 1
    copies: int = 0
    standard: str = ""
    basis: str = ""
    blank: str = ""
    sample: str = ""
    output_of: str = ""
    kind: str = ""
    origin: str = ""


class Stage(StrEnum):
    """Which part of the handling a step belongs to (办理阶段)."""

    ACCEPT = "受理"
    REVIEW = "审查"
    DECIDE = "决定"
    ISSUE = "送达"


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the handling (办理环节): `after` are the keys of the steps it waits for.

    Two steps that wait for the same one run side by side (并联). `role` is a `hall.posts.Role` value,
    `unit` the code of the department ("" for the one responsible), `budget` its own limit, `reads` the keys of
    the materials it looks at: when only others change, its result stands. Steps of the stage 审查 are the
    tasks of a case; 受理, 决定 and 送达 are moves of the case itself. A step with `when` is taken only where one of
    these answers (情形) was given; what waits for one that is not taken waits for what that one waits for.
    """

    key: str
    name: str
    role: str
    unit: str = ""
    after: tuple[str, ...] = ()
    budget: Budget | None = None
    reads: tuple[str, ...] = ()
    item: str = ""
    stage: Stage = Stage.REVIEW
    note: str = ""
    when: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Situation:
    """A question to the applicant and what one answer asks for (情形): the keys of its materials.

    Answers with the same `question` are alternatives. `when` are the keys of answers of which one
    must have been given before this question is asked at all.
    """

    key: str
    question: str
    answer: str
    materials: tuple[str, ...] = ()
    when: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Limits:
    """The time limits (办理时限): statutory (法定) and promised (承诺), each with its unit and explanation."""

    statutory: Budget | None
    promised: Budget
    statutory_note: str = ""
    promised_note: str = ""


@dataclass(frozen=True, slots=True)
class Fee:
    """What is charged (收费): name, amount in 元 (None when it depends), and the basis."""

    name: str
    amount: Decimal | None
    basis: str


@dataclass(frozen=True, slots=True)
class Result:
    """What the applicant is given at the end (办理结果): kind (证照/批文/…), name, sample."""

    kind: str
    name: str
    sample: str = ""


@dataclass(frozen=True, slots=True)
class ItemVersion:
    """One dated version of an item's implementing list (实施清单版本).

    `item` is the number under which the county keeps the item; a case is pinned to (item, version).
    `kind`, `level`, `channels` and `applicants` are codes of `catalogue.codes` (GB/T 39046); `body` and
    `handling_body` are codes of departments (实施主体, 办理主体), which differ for 划转 and 委托.
    `elements` holds the remaining elements of the list by their English identifiers
    (see `catalogue/elements.toml`), each as text.
    """

    item: str
    version: int
    name: str
    kind: str
    level: str
    body: str
    handling_body: str
    limits: Limits
    immediate: bool
    max_visits: int
    channels: tuple[str, ...]
    materials: tuple[Material, ...]
    steps: tuple[Step, ...]
    valid_from: date
    valid_to: date | None = None
    situations: tuple[Situation, ...] = ()
    fees: tuple[Fee, ...] = ()
    results: tuple[Result, ...] = ()
    conditions: str = ""
    bases: tuple[str, ...] = ()
    special: tuple[str, ...] = ()
    promise_allowed: bool = False
    requires: tuple[str, ...] = ()
    codes: tuple[tuple[str, str], ...] = ()
    elements: tuple[tuple[str, str], ...] = ()
    applicants: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()

    @property
    def permit(self) -> bool:
        """Whether 行政许可法 applies (行政许可): its periods, its silence, its words."""
        return self.kind == PERMIT

    @property
    def renews(self) -> bool:
        """Whether it renews a permit that is in force (延续事项, 行政许可法第五十条)."""
        return self.element(RENEWAL) == "是"

    def element(self, identifier: str) -> str:
        """The text of a remaining element, "" when it was not filled."""
        return dict(self.elements).get(identifier, "")
