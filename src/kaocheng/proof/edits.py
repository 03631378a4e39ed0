"""An edit told to a person (改动说明): the file, the place to the character, what stands and should."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from kaocheng.kernel.places import Place
from kaocheng.proof.aligning import Edit
from kaocheng.proof.reading import Token
from kaocheng.proof.records import Fault, Proven

_LONGEST = 60


def told(edit: Edit, file: str, figures: Mapping[str, Proven]) -> Iterator[Fault]:
    """The faults of one edit: one for each figure it touches, else one for the words."""
    owners = list(dict.fromkeys(token.figure for token in edit.printed if token.figure))
    if not owners:
        yield _words(edit, file)
        return
    paired = len(edit.printed) == len(edit.read)
    for owner in owners:
        should = [token for token in edit.printed if token.figure == owner]
        read = [
            other for token, other in zip(edit.printed, edit.read, strict=True)
            if token.figure == owner
        ] if paired else list(edit.read)  # fmt: skip
        yield _figure(figures[owner], should, read, edit, file)


def joined(tokens: tuple[Token, ...] | list[Token]) -> str:
    """The text of tokens, cells and lines parted by a blank."""
    parts = [
        "".join(token.text for token in group)
        for _, group in groupby(
            tokens, lambda token: (id(token.passage), id(token.line), token.column)
        )
    ]
    return " ".join(parts)


def _figure(figure: Proven, should: list[Token], read: list[Token], edit: Edit, file: str) -> Fault:
    written, right = joined(read), joined(should)
    place = _place(read, edit, right)
    where = f"{_words_of(place)}（{_printed_place(should)}）"
    unit = figure.unit.name
    gone = f"“{figure.name}”应为{right.removesuffix(unit)}{unit}，" + (
        f"现在写着“{_short(written)}”。" if written else "现在没有了。"
    )
    return Fault("print", file, where, _short(written), right, gone, figure.id)


def _words(edit: Edit, file: str) -> Fault:
    written, right = joined(edit.read), joined(edit.printed)
    where = _words_of(_place(list(edit.read), edit, right))
    if edit.printed:
        where += f"（{_printed_place(list(edit.printed))}）"
    if not right:
        message = f"多出了“{_short(written)}”，公布时没有。"
    elif not written:
        message = f"少了“{_short(right)}”。"
    else:
        message = f"文字由“{_short(right)}”改成了“{_short(written)}”。"
    return Fault("text", file, where, _short(written), _short(right), message)


def _place(read: list[Token], edit: Edit, should: str) -> Place | None:
    """The characters that differ, or where the lost ones stood."""
    if not read:
        return edit.after.place if edit.after else None
    first, last = read[0], read[-1]
    if first.passage is not last.passage or first.passage is None:
        return first.place
    written = first.passage.text[first.at : last.end]
    start, end = _different(written, should)
    return first.passage.at(first.at + start, max(first.at + end, first.at + start + 1))


def _different(written: str, should: str) -> tuple[int, int]:
    """The stretch of `written` that differs from `should`."""
    start = 0
    while start < min(len(written), len(should)) and written[start] == should[start]:
        start += 1
    tail = 0
    while tail < min(len(written), len(should)) - start and written[-1 - tail] == should[-1 - tail]:
        tail += 1
    return start, len(written) - tail


def _words_of(place: Place | None) -> str:
    if place is None:
        return "文件开头"
    if place.table is None:
        where = place.words()
    else:
        of = f"工作表“{place.sheet}”" if place.sheet else f"第{place.table}张表"
        page = f"第{place.page}页" if place.page else ""
        where = f"{page}{of}第{place.row}行第{place.column}列"
    if place.start is None or place.end is None:
        return where
    last = f"至{place.end}" if place.end > place.start + 1 else ""
    return f"{where}第{place.start + 1}{last}个字符"


def _printed_place(tokens: list[Token]) -> str:
    line = tokens[0].line
    if line is None:
        return ""
    column = f"第{tokens[0].column}列" if tokens[0].column else ""
    return f"{line.words()}{column}"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
