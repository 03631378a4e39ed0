"""The books (账簿): any take answered with a figure that carries its formula, parts and entries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import product
from math import prod

from kaocheng.editions.takes import DIMENSIONS, Take
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.lineage import AMOUNTS, TOTAL
from kaocheng.kernel.numerals import show
from kaocheng.kernel.places import Place
from kaocheng.kernel.units import YUAN, unit
from kaocheng.money.counting import Counting
from kaocheng.money.cube import Cell, Cube, cube
from kaocheng.money.records import AccountsYear

_CENTS = Decimal(100)
_PHASES = {"年初预算": "年初预算", "预算调整": "预算调整", "全年预算": "全年预算"}
_FUNDS = {
    "一般公共预算财政拨款": "一般公共预算",
    "政府性基金预算财政拨款": "政府性基金",
    "国有资本经营预算财政拨款": "国有资本经营",
}
_DERIVED = {
    "年末": (("", "年初"), ("+", "收入"), ("-", "支出")),
    "全年预算": (("", "年初预算"), ("+", "预算调整")),
    "年末结转": (("", "年末"), ("-", "年末结余")),
}
_UNDER = {
    **dict.fromkeys(("年末", "年末结转", "年末结余"), ("年初", "收入", "支出")),
    "全年预算": ("年初预算", "预算调整"),
}
_LEFT = "max(0,min([1],[2]))"

Values = tuple[str, ...]


class Books:
    """One year's cube with what was already asked of it; a take asked twice is one figure."""

    def __init__(
        self, year: AccountsYear, sums: Cube | None = None, truth: Books | None = None
    ) -> None:
        self.year = year
        self.truth = truth or self
        """The books before rounding, which decide what a table lists."""
        self.cube = sums or cube(year)
        self._counting = Counting(year)
        self._margins: dict[tuple[str, Values], dict[Values, list[Cell]]] = {}
        self._companions: dict[tuple[str, Values, str], dict[Values, set[str]]] = {}
        self._values: dict[tuple[str, str], dict[str, Values]] = {}
        self._figures: dict[tuple[Take, str], Figure] = {}

    def figure(self, asked: Take, name: str) -> Figure:
        """What a take is, money in 元 exact, under that name; a take without flow or `of` is nil."""
        known = self._figures.get((asked, name))
        if known is None:
            known = self._figures[asked, name] = self._made(asked, name)
        return known

    def known(self, flow: str, dimension: str, among: Take) -> Values:
        """The values of a dimension that occur in a flow among the entries a take would add up."""
        where = dict(among.where)
        own = where.pop(dimension, ())
        found: set[str] = set()
        for one in _UNDER.get(flow, (flow,)):
            wanted = [self._spelt(one, name, values) for name, values in where.items()]
            beside = self._beside(one, tuple(where), dimension)
            values = {value for key in _keys(wanted, beside) for value in beside.get(key, ())}
            found |= values & set(self._spelt(one, dimension, own)) if own else values
        return tuple(sorted(found - {""}))

    def _beside(self, flow: str, names: Values, dimension: str) -> dict[Values, set[str]]:
        """The values of a dimension that occur with each set of values of these others."""
        known = self._companions.get((flow, names, dimension))
        if known is None:
            gathered: defaultdict[Values, set[str]] = defaultdict(set)
            for *key, value in self._margin(flow, (*names, dimension)):
                gathered[tuple(key)].add(value)
            known = self._companions[flow, names, dimension] = dict(gathered)
        return known

    def _made(self, asked: Take, name: str) -> Figure:
        if asked.of:
            return self._counted(asked, name)
        if asked.flow in _DERIVED:
            return self._derived(asked, name)
        if asked.flow == "年末结余":
            return self._surplus(asked, name)
        cells = self._cells(asked)
        amount = sum(cell.amount for cell in cells)
        numbers = tuple(number for cell in cells for number in cell.numbers)
        return self._yuan(asked, name, amount, AMOUNTS, numbers)

    def _counted(self, asked: Take, name: str) -> Figure:
        amount, formula, numbers = self._counting.of(asked.of)
        if not asked.unit:
            return self._yuan(asked, name, amount, formula, numbers)
        return Figure(
            name, Decimal(amount), unit(asked.unit), 0, str(amount), Place(""), "决算",
            self.year.year, formula=formula, records=numbers, body=self.year.department,
        )  # fmt: skip

    def _derived(self, asked: Take, name: str) -> Figure:
        terms = _DERIVED[asked.flow]
        parts = [self.figure(_in_flow(asked, flow), _renamed(name, flow)) for _, flow in terms]
        signs = [-1 if sign == "-" else 1 for sign, _ in terms]
        return self._phased(asked, combined(name, list(zip(signs, parts, strict=True))))

    def _surplus(self, asked: Take, name: str) -> Figure:
        """结余 at the year's end: what of the 结余 at its beginning is still there, group by group."""
        left = []
        for where in self._groups(asked):
            here = Take("年初结余", where)
            opened = self.figure(here, _renamed(name, "年初结余"))
            closed = self.figure(_in_flow(here, "年末"), _renamed(name, "年末"))
            value = max(Decimal(0), min(opened.value, closed.value))
            left.append(_yuan(opened, name, value, _LEFT, (opened, closed)))
        return self._phased(
            asked, left[0] if len(left) == 1 else _summed(self._yuan(asked, name, 0, "0", ()), left)
        )

    def _groups(self, asked: Take) -> list[tuple[tuple[str, Values], ...]]:
        """Each kind of office, nature, source and 项 of its own that began the year with 结余."""
        names = ("function", "nature", "office", "source")
        margin = self._margin("年初结余", names)
        wanted = {d: self._spelt("年初结余", d, v) for d, v in asked.where if d in names}
        return [
            tuple((d, (value,)) for d, value in zip(names, key, strict=True))
            for key in sorted(margin)
            if all(
                d not in wanted or value in wanted[d] for d, value in zip(names, key, strict=True)
            )
        ]

    def _yuan(self, asked: Take, name: str, cents: int, formula: str, numbers: Values) -> Figure:
        value = Decimal(cents) / _CENTS
        plain = Figure(
            name, value, YUAN, 2, show(value, 2), Place(""), "", self.year.year,
            body=self.year.department, formula=formula, records=numbers,
        )  # fmt: skip
        return self._phased(asked, plain)

    def _phased(self, asked: Take, figure: Figure) -> Figure:
        """The figure with the phase, fund and code that its take speaks of."""
        where = dict(asked.where)
        source, code = (
            where.get("source", ()),
            where.get("function", ()) or where.get("economic", ()),
        )
        return replace(
            figure,
            phase=_PHASES.get(asked.flow, "决算"),
            fund=_FUNDS.get(source[0], "") if len(source) == 1 else "",
            code=code[0] if len(code) == 1 else "",
        )

    def _cells(self, asked: Take) -> list[Cell]:
        """The cells of the cube a take adds up."""
        names = tuple(name for name, _ in asked.where)
        margin = self._margin(asked.flow, names)
        wanted = [self._spelt(asked.flow, name, values) for name, values in asked.where]
        return [cell for key in _keys(wanted, margin) for cell in margin.get(key, ())]

    def _margin(self, flow: str, names: Values) -> dict[Values, list[Cell]]:
        """The cells of a flow by the values of these dimensions alone."""
        known = self._margins.get((flow, names))
        if known is None:
            at = [DIMENSIONS.index(name) for name in names]
            gathered: defaultdict[Values, list[Cell]] = defaultdict(list)
            for key, cell in self.cube.cells(flow).items():
                gathered[tuple(key[index] for index in at)].append(cell)
            known = self._margins[flow, names] = dict(gathered)
        return known

    def _spelt(self, flow: str, dimension: str, values: Values) -> Values:
        """The values with a 类 or 款 spelt out into the codes under it that occur."""
        if dimension not in {"function", "economic"}:
            return values
        heads = self._values.get((flow, dimension))
        if heads is None:
            heads = self._values[flow, dimension] = self._heads(flow, dimension)
        return tuple(dict.fromkeys(code for value in values for code in heads.get(value, ())))

    def _heads(self, flow: str, dimension: str) -> dict[str, Values]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for (code,) in sorted(self._margin(flow, (dimension,))):
            for length in (*range(3, len(code), 2), len(code)):
                found[code[:length]].append(code)
        return {head: tuple(codes) for head, codes in found.items()}


