"""Lines of a text file (文本行) and what each of them looks like."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BREAK = re.compile(r"\r\n|\n|\r")
_MARGIN = " \t\u3000\xa0\f\v\ufeff\x1a"
_RULER = re.compile(r"[-=+|:\s]*(?:--|==|—{3})[-=+|:\s—]*\Z")
_PICTURE = re.compile(r"\[(?:image|图片)[:：]\s*([^\[\]]*)\]\Z")
_MARK = re.compile(
    r"[-—–－]+\s*\d{1,4}\s*[-—–－]+|第\s*\d{1,4}\s*页(?:[，,、\s/]*共\s*\d{1,4}\s*页)?"
)
_PAGE = re.compile(r"\f\s*\d{1,4}\s*\Z")
_CHAPTER = re.compile(r"[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十\d]+[部章]|附[件表录]")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its 1-based `number` and its text without the line break."""

    number: int
    text: str

    @property
    def bare(self) -> str:
        """The text without blanks at either end."""
        return self.text.strip(_MARGIN)

    @property
    def blank(self) -> bool:
        """Whether nothing is on the line, not even a tab (a tab alone is an empty cell)."""
        return not self.bare and "\t" not in self.text

    @property
    def is_cell(self) -> bool:
        """Whether it begins with a tab: a cell begins, or a row whose first cell is empty."""
        return self.text.lstrip(" \u3000\xa0").startswith("\t")

    @property
    def is_row(self) -> bool:
        """Whether a tab stands inside it, so that it holds several cells."""
        body = self.text.lstrip(" \u3000\xa0")
        return "\t" in body[1:]

    @property
    def is_ruler(self) -> bool:
        """Whether it only draws a line between rows (--- | ---)."""
        return bool(_RULER.match(self.text))

    @property
    def is_chapter(self) -> bool:
        """Whether it opens a chapter of the text, so that no cell goes on there."""
        return bool(_CHAPTER.match(self.bare)) and not self.is_cell

    @property
    def is_mark(self) -> bool:
        """Whether it is a page number (页码): - 3 -, 第3页 共20页, or a number behind a form feed."""
        return bool(_MARK.fullmatch(self.bare) or _PAGE.match(self.text))

    @property
    def picture(self) -> str | None:
        """The description of the picture that the line stands for, else None."""
        match = _PICTURE.match(self.bare)
        return match[1].strip() if match else None


def lines(text: str) -> list[Line]:
    """The lines of a text, numbered from 1; CR, LF and CRLF each end a line."""
    return [Line(number, part) for number, part in enumerate(_BREAK.split(text), 1)]
