"""The dates of an item's versions (版本有效期): one follows the other, and no day has two."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import Q

from kaocheng.kernel.refusing import Refusal
from kaocheng.site.catalogue.models import StoredItem, StoredVersion


def make_room(item: StoredItem, valid_from: date, valid_to: date | None) -> StoredVersion | None:
    """End the open version before these days and give it back; refuse days that another version has.

    Inside the caller's transaction, which has locked the item.
    """
    if valid_to is not None and valid_to < valid_from:
        raise Refusal("item.validity", "失效日期早于生效日期。", "请核对两个日期。")
    open_or_later = Q(valid_to__isnull=True) | Q(valid_to__gte=valid_from)
    taken = item.versions.published().filter(open_or_later).order_by("-valid_from")
    if valid_to is not None:
        taken = taken.filter(valid_from__lte=valid_to)
    before = None
    for row in taken:
        if row.valid_to is not None or row.valid_from is None or row.valid_from >= valid_from:
            raise _overlap(item, row, valid_from)
        before = row
    if before is not None:
        before.valid_to = valid_from - timedelta(days=1)
        before.save(update_fields=["valid_to"])
    return before


def _overlap(item: StoredItem, row: StoredVersion, valid_from: date) -> Refusal:
    until = f"至 {row.valid_to}" if row.valid_to else "起长期"
    return Refusal(
        "item.overlap",
        f"事项 {item.number} 第 {row.version} 版自 {row.valid_from} {until}有效，与 {valid_from} 起生效的新版本重叠。",
        "请把生效日期改到它失效之后，或先改它的有效期。",
    )
