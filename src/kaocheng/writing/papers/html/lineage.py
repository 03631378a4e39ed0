"""The lineage (来历) of every printed figure as compact data, each figure and entry named once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from kaocheng.kernel.figures import Figure
from kaocheng.kernel.lineage import (
    CHANGE,
    DIFFERENCE,
    GROWTH,
    GROWTH_SIZE,
    REST,
    SAME,
    SHARE,
    TOTAL,
)
from kaocheng.kernel.papers import Paper

_SAID = {
    TOTAL: "下列数字相加",
    SAME: "同 [1]",
    DIFFERENCE: "[1] − [2]",
    CHANGE: "[1] 与 [2] 相差",
    SHARE: "[1] ÷ [2]",
    GROWTH: "（[1] − [2]）÷ [2]",
    GROWTH_SIZE: "[1] 与 [2] 相差 ÷ [2]",
    REST: "1 减去下列已印数字之和（末项倒挤）",
}
MOST_RECORDS = 200
"""So many entries of a figure are listed on the page; figures.json lists them all."""


def lineage(paper: Paper) -> str:
    """JSON of all printed figures and of what they come from, safe inside a script element.

    `printed[n - 1]` is the index of the n-th printed figure; of each figure `n` name, `v` value,
    `u` unit, `t` print, `w` year, phase and fund, `f` formula, `s` sources, `c` and `r` entries.
    """
    known: dict[Figure, int] = {}
    records: dict[str, int] = {}
    printed = [_entered(figure, known) for figure in paper.figures()]
    figures = [_told(figure, known, records) for figure in known]
    data = {"printed": printed, "figures": figures, "records": list(records)}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("&", "\\u0026")


def _entered(figure: Figure, known: dict[Figure, int]) -> int:
    """The index of a figure, it and all it comes from entered in `known`."""
    pending = [figure]
    while pending:
        one = pending.pop()
        if one not in known:
            known[one] = len(known)
            pending += one.sources
    return known[figure]


def _told(figure: Figure, known: dict[Figure, int], records: dict[str, int]) -> dict[str, Any]:
    listed = figure.records[:MOST_RECORDS]
    told: dict[str, Any] = {
        "n": figure.name or "（未命名）",
        "v": f"{figure.value:,f}",
        "u": figure.unit.name,
        "t": figure.text or "（空白）",
        "w": "，".join(_about(figure)),
        "f": _SAID.get(figure.formula, figure.formula),
        "s": [known[source] for source in figure.sources],
        "c": len(figure.records),
        "r": [records.setdefault(record, len(records)) for record in listed],
    }
    return {key: value for key, value in told.items() if value or key in ("n", "v", "t")}


def _about(figure: Figure) -> Iterator[str]:
    if figure.year is not None:
        yield f"{figure.year}年度"
    yield from (word for word in (figure.fund, figure.phase, figure.body) if word)
    if figure.code:
        yield f"科目 {figure.code}"
