"""Printing numbers (数字的写法): amounts in the edition's unit, percentages by its declared rule."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from kaocheng.disclosure.compose.patterns import Style
from kaocheng.kernel import lineage
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.places import Place
from kaocheng.kernel.units import PERCENT, Unit, unit

_HUNDRED = Decimal(100)
_MOST = 6
PRINTED = "printed"


class NoBase(ArithmeticError):
    """A percentage of nothing (基数为零): the pattern lacks a variant for this case."""


AS_IT_IS = "原"
"""In place of a unit: the figure in the unit it has, as an indicator is set and measured."""


class Printer:
    """Prints figures in one style; each print is a new figure that knows where it came from."""

    def __init__(self, style: Style) -> None:
        """Print by the rules of that style."""
        self._style = style
        self._rounded: dict[int, Figure] = {}
        self._kept: list[Figure] = []

    def plain(self, figure: Figure, measure: str = "", decimals: int | None = None) -> Figure:
        """The figure as printed; money in `measure` or the style's unit, a count as it is."""
        if not figure.unit.is_money or measure == AS_IT_IS:
            text = self._text(figure.value, figure.decimals, figure.unit)
            return replace(figure, text=text, sources=(figure,), formula=lineage.SAME, records=())
        wanted = unit(measure or self._style.unit)
        places = self._style.decimals if decimals is None else decimals
        if figure.value and abs(figure.base) * 2 < wanted.factor.scaleb(-places):
            return self._tiny(figure, wanted)
        value = _rounded(figure.base / wanted.factor, places)
        return replace(
            figure, value=value, unit=wanted, decimals=places, place=Place(""),
            text=self._text(value, places, wanted), formula=lineage.SAME, sources=(figure,),
            records=(),
        )  # fmt: skip

    def _tiny(self, figure: Figure, wanted: Unit) -> Figure:
        """An amount too small for the style's decimals, printed to 分 so that it is not lost."""
        value = (figure.base / wanted.factor).normalize()
        places = max(-int(value.as_tuple().exponent), 0)
        return replace(
            figure, value=value, unit=wanted, decimals=places, place=Place(""),
            text=self._text(value, places, wanted), formula=lineage.SAME, sources=(figure,),
            records=(),
        )  # fmt: skip

    def change(self, now: Figure, before: Figure, measure: str = "") -> Figure:
        """How much `now` differs from `before`, without sign."""
        alike = self.alike(now, before)
        one, two = (now, before) if alike else (self._base(now), self._base(before))
        exact = alike or self._style.base != PRINTED
        formula = lineage.CHANGE if exact else _of_prints(lineage.CHANGE)
        amount = replace(
            now, value=abs(one.value - two.value), unit=one.unit, decimals=one.decimals,
            name=f"{now.name}增减额", formula=formula, sources=(one, two), records=(),
        )  # fmt: skip
        shown = self.plain(amount, measure) if amount.unit.is_money else amount
        text = self._text(shown.value, shown.decimals, shown.unit)
        return replace(shown, text=text, formula=formula, sources=(one, two), place=Place(""))

    def share(self, part: Figure, whole: Figure) -> Figure:
        """What per cent `part` is of `whole`; raises NoBase when `whole` is nil."""
        return self._percent(part, whole, f"{part.name}占比", lineage.SHARE)

    def completion(self, spent: Figure, budget: Figure) -> Figure:
        """What per cent of the budget was spent; raises NoBase without a budget."""
        return self._percent(spent, budget, f"{spent.name}完成率", lineage.SHARE)

    def growth(self, now: Figure, before: Figure) -> Figure:
        """By what per cent `now` differs from `before`, without sign; raises NoBase for nil before."""
        return self._percent(now, before, f"{now.name}增减幅度", lineage.GROWTH_SIZE)

    def alike(self, one: Figure, two: Figure) -> bool:
        """Whether two figures that differ are printed alike, so that only the exact ones tell."""
        return one.base != two.base and self.plain(one).value == self.plain(two).value

    def rest(self, name: str, others: tuple[Figure, ...]) -> Figure:
        """The last share of a list, made to fill up 100% (末项倒挤)."""
        value = _HUNDRED - sum(other.value for other in others)
        places = self._style.percent_decimals
        return Figure(
            name, value, PERCENT, places, self._text(value, places, PERCENT), Place(""),
            formula=lineage.REST, sources=others,
        )  # fmt: skip

    def _percent(self, top: Figure, low: Figure, name: str, formula: str) -> Figure:
        """A percentage; of two amounts that differ but are printed alike it is that of the exact."""
        if not low.base:
            raise NoBase(name)
        alike = self.alike(top, low)
        over, under = (top, low) if alike else (self._base(top), self._base(low))
        gap = abs(over.base - under.base) if formula == lineage.GROWTH_SIZE else over.base
        exact = gap / under.base * _HUNDRED
        places = self._telling(exact, formula)
        value = _rounded(exact, places)
        rounded = self._style.base == PRINTED and not alike
        return Figure(
            name, value, PERCENT, places, self._text(value, places, PERCENT), Place(""),
            year=top.year, formula=_of_prints(formula) if rounded else formula,
            sources=(over, under),
        )  # fmt: skip

    def _telling(self, exact: Decimal, formula: str) -> int:
        """Decimals enough that amounts printed unlike do not give 100% or no growth."""
        level = Decimal(0) if formula == lineage.GROWTH_SIZE else _HUNDRED
        places = self._style.percent_decimals
        while _rounded(exact, places) == level and exact != level and places < _MOST:
            places += 1
        return places

    def _base(self, figure: Figure) -> Figure:
        """The amount a percentage is worked out from: as printed, or exact."""
        if self._style.base != PRINTED or not figure.unit.is_money:
            return figure
        if id(figure) not in self._rounded:
            self._kept.append(figure)
            self._rounded[id(figure)] = self.plain(figure)
        return self._rounded[id(figure)]

    def _text(self, value: Decimal, places: int, measure: Unit) -> str:
        """The number with its unit, as it stands in a sentence."""
        text = f"{value:.{places}f}"
        if self._style.trim and "." in text:
            text = text.rstrip("0").rstrip(".")
        return text + measure.name


def _rounded(value: Decimal, places: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def _of_prints(formula: str) -> str:
    return formula.replace("[", "print[")
