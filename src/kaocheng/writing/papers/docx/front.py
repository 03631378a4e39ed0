"""The front pages (封面、目录): cover, and the contents as a field that is already filled."""

from __future__ import annotations

from collections.abc import Sequence

from kaocheng.kernel.papers import Paper
from kaocheng.writing.papers.docx.elements import entry_name, field, narrowed, paragraph, run
from kaocheng.writing.papers.planning import CONTENTS_DEPTH, Item, cover_lines, cover_margin, listed

_DOWN = 2900
_OFFICE = 6300
_BREAK = "<w:pageBreakBefore/>"
_TAB = "<w:r><w:tab/></w:r>"


def cover(paper: Paper) -> str:
    """The cover: the title high on the page, the office low."""
    lines = cover_lines(paper)
    first = f'<w:spacing w:before="{_DOWN}"/>'
    titles = [
        paragraph("Title", run(line), (first if index == 0 else "") + narrowed(cover_margin(line)))
        for index, line in enumerate(lines)
    ]
    below = _OFFICE - 1160 * len(lines)
    office = paragraph("CoverOffice", run(paper.office), f'<w:spacing w:before="{below}"/>')
    return "".join([*titles, office])


def head(paper: Paper) -> str:
    """The head of a letter: its title on the first page, its number below."""
    lines = [paragraph("LetterTitle", run(line)) for line in cover_lines(paper)]
    number = paragraph("LetterNumber", run(paper.number)) if paper.number else ""
    return "".join(lines) + number


def contents(entries: Sequence[Item], pages: Sequence[int]) -> str:
    """The table of contents with the pages it had when it was written."""
    if not entries:
        return ""
    lines = [_entry(item, page) for item, page in zip(entries, pages, strict=True)]
    opening, _, closing = field(f'TOC \\o "1-{CONTENTS_DEPTH}" \\h \\z \\u', "\0").partition("\0")
    first = paragraph(_style(entries[0]), opening + lines[0])
    rest = [paragraph(_style(item), line) for item, line in zip(entries, lines, strict=True)][1:]
    return (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        "<w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>"
        + paragraph("TOCHeading", run("目　录"), _BREAK)
        + first
        + "".join(rest)
        + f"<w:p>{closing}</w:p></w:sdtContent></w:sdt>"
    )


def _style(item: Item) -> str:
    return f"TOC{min(item.level, CONTENTS_DEPTH)}"


def _entry(item: Item, page: int) -> str:
    name, words = entry_name(item.entry), "\n".join(listed(item))
    number = field(f"PAGEREF {name} \\h", run(str(page)))
    return f'<w:hyperlink w:anchor="{name}" w:history="1">{run(words)}{_TAB}{number}</w:hyperlink>'
