"""How the parts of an office container point to each other (关系部件), ECMA-376 part 2."""

from __future__ import annotations

import posixpath

from kaocheng.reading.archive import Archive
from kaocheng.reading.markup import local, optional


def relations(archive: Archive, member: str) -> dict[str, tuple[str, str]]:
    """The parts that `member` points to: identifier to (kind, member), outside links left out."""
    folder, name = posixpath.split(member)
    root = optional(archive, posixpath.join(folder, "_rels", f"{name}.rels"))
    if root is None:
        return {}
    return {
        item.get("Id", ""): (
            item.get("Type", "").rpartition("/")[2],
            posixpath.normpath(posixpath.join("/", folder, item.get("Target", ""))).lstrip("/"),
        )
        for item in root
        if local(item) == "Relationship" and item.get("TargetMode") != "External"
    }


def target(archive: Archive, member: str, kind: str) -> str | None:
    """The first part of that kind which `member` points to."""
    pairs = relations(archive, member).values()
    return next((found for one, found in pairs if one == kind), None)
