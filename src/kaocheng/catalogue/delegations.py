"""Items handed down to towns (下沉): who may take them in, from when, until when, on what basis."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kaocheng.kernel.refusing import Refusal


@dataclass(frozen=True, slots=True)
class Delegation:
    """One item handed down (下沉): from a department to a town, between two days.

    `powers` tells what the town does: 受理, or 受理和办理.
    """

    item: str
    source: str
    target: str
    since: date
    basis: str
    until: date | None = None
    powers: str = "受理"

    def holds(self, on: date) -> bool:
        """Whether it stands on a day."""
        return self.since <= on and (self.until is None or on <= self.until)


def may_take_in(delegations: Iterable[Delegation], item: str, town: str, on: date) -> bool:
    """Whether a town may take in an item on a day."""
    return any(d.item == item and d.target == town and d.holds(on) for d in delegations)


def overlap(delegations: Iterable[Delegation], new: Delegation) -> Refusal | None:
    """Why a new delegation may not be made beside these; None when it may."""
    if new.until is not None and new.until < new.since:
        return Refusal("delegation.dates", "下沉的终止日早于起始日。", "请核对两个日期。")
    if not new.basis.strip():
        return Refusal("delegation.basis", "没有写明下沉的依据。", "请写批准下沉的文件。")
    for old in delegations:
        same = (old.item, old.target) == (new.item, new.target)
        ended = (old.until is not None and old.until < new.since) or (
            new.until is not None and new.until < old.since
        )
        if same and not ended:
            until = f"至 {old.until}" if old.until else "起"
            told = f"事项 {new.item} 自 {old.since} {until}已下沉到这个镇（街道）。"
            return Refusal("delegation.overlap", told, "请先终止原来的下沉，或改日期。")
    return None
