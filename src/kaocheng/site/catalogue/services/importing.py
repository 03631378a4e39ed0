"""Taking items in from worksheets (导入): as directory, drafts or published versions, all or nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from django.db import transaction
from django.db.models import Max

from kaocheng.catalogue.records import ItemVersion
from kaocheng.catalogue.states import Standing, State
from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.hands import Hand
from kaocheng.site.accounts.models import Account
from kaocheng.site.catalogue.models import StoredCode, StoredContent, StoredItem, StoredVersion
from kaocheng.site.catalogue.services.effects import checked
from kaocheng.site.catalogue.services.recording import record
from kaocheng.site.catalogue.services.rows import code_rows, content_row, joined, version_row
from kaocheng.site.catalogue.services.validity import make_room

_AT_ONCE = 200
"""Rows in one statement."""


class Taking(StrEnum):
    """What the items become (导入方式)."""

    DIRECTORY = "目录"
    DRAFTS = "草稿"
    PUBLISHED = "已发布"


@transaction.atomic
def import_items(
    *,
    county: str,
    versions: Sequence[ItemVersion],
    taking: Taking,
    by: Account | str,
    role: str,
    at: datetime,
    source: str = "",
) -> int:
    """Store these items and give back how many; refuses at the first that cannot be, storing none."""
    hand = Hand(by, role, at)
    rows = _locked(county, versions)
    for version in versions:
        _allowed(version, taking, hand)
        _fitting(rows.get(version.item), version, taking)
    new = [_item(county, v, taking, hand, source) for v in versions if v.item not in rows]
    StoredItem.objects.bulk_create(new, batch_size=_AT_ONCE)
    fresh = {row.number for row in new}
    rows |= {row.number: row for row in new}
    _codes(rows, [v for v in versions if v.item in fresh or taking is Taking.PUBLISHED], fresh)
    if taking is not Taking.DIRECTORY:
        _versions(rows, versions, taking, hand, fresh)
    for version in versions:
        kept = {"name": version.name, "taking": str(taking), "source": source}
        record(county, f"item/{version.item}", "import", kept, hand)
    return len(versions)


def _locked(county: str, versions: Sequence[ItemVersion]) -> dict[str, StoredItem]:
    """The items that are there already, locked."""
    wanted = [version.item for version in versions]
    found: dict[str, StoredItem] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        rows = StoredItem.objects.select_for_update().filter(county=county, number__in=some)
        found |= {row.number: row for row in rows}
    return found


def _allowed(version: ItemVersion, taking: Taking, hand: Hand) -> None:
    """A department takes in drafts of its own items, and nothing else."""
    own = taking is Taking.DRAFTS and version.body == hand.unit
    if hand.role == Role.DEPARTMENT_MANAGER and not own:
        told = "部门管理员只能导入本部门事项的草稿。"
        raise Refusal("item.unit", told, f"请从文件里删去 {version.item}，或请目录管理员导入。")


def _fitting(row: StoredItem | None, version: ItemVersion, taking: Taking) -> None:
    """Refuse an item that cannot be taken in this way."""
    if taking is Taking.PUBLISHED:
        checked(version)
    if row is None:
        return
    if taking is Taking.DIRECTORY:
        told = f"事项编号 {row.number} 已在目录里。"
        raise Refusal("item.taken", told, "请从文件里删去，或改用“草稿”方式。")
    if row.state not in _OPEN[taking]:
        told = f"事项 {row.number} 现在是“{row.state}”，不能导入{taking}。"
        raise Refusal("item.state", told, "请先办完它的当前流程，或从文件里删去。")
    if taking is Taking.DRAFTS and row.unit and row.unit != version.body:
        told = f"事项 {row.number} 由部门 {row.unit} 认领，文件里写的是 {version.body}。"
        raise Refusal("item.unit", told, "请核对实施主体。")


_OPEN: Mapping[Taking, frozenset[State]] = {
    Taking.DRAFTS: frozenset({State.UNASSIGNED, State.CLAIMED, State.FILLING}),
    Taking.PUBLISHED: frozenset(
        {State.UNASSIGNED, State.CLAIMED, State.PUBLISHED, State.WITHDRAWN}
    ),
}
_BECOMES = {
    Taking.DIRECTORY: State.UNASSIGNED,
    Taking.DRAFTS: State.FILLING,
    Taking.PUBLISHED: State.PUBLISHED,
}


def _item(county: str, version: ItemVersion, taking: Taking, hand: Hand, source: str) -> StoredItem:
    """A new item; as directory alone it belongs to nobody yet."""
    row = StoredItem(county=county, number=version.item, source=source, state=_BECOMES[taking])
    _told(row, version, taking, hand)
    return row


def _told(row: StoredItem, version: ItemVersion, taking: Taking, hand: Hand) -> None:
    row.name, row.kind, row.level = version.name, version.kind, version.level
    row.state, row.changed_at = _BECOMES[taking], hand.at
    if taking is not Taking.DIRECTORY:
        row.unit = row.unit or version.body
    if taking is Taking.DRAFTS:
        row.filler = hand.name


def _codes(
    rows: Mapping[str, StoredItem], versions: Sequence[ItemVersion], fresh: set[str]
) -> None:
    """Codes of new items, and of those whose published words they now are."""
    old = [rows[version.item] for version in versions if version.item not in fresh]
    for start in range(0, len(old), _AT_ONCE):
        StoredCode.objects.filter(item__in=old[start : start + _AT_ONCE]).delete()
    made = [code for version in versions for code in code_rows(rows[version.item], version)]
    StoredCode.objects.bulk_create(made, batch_size=_AT_ONCE)


def _versions(
    rows: Mapping[str, StoredItem],
    versions: Sequence[ItemVersion],
    taking: Taking,
    hand: Hand,
    fresh: set[str],
) -> None:
    """A version for each item: the draft replaced, or the published one ended and followed."""
    make: Callable[[StoredItem, ItemVersion, Hand], StoredVersion]
    make = _draft if taking is Taking.DRAFTS else _published
    made = []
    for version in versions:
        row = rows[version.item]
        if row.number in fresh:
            made.append((make(row, version, hand), version))
            continue
        row.versions.filter(standing=Standing.DRAFT).update(standing=Standing.DISCARDED)
        number = (row.versions.aggregate(last=Max("version"))["last"] or 0) + 1
        if taking is Taking.PUBLISHED:
            make_room(row, version.valid_from, version.valid_to)
        numbered = replace(version, version=number)
        made.append((make(row, numbered, hand), numbered))
        _told(row, version, taking, hand)
        row.serial += 1
        row.save()
    StoredVersion.objects.bulk_create([row for row, _ in made], batch_size=_AT_ONCE)
    contents = [content_row(row, version) for row, version in made]
    StoredContent.objects.bulk_create(contents, batch_size=_AT_ONCE)


def _draft(row: StoredItem, version: ItemVersion, hand: Hand) -> StoredVersion:
    return version_row(row, version, standing=Standing.DRAFT, filled_by=joined([hand.name]))


def _published(row: StoredItem, version: ItemVersion, hand: Hand) -> StoredVersion:
    return version_row(
        row, version, standing=Standing.PUBLISHED, valid_from=version.valid_from,
        valid_to=version.valid_to, published_by=hand.name, published_at=hand.at,
    )  # fmt: skip
