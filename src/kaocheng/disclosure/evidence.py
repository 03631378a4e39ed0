"""Evidence for a value (佐证): where else in the document it is printed."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import islice

from kaocheng.disclosure.prints import Spot
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.intervals import Interval
from kaocheng.kernel.units import Unit

_TELLING = 3
_USUAL = 4  # a unit that fewer than one in so many amounts have is not the document's


class Evidence:
    """The values a document prints, as a whole and row by row of its tables."""

    def __init__(self, figures: Iterable[Figure]) -> None:
        """Count every printed value once a place."""
        self._anywhere: Counter[tuple[str, Decimal]] = Counter()
        self._near: dict[Spot, Counter[Decimal]] = defaultdict(Counter)
        self._units: Counter[Unit] = Counter()
        for figure in figures:
            self._units[figure.unit] += figure.unit.is_money
            self._anywhere[figure.unit.dimension, figure.base] += 1
            self._near[_row(figure)][figure.base] += 1
        self._values: dict[str, list[Decimal]] = defaultdict(list)
        for dimension, base in sorted(self._anywhere):
            self._values[dimension].append(base)

    def forget(self, figure: Figure) -> None:
        """A print found wrong speaks for nothing any more."""
        self._anywhere[figure.unit.dimension, figure.base] -= 1
        self._near[_row(figure)][figure.base] -= 1

    def speaks(self, figure: Figure, expected: Decimal, *, beside: bool = True) -> int:
        """How much more often the expected value is printed elsewhere than the one printed here.

        1 when other places print `expected` and not the present value, -1 the other way round, 0
        when nothing can be said. Short numbers count only `beside`, in the same
        row of a table.
        """
        near = self._near[_row(figure)]
        local = (near[expected] > 0) - (near[figure.base] > 1)
        if local and beside and figure.place.start is None:
            return local
        dimension = figure.unit.dimension
        wide = _telling(figure, expected) and self._anywhere[dimension, expected] > 0
        kept = _telling(figure, figure.base) and self._anywhere[dimension, figure.base] > 1
        return int(wide) - int(kept)

    def odd_unit(self, figure: Figure) -> bool:
        """Whether hardly any other amount is told in this one's unit (全文都用万元，只有一处用元)."""
        return self._units[figure.unit] * _USUAL <= self._units.total()

    def within(self, figure: Figure, values: Interval) -> Decimal | None:
        """The one telling value inside `values` that is printed elsewhere, None for none or many."""
        found = list(islice(self._told(figure, values), 2))
        return found[0] if len(found) == 1 else None

    def _told(self, figure: Figure, values: Interval) -> Iterator[Decimal]:
        """The telling values inside `values`, from the least."""
        dimension = figure.unit.dimension
        printed = self._values.get(dimension, [])
        for at in range(bisect_left(printed, values.low), len(printed)):
            base = printed[at]
            if base > values.high:
                return
            present = self._anywhere[dimension, base] > 0 and base != figure.base
            if present and _telling(figure, base):
                yield base


def _telling(figure: Figure, value: Decimal) -> bool:
    digits = str(abs(int((value / figure.step).to_integral_value()))).rstrip("0")
    return len(digits) >= _TELLING


def _row(figure: Figure) -> Spot:
    """The row of a table a figure stands in."""
    place = figure.place
    return (place.file, place.sheet, place.table, place.row)
