"""The elements of a Word document (标记) as strings: paragraphs, runs, bookmarks."""

from __future__ import annotations

from kaocheng.kernel.papers import anchor
from kaocheng.writing.papers.marks import text

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SPACES = (
    f"{W} "
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main"'
)
_TINY = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
SMALL = f"<w:p><w:pPr>{_TINY}</w:pPr></w:p>"
"""A paragraph that takes next to no room, where one must stand after a table."""
_ENTRIES = 1_000_000
"""Bookmarks of contents entries are numbered from here on, those of figures from 1."""


def paragraph(style: str, content: str, more: str = "") -> str:
    """A paragraph of that style; `more` are further properties in the order of the standard."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{content}</w:p>'


def narrowed(margin: float) -> str:
    """The property that leaves blank on each side of a centred title, given in points."""
    blank = twips(margin)
    return f'<w:ind w:left="{blank}" w:right="{blank}" w:firstLine="0"/>' if blank else ""


def section_end(shape: str) -> str:
    """The end of a section, in a paragraph that takes next to no room."""
    return f"<w:p><w:pPr>{_TINY}{shape}</w:pPr></w:p>"


def run(said: str, properties: str = "") -> str:
    """A run of words; a line feed becomes a line break."""
    looks = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    pieces = (f'<w:t xml:space="preserve">{text(line)}</w:t>' for line in said.split("\n"))
    return f"<w:r>{looks}{'<w:br/>'.join(pieces)}</w:r>" if said else ""


def figure_run(said: str, number: int, properties: str = "") -> str:
    """A run that prints a figure, between the ends of its hidden bookmark."""
    return bookmarked(f"_{anchor(number)}", number, run(said, properties))


def entry_run(content: str, entry: int) -> str:
    """What the contents point at, between the ends of its bookmark."""
    return bookmarked(entry_name(entry), _ENTRIES + entry, content)


def entry_name(entry: int) -> str:
    """The bookmark of an entry of the contents."""
    return f"_Toc{entry:06d}"


def bookmarked(name: str, number: int, content: str) -> str:
    """Content between the ends of a bookmark."""
    return (
        f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}'
        f'<w:bookmarkEnd w:id="{number}"/>'
    )


def field(instruction: str, shown: str) -> str:
    """A field with the result it shows until it is updated."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def twips(points: float) -> int:
    """Points in twentieths."""
    return round(points * 20)
