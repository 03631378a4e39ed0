"""What a check may say (结论): a fault with its place, or why there is nothing to say."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kaocheng.kernel.places import Place


class Severity(Enum):
    """How much a finding weighs (轻重)."""

    ERROR = "error"
    NOTE = "note"

    @property
    def chinese(self) -> str:
        """The word shown to users."""
        return "错误" if self is Severity.ERROR else "提示"


class Outcome(Enum):
    """How one check of one thing ended (核对结果)."""

    HOLDS = "相符"
    FAILS = "不符"
    NOT_APPLICABLE = "不适用"
    NOT_POSSIBLE = "无法核对"


@dataclass(frozen=True, slots=True, eq=False)
class Finding:
    """One fault found (问题): where, what is written, what it should be, by how much, why.

    `severity` is None when the rule's own severity stands. `cause` is the finding this one follows
    from. `related` are the other places that took part. `follows` is the place of a figure on which
    this one rests: where that figure is reported, this finding becomes a consequence of it.
    """

    code: str
    place: Place
    quote: str
    written: str
    expected: str
    message: str
    difference: str = ""
    remedy: str = ""
    severity: Severity | None = None
    related: tuple[Place, ...] = ()
    cause: Finding | None = None
    follows: Place | None = None


@dataclass(frozen=True, slots=True)
class Unjudged:
    """Why a check was not made (未核对的原因): not applicable, or not possible on what was read."""

    code: str
    outcome: Outcome
    because: str
    place: Place | None = None
