"""What a docx holds beside its text (附带内容): pictures in both forms, hidden words, properties."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kaocheng.kernel.asides import Aside
from kaocheng.reading.archive import Archive, opened
from kaocheng.reading.asides.hidden import hidden
from kaocheng.reading.asides.office import picture, properties
from kaocheng.reading.markup import Element, attribute, local, parsed
from kaocheng.reading.parts import relations, target

_LINKS = frozenset({"blip", "svgBlip"})


def docx_asides(path: Path) -> tuple[Aside, ...]:
    """The pictures of a docx in the order of its text, what is hidden, its properties; raises `Unreadable`."""
    with opened(path, str(path)) as archive:
        main = target(archive, "", "officeDocument") or "word/document.xml"
        members = {key: name for key, (_, name) in relations(archive, main).items()}
        root = parsed(archive, main)
        found = [
            aside
            for number, drawing in enumerate(root.iter("{*}drawing"), 1)
            for aside in _drawing(archive, members, drawing, f"第{number}幅图")
        ]
        return (*found, *hidden(archive, main, root), *properties(archive))


def _drawing(
    archive: Archive, members: dict[str, str], drawing: Element, where: str
) -> Iterator[Aside]:
    for element in drawing.iter():
        if local(element) == "docPr":
            yield Aside("替代文字", where, element.get("descr") or "")
        elif local(element) in _LINKS:
            yield from picture(archive, members.get(attribute(element, "embed") or "", ""), where)
