"""A version as a row (版本入库): its content, and beside it what lists filter and sort by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from kaocheng.catalogue.encoding import canonical, digest
from kaocheng.catalogue.records import ItemVersion
from kaocheng.site.catalogue.models import StoredCode, StoredContent, StoredItem, StoredVersion

ONLINE = frozenset({"2", "3"})
"""Codes of 办理形式 that need no visit to begin (电脑端、移动端)."""


def columns_of(version: ItemVersion) -> Mapping[str, Any]:
    """The columns of a version's row, except what only the store knows."""
    return {
        "number": version.item,
        "version": version.version,
        "name": version.name,
        "kind": version.kind,
        "level": version.level,
        "body": version.body,
        "handling_body": version.handling_body,
        "immediate": version.immediate,
        "online": not ONLINE.isdisjoint(version.channels),
        "max_visits": version.max_visits,
        "promised": str(version.limits.promised),
        "applicants": joined(version.applicants),
        "themes": joined(version.themes),
        "search": searched_text(version),
        "digest": digest(version),
    }


def code_rows(item: StoredItem, version: ItemVersion) -> Iterable[StoredCode]:
    """The codes a version names for its item."""
    for system, code in dict.fromkeys(version.codes):
        yield StoredCode(county=item.county, item=item, system=system, code=code)


def joined(parts: Iterable[str]) -> str:
    """Several choices in one column, each between bars so that one of them can be asked for."""
    kept = list(parts)
    return f"|{'|'.join(kept)}|" if kept else ""


def searched_text(version: ItemVersion) -> str:
    """What a search looks through: name, keywords, themes, results, codes."""
    results = (result.name for result in version.results)
    codes = (code for _, code in version.codes)
    found = (version.name, version.item, *version.keywords, *version.themes, *results, *codes)
    return "\n".join(dict.fromkeys(text for text in found if text)).lower()


def version_row(item: StoredItem, version: ItemVersion, **more: Any) -> StoredVersion:
    """The row of a version of this item, not yet stored."""
    return StoredVersion(county=item.county, item=item, **{**columns_of(version), **more})


def content_row(row: StoredVersion, version: ItemVersion) -> StoredContent:
    """The row of what a stored version says, not yet stored."""
    return StoredContent(version=row, county=row.county, text=canonical(version))


def store(row: StoredVersion, version: ItemVersion) -> None:
    """Store a row with what it says, new or changed, inside the caller's transaction."""
    for name, value in columns_of(version).items():
        setattr(row, name, value)
    row.full_clean()
    row.save()
    content_row(row, version).save()
