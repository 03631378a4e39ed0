"""What a second one has to confirm (待确认): changing who decides, sending back what was registered wrongly."""

from __future__ import annotations

from collections.abc import Mapping

from kaocheng.cases.events import Happening
from kaocheng.cases.ledgers import extra_of
from kaocheng.cases.moves import moves
from kaocheng.cases.records import Case, Pending
from kaocheng.cases.states import State
from kaocheng.kernel.remaking import remade

CONFIRMED_BY: Mapping[str, str] = {
    "offer_decision": "take_decision",
    "ask_return": "confirm_return",
    "ask_extension": "extend",
}
"""By which move what a move proposes is confirmed."""


def propose(case: Case, event: Happening) -> Case:
    """移交决定权、提出退件、提请延期：记下谁提出、为什么，等另一方."""
    facts = event.facts
    asked = Pending(
        event.kind,
        event.actor,
        event.at,
        facts["reason"],
        facts.get("unit", ""),
        facts.get("authority", ""),
        extra_of(facts) if "extra" in facts else None,
        facts.get("approver", ""),
        facts.get("official", ""),
        facts.get("signatory", ""),
    )
    return remade(case, pending=asked)


def take_decision(case: Case, event: Happening) -> Case:
    """接受决定权：决定部门从此改变，决定的岗位不变."""
    return remade(case, decider=(case.decider[0], event.facts["unit"]), pending=None)


def drop(case: Case, event: Happening) -> Case:  # noqa: ARG001  # called like every effect
    """不移交、不同意退件、不批准延期：提出的作罢."""
    return remade(case, pending=None)


def still_pending(asked: Pending | None, state: State) -> Pending | None:
    """What waits to be confirmed, if in this state it still can be."""
    if asked is None or state not in moves()[CONFIRMED_BY[asked.move]].sources:
        return None
    return asked
