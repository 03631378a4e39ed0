"""What a workbook holds beside what its cells print (附带内容): formulas, stored values, charts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Context, InvalidOperation
from pathlib import Path

from kaocheng.kernel.asides import Aside, hashed
from kaocheng.reading.archive import Archive, opened
from kaocheng.reading.asides.folded import folded
from kaocheng.reading.asides.office import properties
from kaocheng.reading.markup import Element, child, local, parsed, streamed
from kaocheng.reading.xlsx.workbook import Part, workbook

_CHART = re.compile(r"xl/charts/chart(\d+)\.xml")
_STORED = Context(prec=15)
"""Digits that every program keeps of a stored number; 93.09999999999999 is 93.1 written by another."""
_DRAWING = re.compile(r"xl/drawings/drawing(\d+)\.xml")


def xlsx_asides(path: Path) -> tuple[Aside, ...]:
    """Formulas and stored values of each worksheet, charts, properties; raises `Unreadable`."""
    with opened(path, str(path)) as archive:
        found = [
            one
            for part in workbook(archive).parts
            for one in (*_cells(archive, part), *folded(archive, part))
        ]
        return (*found, *_charts(archive), *_described(archive), *properties(archive))


def _cells(archive: Archive, part: Part) -> Iterator[Aside]:
    """Each formula with its cell; all stored numbers as one hash, since most are printed too."""
    numbers: list[str] = []
    for cell in streamed(archive, part.member, ("c",)):
        at, formula = cell.get("r") or "", child(cell, "f")
        if formula is not None and formula.text:
            yield Aside("公式", f"工作表“{part.name}”{at}", _plain(formula.text))
        numbers += _stored(cell, at)
    yield Aside("存储值", f"工作表“{part.name}”", hashed(numbers))


def _stored(cell: Element, at: str) -> Iterator[str]:
    value = child(cell, "v")
    if cell.get("t") in (None, "n") and value is not None and value.text:
        yield f"{at}={_number(value.text)}"


def _charts(archive: Archive) -> Iterator[Aside]:
    """The words and numbers that a chart shows before it is calculated anew."""
    for number, name in _numbered(archive, _CHART):
        root = parsed(archive, name)
        titles = [element.text or "" for element in root.iter("{*}t")]
        points = [_number(element.text or "") for element in root.iter("{*}v")]
        yield Aside("图表数据", f"第{number}幅图", "；".join([*titles, *points]))


def _described(archive: Archive) -> Iterator[Aside]:
    """The descriptions (替代文字) of what is drawn on a worksheet."""
    at = 0
    for _, name in _numbered(archive, _DRAWING):
        for element in parsed(archive, name).iter():
            if local(element) == "cNvPr" and element.get("descr"):
                at += 1
                yield Aside("替代文字", f"第{at}幅图", element.get("descr") or "")


def _numbered(archive: Archive, pattern: re.Pattern[str]) -> list[tuple[int, str]]:
    """The members whose names fit, in the order of the numbers in them."""
    found = (pattern.fullmatch(name) for name in archive.names)
    return sorted((int(match[1]), match[0]) for match in found if match)


def _plain(formula: str) -> str:
    return "".join(formula.split()).upper().replace("$", "")


def _number(text: str) -> str:
    """A number in one manner, however the program that saved it wrote it; words as they are."""
    try:
        return f"{_STORED.create_decimal(text).normalize():f}"
    except InvalidOperation:
        return text
