"""Blank forms, filled-in samples and samples of results (空白表格、样例): kept with an item, open once published."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kaocheng.catalogue.records import ItemVersion
from kaocheng.catalogue.states import Standing
from kaocheng.site.base.files import Purpose, address_of
from kaocheng.site.base.models import StoredFile
from kaocheng.site.catalogue.models import StoredContent, StoredItem

PURPOSE = "catalogue-sample"


@dataclass(frozen=True, slots=True)
class Attached:
    """A file a citizen can open (附件)."""

    name: str
    address: str


def may_open(file: StoredFile, account: Any) -> bool:
    """Anybody once a published version names it; before that, who manages the item."""
    said = StoredContent.objects.filter(county=file.county, version__number=file.subject)
    published = said.filter(version__standing=Standing.PUBLISHED, text__contains=file.number)
    if published.exists():
        return True
    if not account.is_authenticated:
        return False
    return StoredItem.objects.visible_to(account).filter(number=file.subject).exists()


def attached(county: str, version: ItemVersion) -> Mapping[str, Attached]:
    """The files a version names, by number."""
    wanted = set(_named(version)) - {""}
    if not wanted:
        return {}
    rows = StoredFile.objects.filter(county=county, purpose=PURPOSE, number__in=wanted)
    return {row.number: Attached(row.name, address_of(row)) for row in rows}


def _named(version: ItemVersion) -> Iterable[str]:
    for material in version.materials:
        yield from (material.blank, material.sample)
    for result in version.results:
        yield result.sample


def refers(county: str, files: Sequence[StoredFile]) -> set[str]:
    """Those any version of their item names, a draft or an old one as well."""
    items = {file.subject for file in files}
    said = StoredContent.objects.filter(county=county, version__number__in=items)
    texts = list(said.values_list("version__number", "text"))
    return {
        file.number
        for file in files
        for item, text in texts
        if item == file.subject and file.number in text
    }


SAMPLE = Purpose(PURPOSE, "事项附件", may_open=may_open, refers=refers)
