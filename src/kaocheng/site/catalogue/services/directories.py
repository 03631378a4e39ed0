"""Lists that are kept and published (目录清单): orders taken in, versions published and compared."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from django.db import transaction

from kaocheng.catalogue.directories import (
    Entry,
    Fate,
    Order,
    applied,
    entries_of,
    fates,
    list_kinds,
)
from kaocheng.catalogue.encoding import canonical, decode
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.hands import Hand
from kaocheng.site.accounts.models import Account
from kaocheng.site.catalogue.models import StoredDirectory, StoredEdition, StoredOrder
from kaocheng.site.catalogue.services.recording import record


@transaction.atomic
def order_entries(
    *,
    county: str,
    kind: str,
    orders: Sequence[Order],
    by: Account | str,
    role: str,
    at: datetime,
    expected_serial: int | None = None,
) -> StoredDirectory:
    """Take orders into the version being prepared; all of them or, when one does not fit, none."""
    row = _locked(county, kind, expected_serial)
    held = dict(entries_of(orders_of(row)))
    hand = Hand(by, role, at)
    for order in orders:
        made = replace(order, version=row.published + 1)
        held = applied(held, made)
        row.serial += 1
        StoredOrder.objects.create(
            county=county, directory=row, serial=row.serial, version=made.version,
            content=canonical(made), made_by=hand.name, made_at=at,
        )  # fmt: skip
        facts = {"order": str(made.kind), "numbers": list(_touched(made)), "basis": made.basis}
        record(county, f"directory/{kind}", "order", facts, hand)
    row.save(update_fields=["serial"])
    return row


@transaction.atomic
def publish_directory(
    *,
    county: str,
    kind: str,
    on: date,
    basis: str,
    by: Account | str,
    role: str,
    at: datetime,
    expected_serial: int | None = None,
) -> StoredEdition:
    """Publish what was prepared as the next version; refuses when nothing was."""
    row = _locked(county, kind, expected_serial)
    if not row.orders.filter(version=row.published + 1).exists():
        raise Refusal("list.nothing", f"《{row.title}》没有要公布的调整。", "请先写调整。")
    if not basis.strip():
        raise Refusal("list.basis", "没有写明公布的依据。", "请写批准公布的文件。")
    row.published += 1
    row.serial += 1
    row.save(update_fields=["published", "serial"])
    held = entries_of(orders_of(row))
    hand = Hand(by, role, at)
    edition = StoredEdition(
        county=county, directory=row, version=row.published, on=on, basis=basis,
        entries=len(held), digest=digest_of(held), published_by=hand.name, published_at=at,
    )  # fmt: skip
    edition.full_clean()
    edition.save()
    facts = {"version": row.published, "on": on, "basis": basis, "entries": len(held)}
    record(county, f"directory/{kind}", "publish", {**facts, "digest": edition.digest}, hand)
    return edition


def orders_of(row: StoredDirectory, until: int | None = None) -> tuple[Order, ...]:
    """The orders of a list, up to a version; those being prepared too when none is named."""
    rows = row.orders.order_by("serial")
    if until is not None:
        rows = rows.filter(version__lte=until)
    return tuple(decode(Order, json.loads(text)) for text in rows.values_list("content", flat=True))


def entries_at(row: StoredDirectory, version: int) -> Mapping[str, Entry]:
    """The entries of a published version."""
    return entries_of(orders_of(row, version))


def fates_between(row: StoredDirectory, after: int, until: int) -> tuple[Fate, ...]:
    """What became of entries from one version to another."""
    return fates(orders_of(row, until), after, until)


def digest_of(held: Mapping[str, Entry]) -> str:
    """SHA-256 over the canonical text of all entries."""
    return hashlib.sha256("\n".join(map(canonical, held.values())).encode()).hexdigest()


def _locked(county: str, kind: str, expected_serial: int | None) -> StoredDirectory:
    if kind not in list_kinds():
        raise Refusal("list.kind", "没有这种清单。", "请从清单列表进入。")
    defaults = {"title": list_kinds()[kind].title}
    rows = StoredDirectory.objects.select_for_update()
    row, _ = rows.get_or_create(county=county, kind=kind, defaults=defaults)
    if expected_serial is not None and row.serial != expected_serial:
        raise Refusal("list.race", f"《{row.title}》刚由别人调整过。", "请刷新页面后再办。")
    return row


def _touched(order: Order) -> tuple[str, ...]:
    entry = (order.entry.number,) if order.entry else ()
    return tuple(dict.fromkeys((*order.numbers, *entry)))