def _keys(wanted: Sequence[Values], known: Mapping[Values, object]) -> Iterable[Values]:
    """The known keys that have one of the wanted values in each place, looked up or looked through."""
    if prod(map(len, wanted)) <= len(known):
        return product(*wanted)
    sets = [frozenset(values) for values in wanted]
    return [key for key in known if all(v in s for v, s in zip(key, sets, strict=True))]


def combined(name: str, parts: Sequence[tuple[int, Figure]]) -> Figure:
    """The signed sum of figures as one figure, with its formula and the figures as its sources."""
    funds = {part.fund for _, part in parts}
    first = replace(parts[0][1], fund=funds.pop() if len(funds) == 1 else "")
    if len(parts) > 1 and all(sign > 0 for sign, _ in parts):
        return _summed(replace(first, name=name), [part for _, part in parts])
    value = sum((sign * part.value for sign, part in parts), Decimal(0))
    formula = "".join(f"{'-' if sign < 0 else '+'}[{n}]" for n, (sign, _) in enumerate(parts, 1))
    return _yuan(first, name, value, formula.removeprefix("+"), tuple(part for _, part in parts))


def _summed(like: Figure, parts: Iterable[Figure]) -> Figure:
    """The sum of figures; those that are nil are left out of the sources."""
    sources = tuple(part for part in parts if part.value)
    value = sum((part.value for part in sources), Decimal(0))
    return _yuan(like, like.name, value, TOTAL if sources else "0", sources)


def _yuan(
    like: Figure, name: str, value: Decimal, formula: str, sources: tuple[Figure, ...]
) -> Figure:
    return replace(
        like, name=name, value=value, text=show(value, like.decimals), formula=formula,
        sources=sources, records=(), code="",
    )  # fmt: skip


def _in_flow(asked: Take, flow: str) -> Take:
    return Take(flow, asked.where)


def _renamed(name: str, flow: str) -> str:
    return f"{name}（{flow}）"
