"""Filling in a draft (填报): elements and parts saved one form at a time, none over another's work."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from kaocheng.catalogue.comparing import compare
from kaocheng.catalogue.drafting import with_elements, with_part
from kaocheng.catalogue.records import ItemVersion
from kaocheng.catalogue.states import State
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.hands import Hand
from kaocheng.site.accounts.models import Account
from kaocheng.site.catalogue.models import StoredItem, StoredVersion
from kaocheng.site.catalogue.services.recording import record
from kaocheng.site.catalogue.services.rows import joined, store
from kaocheng.site.catalogue.services.standing import draft_of, locked_item
from kaocheng.site.catalogue.services.versions import version_of


@transaction.atomic
def save_elements(
    *,
    county: str,
    number: str,
    values: Mapping[str, Any],
    by: Account,
    role: str,
    at: datetime,
    expected_digest: str = "",
) -> StoredVersion:
    """Store elements of the draft by key; None leaves one blank."""
    row, draft = _held(county, number, by, expected_digest)
    return _save(row, draft, with_elements(version_of(draft), values), Hand(by, role, at))


@transaction.atomic
def save_part(
    *,
    county: str,
    number: str,
    part: str,
    rows: Sequence[Mapping[str, Any]],
    by: Account,
    role: str,
    at: datetime,
    expected_digest: str = "",
) -> StoredVersion:
    """Replace the rows of one part of the draft."""
    row, draft = _held(county, number, by, expected_digest)
    return _save(row, draft, with_part(version_of(draft), part, rows), Hand(by, role, at))


def _held(
    county: str, number: str, by: Account, expected_digest: str
) -> tuple[StoredItem, StoredVersion]:
    """The item and its draft, when this account may fill it and has seen how it stands."""
    row = locked_item(county, number)
    if row.state != State.FILLING:
        raise Refusal(
            "item.state", f"事项 {number} 现在是“{row.state}”，不能改草稿。", "请刷新页面。"
        )
    if not by.unit or row.unit != by.unit:
        raise Refusal("item.unit", f"事项 {number} 不是本部门认领的。", "请由认领部门填报。")
    draft = draft_of(row)
    if expected_digest and draft.digest != expected_digest:
        told = "这份草稿刚由别人改过，您的修改没有保存。"
        raise Refusal("item.race", told, "请刷新页面，在最新的草稿上再改。")
    return row, draft


def _save(row: StoredItem, draft: StoredVersion, version: ItemVersion, hand: Hand) -> StoredVersion:
    before = version_of(draft)
    if version == before:
        return draft
    draft.filled_by = joined(dict.fromkeys([*draft.filled_by.strip("|").split("|"), hand.name]))
    store(draft, version)
    row.filler = hand.name
    row.save(update_fields=["filler"])
    told = [change.place for change in compare(before, version)]
    facts = {"version": draft.version, "digest": draft.digest, "changed": told}
    record(row.county, f"item/{row.number}", "save", facts, hand)
    return draft
