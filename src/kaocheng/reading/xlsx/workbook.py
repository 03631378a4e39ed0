"""The parts of a workbook (工作簿): its worksheets, shared texts and styles."""

from __future__ import annotations

from dataclasses import dataclass

from kaocheng.kernel.documents import Unreadable
from kaocheng.reading.archive import Archive
from kaocheng.reading.markup import Element, attribute, child, local, parsed, streamed
from kaocheng.reading.parts import relations, target
from kaocheng.reading.xlsx.styles import format_codes


@dataclass(frozen=True, slots=True)
class Part:
    """A worksheet (工作表): its name, the member holding it, and whether it is hidden."""

    name: str
    member: str
    hidden: bool


@dataclass(frozen=True, slots=True)
class Workbook:
    """What all worksheets have in common."""

    parts: tuple[Part, ...]
    texts: tuple[str, ...]
    codes: tuple[str, ...]
    since_1904: bool


def workbook(archive: Archive) -> Workbook:
    """The workbook in a container; raises `Unreadable`."""
    main = target(archive, "", "officeDocument") or "xl/workbook.xml"
    root = parsed(archive, main)
    members = relations(archive, main)
    properties = child(root, "workbookPr")
    date = None if properties is None else attribute(properties, "date1904")
    return Workbook(
        tuple(_parts(root, members, archive)),
        _texts(archive, target(archive, main, "sharedStrings")),
        format_codes(archive, target(archive, main, "styles")),
        date in ("1", "true"),
    )


def _parts(root: Element, members: dict[str, tuple[str, str]], archive: Archive) -> list[Part]:
    group = child(root, "sheets")
    if group is None:
        raise Unreadable(f"{archive.file}：工作簿中没有工作表。")
    parts = []
    for item in group:
        kind, member = members.get(attribute(item, "id") or "", ("", ""))
        if kind == "worksheet":
            hidden = item.get("state") in ("hidden", "veryHidden")
            parts.append(Part(item.get("name") or member, member, hidden))
    return parts


def _texts(archive: Archive, member: str | None) -> tuple[str, ...]:
    if member is None or member not in archive.names:
        return ()
    return tuple(joined(item) for item in streamed(archive, member, ("si",)))


def joined(item: Element) -> str:
    """The text of a rich string without its reading aids (拼音)."""
    return "".join(
        inner.text or "" for inner in item.iter("{*}t") if local(inner.getparent()) != "rPh"
    )
