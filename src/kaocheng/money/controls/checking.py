"""All controls in order (逐道审核): what one keeps out no longer counts for the next ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from kaocheng.money.controls.availability import over_the_line
from kaocheng.money.controls.breaches import Breach, Desk, Doubts, Unread
from kaocheng.money.controls.chain import below_zero
from kaocheng.money.controls.codes import unknown_subjects
from kaocheng.money.controls.contracts import instalments, over_contract
from kaocheng.money.controls.days import outside_the_year
from kaocheng.money.controls.notes import notes
from kaocheng.money.controls.numbers import doubled
from kaocheng.money.controls.payments import refunds, without_minutes
from kaocheng.money.controls.receptions import unlike_paid
from kaocheng.money.controls.references import leading_nowhere
from kaocheng.money.controls.scope import natures, outside_scope
from kaocheng.money.records import AccountsYear
from kaocheng.money.registers import all_registers

Control = Callable[[Desk], Iterator[Breach]]
STAGES: tuple[tuple[Control, ...], ...] = (
    (doubled, unknown_subjects, outside_the_year, leading_nowhere, natures, refunds),
    (outside_scope,),
    (over_the_line,),
    (over_contract, instalments),
    (below_zero, unlike_paid),
    (notes,),
)
ASIDE: tuple[Control, ...] = (without_minutes,)
"""What is wrong here leaves the money as it is: the other controls judge the entry all the same."""


def check(
    year: AccountsYear,
    doubts: Doubts | None = None,
    unread: Mapping[str, Sequence[Unread]] | None = None,
    further: Sequence[Control] = (),
) -> tuple[Breach, ...]:
    """Every breach in a year, in the order of its registers and entries.

    `doubts` are the entries that were kept out before, so that what hangs on them is not reported;
    `unread` those of them of which part could be read; `further` controls of whoever knows more than
    the accounts.
    """
    desk = Desk(year, doubts or Doubts(), unread or {})
    found = [breach for control in (*ASIDE, *further) for breach in control(desk)]
    for stage in STAGES:
        breaches = [breach for control in stage for breach in control(desk)]
        desk.refuse(breaches)
        found += breaches
    order = {register.kind: place for place, register in enumerate(all_registers())}
    return tuple(sorted(found, key=lambda breach: (order[breach.kind], breach.index)))
