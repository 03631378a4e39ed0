"""What a narrative may speak of (事实): named totals, the lists it runs over, words, reasons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kaocheng.kernel.figures import Figure
from kaocheng.money.records import AccountsYear, Reason
from kaocheng.performance.wording import tells

LAST, BUDGET = "上年|", "全年预算|"


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything a pattern can name (可引用的内容).

    `figures` by name (a last year's figure under 上年|name, a budget under 全年预算|name); `words` plain
    words by name; `lists` the things a block can run over, each with figures and words of its own;
    `names` lists of names.
    """

    year: AccountsYear
    figures: Mapping[str, Figure]
    words: Mapping[str, str]
    names: Mapping[str, tuple[str, ...]]
    lists: Mapping[str, tuple[Member, ...]] = field(default_factory=dict)

    def figure(self, operand: str) -> Figure | None:
        """The figure an operand names: ^ is last year's, ~ the year's budget."""
        return self.figures.get(_key(operand))

    def reason(self, about: str) -> Reason | None:
        """The reason the finance office gave for that figure, None for none or 同上 and the like."""
        for reason in self.year.reasons:
            names = [name.strip() for name in reason.about.split("、")]
            if tells(reason.words) and (about == reason.about.strip() or about in names):
                return reason
        return None

    def within(self, member: Member) -> Facts:
        """The same facts with those of one list member laid over them."""
        return replace(
            self,
            figures={**self.figures, **member.figures},
            words={**self.words, **member.words},
            lists={**self.lists, **member.lists},
        )


@dataclass(frozen=True, slots=True)
class Member:
    """One thing a block runs over (一项): its own figures and words, and lists of its own parts."""

    figures: Mapping[str, Figure]
    words: Mapping[str, str]
    lists: Mapping[str, tuple[Member, ...]] = field(default_factory=dict)


def _key(operand: str) -> str:
    if operand.startswith("^"):
        return LAST + operand[1:]
    return BUDGET + operand[1:] if operand.startswith("~") else operand
