"""Word documents (文字文档 .docx): body, notes, headers and footers from the parts themselves."""

from __future__ import annotations

from pathlib import Path

from kaocheng.kernel.documents import Document, Unreadable
from kaocheng.reading.archive import Archive, opened
from kaocheng.reading.docx.body import Body
from kaocheng.reading.docx.fields import settle
from kaocheng.reading.docx.numbering import Numbering
from kaocheng.reading.docx.styles import styles
from kaocheng.reading.gridding import Room
from kaocheng.reading.markup import attribute, child, local, optional, parsed
from kaocheng.reading.parts import relations, target

NOTES = ("footnotes", "endnotes")
SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")


def read_docx(path: Path, file: str | None = None) -> Document:
    """The document at `path`, called `file` in places and sentences; raises `Unreadable`."""
    name = file or str(path)
    with opened(path, name) as archive:
        main = target(archive, "", "officeDocument") or "word/document.xml"
        root = child(parsed(archive, main), "body")
        if root is None:
            raise Unreadable(f"{name}：文件中没有正文，不是有效的 Word 文档。")
        body = _body(archive, main)
        _add_margins(body, archive, main, "header")
        body.add(root)
        _add_notes(body, archive, main)
        _add_margins(body, archive, main, "footer")
    return Document(name, "docx", tuple(body.blocks), remarks=_remarks(archive))


def _body(archive: Archive, main: str) -> Body:
    return Body(
        archive.file,
        styles(optional(archive, target(archive, main, "styles"))),
        Numbering(optional(archive, target(archive, main, "numbering"))),
        Room(archive.file),
    )


def _add_margins(body: Body, archive: Archive, main: str, kind: str) -> None:
    """Add each header (页眉) or footer (页脚) once, though each section may have it in a part of its own."""
    known: set[str] = set()
    for one, member in relations(archive, main).values():
        root = optional(archive, member) if one == kind else None
        if root is None:
            continue
        settle(root)
        words = "".join("".join(element.text or "" for element in root.iter("{*}t")).split())
        if not words or words not in known:
            body.add(root, kind)
        known.add(words)


def _add_notes(body: Body, archive: Archive, main: str) -> None:
    """Add footnotes (脚注) and endnotes (尾注)."""
    for kind in NOTES:
        root = optional(archive, target(archive, main, kind))
        for note in [] if root is None else root:
            if local(note) and attribute(note, "type") not in SEPARATORS:
                body.add(note, "footnote")


def _remarks(archive: Archive) -> tuple[str, ...]:
    embedded = [name for name in archive.names if "/embeddings/" in name]
    if not embedded:
        return ()
    return (f"文档中嵌入了 {len(embedded)} 个其他文件（如嵌入的表格），其内容未读取。",)
