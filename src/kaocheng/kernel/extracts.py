"""What one document tells that another may contradict (可对照的数): small, so that thousands can be kept."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kaocheng.kernel.figures import Figure
from kaocheng.kernel.intervals import Interval

OWN = "own"
OPENING = "opening"
EARLIER = "earlier"
PRINT = "print"


@dataclass(frozen=True, slots=True)
class Told:
    """A named amount of one year as a document prints it.

    `key` is what it is compared under, `name` what people call it, `year` the year it speaks of.
    `via` is "own" for a figure of the document's own year, "opening" for 年初数 (which speaks of the end
    of the year before), "earlier" for 上年数, "print" for any figure at all, under a key that only another format
    of the same document has. Where only the change is printed (增加C), `figure` is the
    change, `now` this year's amount and `sign` 1 for a rise, -1 for a fall. `quote` is the sentence it
    stands in, or the name of its table.
    """

    key: str
    name: str
    year: int
    via: str
    figure: Figure
    quote: str
    now: Figure | None = None
    sign: int = 0

    @property
    def interval(self) -> Interval:
        """Every value the print allows for the named amount, in base units."""
        if self.now is None:
            return self.figure.interval
        return self.now.interval - self.figure.interval.scaled(Decimal(self.sign))

    @property
    def step(self) -> Decimal:
        """One unit of the coarsest digit that took part, in base units."""
        return max(self.figure.step, self.now.step) if self.now else self.figure.step


@dataclass(frozen=True, slots=True)
class Extract:
    """The comparable part of a document (摘录).

    `level` is 部门 or 单位 as its title says, "" where it does not; `units` how many units it says it
    takes in; `restated` the words by which it says that opening balances or earlier figures were
    changed, `regrouped` the words that tell of another extent (机构改革、口径); "" without such words.
    `prints` are all its figures, for holding two formats of one document against each other.
    """

    file: str
    kind: str
    body: str
    year: int | None
    level: str = ""
    units: int | None = None
    restated: str = ""
    regrouped: str = ""
    told: tuple[Told, ...] = ()
    prints: tuple[Told, ...] = ()
