"""A figure (数字): what was printed, what it means, and where it came from."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from kaocheng.kernel.intervals import Interval, printed
from kaocheng.kernel.numerals import show
from kaocheng.kernel.places import Place
from kaocheng.kernel.units import Unit

_CENT = Decimal("0.01")
_ONE = Decimal(1)


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """One printed figure; two prints are two figures even when they mean the same.

    `name` is the concept in the field's words; `value` the printed number in `unit`; `text` exactly
    what is printed; `phase` 年初预算/全年预算/决算/上年决算 …; `year` the year it speaks of; `fund`
    一般公共预算/政府性基金/国有资本经营 …; `code` a 科目 code (text, never an amount); `body` the
    office; `formula` (in the
    grammar of kernel.lineage) and `sources` its lineage when it was computed rather than read;
    `records` the numbers of the entries (凭证号, 办件号 …; money.naming) it was added up from.
    """

    name: str
    value: Decimal
    unit: Unit
    decimals: int
    text: str
    place: Place
    phase: str = ""
    year: int | None = None
    fund: str = ""
    code: str = ""
    body: str = ""
    approximate: bool = False
    formula: str = ""
    sources: tuple[Figure, ...] = field(default=())
    records: tuple[str, ...] = field(default=())

    @property
    def base(self) -> Decimal:
        """The value in base units (元; 1 for a share)."""
        return self.value * self.unit.factor

    @property
    def interval(self) -> Interval:
        """Every true value that would have been printed so, in base units."""
        atom = _CENT if self.unit.is_money else None if self.unit.is_ratio else _ONE
        return printed(self.value, self.decimals, self.unit.factor, atom)

    @property
    def step(self) -> Decimal:
        """One unit of the last printed digit, in base units."""
        return self.unit.factor.scaleb(-self.decimals)

    def say(self, base: Decimal) -> str:
        """A base value in the words this figure was printed in, such as 12.34万元.

        Shown with the printed decimals, or more where the value needs them (at most 分 for money).
        """
        value = base / self.unit.factor
        atom = (_CENT if self.unit.is_money else self.step) / self.unit.factor
        exact = value.quantize(min(atom, Decimal(1).scaleb(-self.decimals)), ROUND_HALF_UP)
        needed = max(-int(exact.normalize().as_tuple().exponent), 0)
        number = show(exact, max(self.decimals, needed))
        return (number if "," in self.text else number.replace(",", "")) + self.unit.name
