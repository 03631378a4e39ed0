"""How an item stands (事项现状): locked for a change, its draft, and what one may do with it."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from kaocheng.catalogue.moving import Item, Move, Mover, moves, open_moves
from kaocheng.catalogue.states import Standing, State
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.models import Account
from kaocheng.site.catalogue.models import StoredItem, StoredVersion


def locked_item(county: str, number: str) -> StoredItem:
    """The row of an item, locked until the transaction ends."""
    row = StoredItem.objects.select_for_update().filter(county=county, number=number).first()
    if row is None:
        raise Refusal("item.unknown", f"没有事项 {number}。", "请核对编号。")
    return row


def draft_of(row: StoredItem) -> StoredVersion:
    """The draft of an item; refuses when there is none."""
    draft = row.versions.filter(standing=Standing.DRAFT).first()
    if draft is None:
        raise Refusal("item.no_draft", f"事项 {row.number} 没有正在填报的草稿。", "请先开始填报。")
    return draft


def item_of(row: StoredItem, on: date) -> Item:
    """The item as its way sees it; published when a version applies on that day or later."""
    coming = Q(valid_to__isnull=True) | Q(valid_to__gte=on)
    published = row.versions.published().filter(coming).exists()
    return Item(row.number, State(row.state), row.unit, row.filler, published, row.serial)


def movers_of(account: Account) -> tuple[Mover, ...]:
    """The account in each of its roles."""
    name = account.get_username()
    return tuple(Mover(name, role.value, account.unit) for role in sorted(account.roles))


def moves_open_to(row: StoredItem, account: Account, on: date) -> tuple[tuple[Move, str], ...]:
    """What the account may do with the item now, and in which role, in the order of the table."""
    item = item_of(row, on)
    found = {
        move.key: mover.role for mover in movers_of(account) for move in open_moves(item, mover)
    }
    return tuple((move, found[key]) for key, move in moves().items() if key in found)
