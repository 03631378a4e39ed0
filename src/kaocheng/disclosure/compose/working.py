"""How a ratio was worked out (算式), term by term as it is printed: （甲3元－乙2元）÷乙2元×100%."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from kaocheng.disclosure.compose.facts import Member
from kaocheng.kernel.figures import Figure

_TERM = re.compile(r"(?P<before>[^\[\]]*)\[(?P<number>\d+)\](?P<after>[^\[\]]*\Z)?")
_ALONE = re.compile(r"\|(\[\d+\])\|")
_APART = re.compile(r"\|\[(\d+)\]-\[(\d+)\]\|")
_SIGNS = str.maketrans({"(": "（", ")": "）", "-": "－", "/": "÷", "*": "×"})
_AS_PRINTED, _PERCENT = "print", "×100%"


def worked(ratio: Figure, names: Sequence[str]) -> tuple[tuple[Member, ...], str]:
    """The terms of a ratio over its sources, each with the signs before it, and what stands behind.

    Nothing where its formula has more than sums, quotients and absolute values of them.
    """
    formula = _plain(ratio)
    found = list(_TERM.finditer(formula))
    if not found or "|" in formula or len(names) < len(ratio.sources):
        return (), ""
    terms = tuple(
        Member(
            {_kind(ratio.sources[at]): ratio.sources[at]},
            {"数名": names[at], "号": one["before"].translate(_SIGNS)},
        )
        for one in found
        for at in (int(one["number"]) - 1,)
    )
    return terms, (found[-1]["after"] or "").translate(_SIGNS) + _PERCENT


def _kind(term: Figure) -> str:
    """Money is printed in 元 throughout, whatever unit its evidence has."""
    return "金额" if term.unit.is_money else "数"


def _plain(ratio: Figure) -> str:
    """The formula without absolute values, by the values it works with."""
    values = [one.value for one in ratio.sources]
    formula = _APART.sub(
        lambda pair: _ordered(pair, values), ratio.formula.replace(_AS_PRINTED, "")
    )
    return _ALONE.sub(r"\1", formula) if all(value >= 0 for value in values) else formula


def _ordered(pair: re.Match[str], values: Sequence[Decimal]) -> str:
    one, two = int(pair[1]), int(pair[2])
    if values[one - 1] < values[two - 1]:
        one, two = two, one
    return f"([{one}]-[{two}])"
