"""Items on their way (事项流转): every move of the table, stored with its event in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db import transaction

from kaocheng.catalogue.moving import Mover, make_move, moves
from kaocheng.catalogue.states import State
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.hands import Hand
from kaocheng.site.accounts.models import Account
from kaocheng.site.catalogue.models import StoredCode, StoredItem
from kaocheng.site.catalogue.services.effects import effect_of
from kaocheng.site.catalogue.services.recording import record
from kaocheng.site.catalogue.services.standing import item_of, locked_item


@transaction.atomic
def register_item(
    *,
    county: str,
    number: str,
    name: str,
    kind: str,
    level: str,
    by: Account,
    role: str,
    at: datetime,
    source: str = "",
    codes: Iterable[tuple[str, str]] = (),
) -> StoredItem:
    """Put an item into the directory; it waits for its department."""
    if StoredItem.objects.filter(county=county, number=number).exists():
        raise Refusal("item.taken", f"事项编号 {number} 已有。", "请换一个编号，或到原事项里修订。")
    item = StoredItem(
        county=county, number=number, name=name, kind=kind, level=level, source=source,
        state=State.UNASSIGNED, changed_at=at,
    )  # fmt: skip
    item.full_clean()
    item.save()
    StoredCode.objects.bulk_create(
        StoredCode(county=county, item=item, system=system, code=code) for system, code in codes
    )
    facts = {"name": name, "kind": kind, "level": level, "source": source}
    record(county, f"item/{number}", "register", facts, Hand(by, role, at))
    return item


@transaction.atomic
def move_item(
    *,
    county: str,
    number: str,
    move: str,
    given: Mapping[str, str],
    by: Account,
    role: str,
    at: datetime,
    expected_serial: int | None = None,
) -> StoredItem:
    """Make one move of the table; refuses when somebody else was quicker or it may not be made."""
    row = locked_item(county, number)
    if expected_serial is not None and row.serial != expected_serial:
        told = f"事项 {number} 刚由别人办理过，现在是“{row.state}”。"
        raise Refusal("item.race", told, "请刷新页面，看过最新情况后再办。")
    hand = Hand(by, role, at)
    mover = Mover(hand.name, role, by.unit)
    after = make_move(item_of(row, hand.today), move, mover, given)
    facts = effect_of(move)(row, given, hand)
    row.state, row.unit, row.filler = after.state, after.unit, after.filler
    row.serial, row.note, row.changed_at = after.serial, given.get("note", "").strip(), at
    row.full_clean()
    row.save()
    told_too = {name: text for name, text in given.items() if name in moves()[move].gives}
    kept = {"state": str(row.state), "unit": row.unit, **told_too, **facts}
    record(county, f"item/{number}", move, kept, hand)
    return row
