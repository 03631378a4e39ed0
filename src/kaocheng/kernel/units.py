"""Units of measure (计量单位) and how many base units one of them is."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as printed: `name`, `dimension`, and the `factor` to the base unit of that dimension.

    Dimensions: "money" (base 元), "ratio" (base 1 = the whole), "count:<classifier>" (件, 人次 …).
    """

    name: str
    dimension: str
    factor: Decimal

    @property
    def is_money(self) -> bool:
        """Whether it measures money."""
        return self.dimension == "money"

    @property
    def is_ratio(self) -> bool:
        """Whether it measures a share."""
        return self.dimension == "ratio"


YUAN = Unit("元", "money", Decimal(1))
PERCENT = Unit("%", "ratio", Decimal("0.01"))
NONE = Unit("", "count:", Decimal(1))

_MONEY = "元 1,人民币元 1,角 0.1,千元 1000,仟元 1000,万元 10000,百万元 1000000,亿元 100000000"
MONEY = {
    name: Unit(name, "money", Decimal(factor))
    for name, factor in (pair.split(" ") for pair in _MONEY.split(","))
}
RATIO = {
    "%": PERCENT,
    "％": PERCENT,
    "‰": Unit("‰", "ratio", Decimal("0.001")),
    "个百分点": Unit("个百分点", "points", Decimal("0.01")),
}
_PREFIX = {"": 1, "万": 10_000, "余": 1, "多": 1, "亿": 100_000_000}


def unit(name: str) -> Unit:
    """The unit of that printed name; any other word is taken for a classifier (量词) of a count."""
    text = "".join(name.split())
    if text in MONEY:
        return MONEY[text]
    if text in RATIO:
        return RATIO[text]
    if len(text) > 1 and text[0] in "万亿":
        return Unit(text, f"count:{text[1:]}", Decimal(_PREFIX[text[0]]))
    return Unit(text, f"count:{text}", Decimal(1))
