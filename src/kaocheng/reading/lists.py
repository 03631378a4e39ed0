"""Lists of entries (登记清单): worksheets with their numbers as stored, and csv files row by row."""

from __future__ import annotations

import codecs
import csv
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from kaocheng.kernel.documents import Unreadable
from kaocheng.kernel.registers import Listing, listing_of
from kaocheng.reading.archive import opened
from kaocheng.reading.opening import guarded, read
from kaocheng.reading.sniffing import sniffed
from kaocheng.reading.xlsx.sheet import Sheet, sheet
from kaocheng.reading.xlsx.workbook import workbook

LARGEST = 2 << 30
MOST_CELLS = 3_000_000
"""Of a workbook: some two hundred thousand payments; more of them come as csv."""
_CHUNK = 1 << 20
_SEPARATED = frozenset({".csv", ".tsv"})
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
Row = tuple[int, Sequence[str]]


def lists(path: Path) -> tuple[Listing, ...]:
    """The lists in a file: one of a csv file, one of each worksheet that holds anything.

    Raises `Unreadable`; so may going through the rows of a csv file whose quotes do not match.
    """
    return guarded(path, _lists, LARGEST)


def _lists(path: Path) -> tuple[Listing, ...]:
    if path.suffix.lower() in _SEPARATED:
        return (Listing(path.name, "", _Rows(path, _encoding(path))),)
    kind = sniffed(path)
    if kind == "xlsx":
        return tuple(_sheets(path))
    if kind == "xls":
        return tuple(listing_of(grid, path.name) for grid in read(path, trust_content=True).grids())
    raise Unreadable(f"{path.name}：不是表格文件，请另存为 .xlsx 或 .csv。")


class _Rows:
    """The rows of a csv file, read while they are gone through, as often as wanted."""

    def __init__(self, path: Path, encoding: str) -> None:
        self._path, self._encoding = path, encoding

    def __iter__(self) -> Iterator[Row]:
        with self._path.open(encoding=self._encoding, newline="") as file:
            separator = "\t" if "\t" in file.readline() else ","
            file.seek(0)
            reader = csv.reader(file, delimiter=separator, strict=True)
            try:
                yield from enumerate(reader, 1)
            except csv.Error as fault:
                raise Unreadable(f"第 {reader.line_num} 行附近引号不成对，后面的没有读") from fault


def _encoding(path: Path) -> str:
    """The encoding of the whole file, tried before anything is taken from it."""
    with path.open("rb") as file:
        head = file.read(4)
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding
    for encoding in ("utf-8", "gb18030"):
        if _decodes(path, encoding):
            return encoding
    raise Unreadable(f"{path.name}：文字编码认不出，请用 UTF-8 编码另存。")


def _decodes(path: Path, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                if b"\0" in chunk:
                    return False
                decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _sheets(path: Path) -> Iterator[Listing]:
    room = MOST_CELLS
    with opened(path, path.name) as archive:
        book = workbook(archive)
        for part in book.parts:
            if part.member not in archive.names:
                continue
            found = sheet(archive, book, part, room, stored=True, most=MOST_CELLS)
            room = found.room
            if found.texts:
                yield Listing(
                    path.name, found.name, _rows(found), tuple(_merged(found)), _remarks(found)
                )


def _rows(found: Sheet) -> list[Row]:
    rows: defaultdict[int, dict[int, str]] = defaultdict(dict)
    for (row, column), text in found.texts.items():
        rows[row][column] = text
    return [
        (row + 1, [cells.get(column, "") for column in range(max(cells) + 1)])
        for row, cells in sorted(rows.items())
    ]


def _merged(found: Sheet) -> Iterator[tuple[int, int, int, int]]:
    for top, left, bottom, right in found.merged:
        yield top + 1, left + 1, bottom + 1, right + 1


def _remarks(found: Sheet) -> tuple[str, ...]:
    if not found.uncounted:
        return ()
    first, count = found.uncounted[0], len(found.uncounted)
    said = f"有 {count} 个公式没有保存计算结果（如 {first}），按空白读取；"
    return (said + "请用 Excel 或 WPS 打开、保存后再读",)
