"""Fitting a grid to a form (套用表样): which form it is, its columns and rows by their names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kaocheng.disclosure.table_headers import Header, heading
from kaocheng.disclosure.table_shapes import Line, Strip
from kaocheng.editions.labels import bare
from kaocheng.editions.loading import Form, FormColumn, FormRow

_ENOUGH = 0.5


@dataclass(frozen=True, slots=True)
class Fitting:
    """A form laid over a grid: its column for each grid column, and the side of each strip."""

    form: Form | None
    columns: Mapping[int, FormColumn]
    sides: tuple[str, ...]


def fit(candidates: Sequence[Form], title: str, header: Header, strips: Sequence[Strip]) -> Fitting:
    """The candidate that explains most of the columns, or no form when none explains half."""
    sides = _sides(header, strips)
    best, columns, rank = None, {}, (0.0, False)
    for form in candidates:
        read, found = _columns(form, header, strips, sides)
        share = (read + len(found)) / 2 / max(_expected(form, strips), 1)
        if found and (share, title.endswith(form.name)) > rank:
            best, columns, rank = form, found, (share, title.endswith(form.name))
    return Fitting(best, columns, sides) if rank[0] >= _ENOUGH else Fitting(None, {}, sides)


def _expected(form: Form, strips: Sequence[Strip]) -> int:
    """How many columns a grid of this form should let one name."""
    printed = sum(len(strip.values) for strip in strips)
    needed = sum(1 for column in form.columns if not column.optional)
    if form.shape == "economic_matrix":
        return needed
    return printed if form.shape == "economic_blocks" else max(needed, printed)


def _sides(header: Header, strips: Sequence[Strip]) -> tuple[str, ...]:
    """收入 and 支出 of a two-sided table, by the heading above each strip, else by order."""
    if len(strips) != 2 or any(strip.codes for strip in strips):
        return ("",) * len(strips)
    heads = ["".join("".join(header.paths[c][:1]) for c in strip.values) for strip in strips]
    if "支出" in heads[0] and "收入" in heads[1]:
        return ("支出", "收入")
    return ("收入", "支出") if "收" in heads[0] or "支" in heads[1] else ("", "")


def _columns(
    form: Form, header: Header, strips: Sequence[Strip], sides: Sequence[str]
) -> tuple[int, dict[int, FormColumn]]:
    """How many columns were known by their words, and all that are known with those by place."""
    found: dict[int, FormColumn] = {}
    read = 0
    for strip, side in zip(strips, sides, strict=True):
        on_side = [column for column in form.columns if column.side in {"", side}]
        matched = _matched(on_side, header, strip, repeat=form.shape == "economic_blocks")
        found |= matched
        read += len(matched)
        _fill_by_order(on_side, header, strip, found)
    return read, found


def _matched(
    columns: Sequence[FormColumn], header: Header, strip: Strip, *, repeat: bool
) -> dict[int, FormColumn]:
    """Best alias first, so that a full path is not taken by a column that only ends alike."""
    scored = sorted(
        (
            (_score(column, heading(header, index)), -index, column, index)
            for index in strip.values
            for column in columns
        ),
        key=lambda item: item[:2],
        reverse=True,
    )
    found: dict[int, FormColumn] = {}
    for score, _, column, index in scored:
        if score and index not in found and (repeat or column not in found.values()):
            found[index] = column
    return found


def _score(column: FormColumn, path: Sequence[str]) -> int:
    """How well a column answers a header path: the length of the alias that ends it, or 0."""
    slashed, joined = "/".join(path), "".join(path)
    scores = [0]
    for alias in column.aliases:
        if alias in (slashed, joined):
            scores.append(1000 + len(alias))
        elif slashed.endswith("/" + alias):
            scores.append(len(alias))
        elif path and len(alias) > 2 and joined.endswith(alias.replace("/", "")):
            scores.append(len(alias) - 1)
    return max(scores)


def _fill_by_order(
    columns: Sequence[FormColumn], header: Header, strip: Strip, found: dict[int, FormColumn]
) -> None:
    """A column whose heading says nothing known is named by its place, when all others agree."""
    silent = not any(heading(header, index) for index in strip.values)
    wanted = [column for column in columns if not (silent and column.optional)]
    if len(wanted) != len(strip.values):
        return
    by_order = dict(zip(strip.values, wanted, strict=True))
    known = {index: found[index] for index in strip.values if index in found}
    agreed = all(by_order[index] is column for index, column in known.items())
    if agreed and (silent or len(known) * 2 >= len(wanted)):
        found |= by_order


def row_names(form: Form | None, lines: Sequence[Line], sides: Sequence[str]) -> dict[int, FormRow]:
    """The form's row for each line (by position in `lines`), matched in order down each side."""
    if form is None or not form.rows:
        return {}
    found: dict[int, FormRow] = {}
    reached = dict.fromkeys(sides, -1)
    for number, line in enumerate(lines):
        side, label = sides[line.strip], bare(line.name)
        if not label:
            continue
        hits = [
            index
            for index, row in enumerate(form.rows)
            if row.side in {"", side} and label in row.labels
        ]
        hit = next((index for index in hits if index > reached[side]), hits[0] if hits else None)
        if hit is not None:
            found[number] = form.rows[hit]
            reached[side] = max(reached[side], hit)
    return found
