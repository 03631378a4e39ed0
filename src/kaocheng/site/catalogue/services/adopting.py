"""Taking over what is published elsewhere (收录): an item with a version that already applies."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from kaocheng.catalogue.records import ItemVersion
from kaocheng.catalogue.states import Standing, State
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.hands import Hand
from kaocheng.site.accounts.models import Account
from kaocheng.site.audit.services.appending import SYSTEM
from kaocheng.site.catalogue.models import StoredCode, StoredItem, StoredVersion
from kaocheng.site.catalogue.services.recording import record
from kaocheng.site.catalogue.services.rows import code_rows, store, version_row
from kaocheng.site.catalogue.services.validity import make_room


@transaction.atomic
def adopt_version(
    *,
    county: str,
    version: ItemVersion,
    at: datetime,
    by: Account | str = SYSTEM,
    role: str = SYSTEM,
    source: str = "",
) -> StoredVersion:
    """Store an item together with its published version, as taken from a directory.

    The open version before it ends the day before. Refuses a number or days that are taken.
    """
    item = _item(county, version, at, source)
    if item.versions.filter(version=version.version).exists():
        raise Refusal(
            "item.version_taken",
            f"事项 {version.item} 已有第 {version.version} 版。",
            "要改动请在目录管理里修订，形成新的版本。",
        )
    make_room(item, version.valid_from, version.valid_to)
    hand = Hand(by, role, at)
    row = version_row(
        item, version, standing=Standing.PUBLISHED, valid_from=version.valid_from,
        valid_to=version.valid_to, published_by=hand.name, published_at=at,
    )  # fmt: skip
    store(row, version)
    StoredCode.objects.bulk_create(code_rows(item, version), ignore_conflicts=True)
    facts = {"version": version.version, "digest": row.digest, "valid_from": version.valid_from}
    record(county, f"item/{version.item}", "adopt", facts, hand)
    return row


def _item(county: str, version: ItemVersion, at: datetime, source: str) -> StoredItem:
    """The item of that number, locked; made when there is none yet."""
    item, _ = StoredItem.objects.select_for_update().get_or_create(
        county=county,
        number=version.item,
        defaults={
            "name": version.name,
            "kind": version.kind,
            "level": version.level,
            "source": source,
            "unit": version.body,
            "state": State.PUBLISHED,
            "changed_at": at,
        },
    )
    return item
