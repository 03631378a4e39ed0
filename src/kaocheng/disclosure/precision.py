"""How precisely a document prints its amounts (精度): trailing zeros dropped or not."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from kaocheng.kernel.figures import Figure

_ENOUGH = 8


def precise_decimals(figures: Iterable[Figure]) -> dict[str, int]:
    """For each unit the decimals all its amounts have, where trailing zeros were dropped.

    A document whose amounts mostly show two decimals and never end in a zero writes 122.6 for
    122.60 and 2 for 2.00; one that prints 5.00 somewhere keeps its zeros, and 5 means about 5.
    """
    by_unit: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        by_unit[figure.unit.name].append(figure)
    return {name: 2 for name, found in by_unit.items() if _drops_zeros(found)}


def zero_decimals(figures: Iterable[Figure]) -> dict[str, int]:
    """For each unit how precise a plain 0 is: 0万元 beside 9.87万元 is nothing at all.

    As many decimals as most of the other amounts print, where most print some.
    """
    by_unit: dict[str, Counter[int]] = defaultdict(Counter)
    for figure in figures:
        if figure.value:
            by_unit[figure.unit.name][figure.decimals] += 1
    return {name: found.most_common(1)[0][0] for name, found in by_unit.items()}


def _drops_zeros(found: list[Figure]) -> bool:
    printed = [_decimals(figure.text) for figure in found]
    full = [text for text in printed if len(text) == 2]
    short = [text for text in printed if len(text) == 1]
    kept = [text for text in printed if text.endswith("0")]
    finer = [text for text in printed if len(text) > 2]
    return len(full) >= _ENOUGH and bool(short) and not kept and len(finer) * 10 <= len(full)


def _decimals(text: str) -> str:
    """The printed decimals of an amount, such as "49" of 1,049.49万元."""
    return "".join(c for c in text.partition(".")[2] if c.isdigit())
