"""The table at the end of a run (汇总表), and what became of the findings not shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from unicodedata import east_asian_width

from kaocheng.cli.slips import Slip

_HEADS = ("文件", "文种/版式", "错误", "提示", "核对项", "覆盖率")
_NUMBERS = {2, 3, 4, 5}
_WIDEST = 48


class Summary:
    """Collects one line a file; holds nothing that grows with the size of the documents."""

    def __init__(self) -> None:
        self._rows: list[tuple[str, ...]] = []
        self._refusals: list[str] = []
        self._suppressed: Counter[str] = Counter()
        self._known = self.errors = self.notes = self.unreadable = 0

    def add(self, slip: Slip) -> None:
        """Take note of one file."""
        if slip.unreadable:
            self.unreadable += 1
            self._rows.append((slip.file, "无法读取", "", "", "", ""))
            self._refusals.append(f"无法读取 {slip.file}：{slip.unreadable}")
            return
        numbers = (str(n) for n in (slip.errors, slip.notes, slip.decided))
        self._rows.append((slip.file, slip.kind, *numbers, slip.coverage))
        self.errors += slip.errors
        self.notes += slip.notes
        self._known += slip.known
        self._suppressed.update(slip.suppressed)

    @property
    def exit_code(self) -> int:
        """2 when something could not be read, else 1 when there are errors, else 0."""
        return 2 if self.unreadable else 1 if self.errors else 0

    def lines(self) -> Iterator[str]:
        """The table and the sentences below it."""
        yield from _table([_HEADS, *self._rows])
        yield ""
        yield from self._refusals
        yield (
            f"共 {len(self._rows)} 份文件：错误 {self.errors} 条，提示 {self.notes} 条"
            + (f"，无法读取 {self.unreadable} 份" if self.unreadable else "")
            + "。"
        )
        for reason, count in sorted(self._suppressed.items()):
            yield f"按抑制清单不报 {count} 条，理由：{reason}"
        if self._known:
            yield f"基线中已有、不再报 {self._known} 条。"


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    shown = [[_short(cell) for cell in row] for row in rows]
    widths = [max(map(_width, column)) for column in zip(*shown, strict=True)]
    for number, row in enumerate(shown):
        yield "  ".join(_padded(row, widths)).rstrip()
        if number == 0:
            yield "  ".join("─" * width for width in widths)


def _padded(row: Iterable[str], widths: Sequence[int]) -> Iterator[str]:
    for index, (cell, width) in enumerate(zip(row, widths, strict=True)):
        gap = " " * (width - _width(cell))
        yield gap + cell if index in _NUMBERS else cell + gap


def _width(text: str) -> int:
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def _short(text: str) -> str:
    """The end of a long path tells more than its beginning."""
    if _width(text) <= _WIDEST:
        return text
    while _width(text) > _WIDEST - 1:
        text = text[1:]
    return f"…{text}"
