"""Indicator rows of a form (绩效指标各行): leaves, and rows that only carry a group's points."""

from __future__ import annotations

from kaocheng.kernel.documents import Cell
from kaocheng.kernel.numerals import is_blank
from kaocheng.kernel.units import unit
from kaocheng.performance.entries import POINTS, entry, percent, points_in
from kaocheng.performance.labels import is_label, stem, vocabulary
from kaocheng.performance.records import Entry, Indicator, Subtotal
from kaocheng.performance.rows import Row, at, filled

_ENDS = ("total", "conclusion", "problems", "measures", "name")


def read_indicators(
    rows: tuple[Row, ...], where: dict[str, int]
) -> tuple[tuple[Indicator, ...], tuple[Subtotal, ...]]:
    """The indicators below a header, and the subtotals among them."""
    leaves: list[Indicator] = []
    groups: list[Subtotal] = []
    level1 = level2 = ""
    for number, row in enumerate(rows):
        cells = filled(row)
        if cells and any(is_label(cells[0], "field", concept) for concept in _ENDS):
            break
        name = at(row, where["name"])
        if name is None or is_blank(name.text) or _is_heading(name):
            continue
        if "level1" in where:
            before = level1
            level1, level2 = _levels(row, where, level1, level2)
            groups += [g for g in (_headed(row, where),) if g and level1 != before]
        elif _is_group(row, where):
            group = _group(row, where, level1, _leads_groups(rows[number + 1 :], where))
            groups.append(group)
            level1, level2 = (
                (stem(name.text), "") if group.level == 1 else (level1, stem(name.text))
            )
            continue
        if not _says_something(row, where):
            continue
        leaves.append(_leaf(row, where, level1, level2, name))
    return tuple(leaves), tuple(groups)


def _is_heading(name: Cell) -> bool:
    """Whether the cell repeats the header or names a sum, so that it is no indicator."""
    return is_label(name, "indicator", "name") or is_label(name, "field", "sum")


def _levels(row: Row, where: dict[str, int], level1: str, level2: str) -> tuple[str, str]:
    first, second = at(row, where["level1"]), at(row, where.get("level2"))
    if first is not None and not is_blank(first.text):
        level2 = "" if stem(first.text) != level1 else level2
        level1 = stem(first.text)
    if second is not None and not is_blank(second.text):
        level2 = stem(second.text)
    return level1, level2


def _blank(row: Row, where: dict[str, int], concept: str) -> bool:
    cell = at(row, where.get(concept))
    return cell is None or is_blank(cell.text)


def _says_something(row: Row, where: dict[str, int]) -> bool:
    rest = ("nature", "target", "unit", "actual", "weight", "score")
    name = at(row, where["name"])
    return any(at(row, where.get(c)) is not name and not _blank(row, where, c) for c in rest)


def _is_group(row: Row, where: dict[str, int]) -> bool:
    empty = all(_blank(row, where, c) for c in ("nature", "target", "unit", "actual"))
    return empty and not (_blank(row, where, "weight") and _blank(row, where, "score"))


def _leads_groups(rows: tuple[Row, ...], where: dict[str, int]) -> bool:
    """Whether the next row that says something is a group itself."""
    following = next((row for row in rows if not _blank(row, where, "name")), None)
    return following is not None and _is_group(following, where)


def _group(row: Row, where: dict[str, int], level1: str, leads: bool) -> Subtotal:  # noqa: FBT001
    name = row[where["name"]]
    word = stem(name.text)
    words = vocabulary()["words"]
    either = word in words["either"] and bool(level1) and not leads
    level = 1 if word in words["level1"] and not either else 2
    return Subtotal(
        level=level,
        name=_entry(name),
        parent="" if level == 1 else level1,
        weight=entry(at(row, where.get("weight")), "分值", POINTS),
        score=entry(at(row, where.get("score")), "得分", POINTS),
    )


def _headed(row: Row, where: dict[str, int]) -> Subtotal | None:
    """The points printed behind the name of a first level: 产出指标（50分）."""
    cell = at(row, where["level1"])
    points = points_in(cell.content) if cell else None
    if cell is None or points is None or "weight" not in where:
        return None
    return Subtotal(level=1, name=_entry(cell), parent="", weight=Entry(cell, points), score=None)


def _entry(cell: Cell) -> Entry:
    return Entry(cell)


def _coefficient(cell: Cell | None) -> Entry | None:
    """A share of the weight: 100, 100% and 1 all mean the whole of it."""
    return percent(cell, "得分系数")


def _weight(row: Row, where: dict[str, int], name: Cell) -> Entry | None:
    """The points; where no column holds them, those printed behind the name: 验收合格率（20分）."""
    if "weight" in where or "score" not in where:
        return entry(at(row, where.get("weight")), "分值", POINTS)
    points = points_in(name.content)
    return Entry(name, points) if points else None


def _leaf(row: Row, where: dict[str, int], level1: str, level2: str, name: Cell) -> Indicator:
    measured_cell = at(row, where.get("unit"))
    measured = unit("".join(measured_cell.text.split()) if measured_cell else "")
    first, revised = at(row, where["target"]), at(row, where.get("revised"))
    adjusted = revised is not None and revised is not first and not is_blank(revised.text)
    return Indicator(
        level1=level1,
        level2=level2,
        name=_entry(name),
        nature=entry(at(row, where.get("nature"))),
        target=entry(revised if adjusted else first, "指标值", measured),
        unit=entry(measured_cell),
        actual=entry(at(row, where.get("actual")), "完成值", measured),
        weight=_weight(row, where, name),
        score=entry(at(row, where.get("score")), "得分", POINTS),
        evidence=entry(at(row, where.get("evidence"))),
        reason=entry(at(row, where.get("reason"))),
        coefficient=_coefficient(at(row, where.get("coefficient"))),
        planned=entry(first, "年初指标值", measured) if adjusted else None,
    )
