"""Deferred materials and promises (容缺与承诺): what these moves change."""

from __future__ import annotations

from kaocheng.cases.events import Happening
from kaocheng.cases.materials import came, took
from kaocheng.cases.records import Case
from kaocheng.cases.tasks import reopened, touched_by
from kaocheng.kernel.remaking import remade


def pay_owed(case: Case, event: Happening) -> Case:
    """补齐容缺材料：看过这些材料的环节在未决定时重开."""
    case = took(case, event)
    new = came(event)
    owed = tuple(
        remade(o, paid_at=event.at) if o.material in new and o.paid_at is None else o
        for o in case.owed
    )
    again = touched_by(case.tasks, new) if case.outcome is None else ()
    tasks = reopened(case.tasks, again, event.at, "容缺材料补齐") if again else case.tasks
    return remade(case, owed=owed, tasks=tasks)


def lapse_owed(case: Case, event: Happening) -> Case:
    """容缺逾期终止：记下哪些没有补来."""
    owed = tuple(o if o.paid_at else remade(o, lapsed_at=event.at) for o in case.owed)
    return remade(case, owed=owed)


def check_promise(case: Case, event: Happening) -> Case:
    """承诺核查：记下是否属实和失信记录."""
    facts = event.facts
    checked = tuple(
        p
        if p.kept is not None
        else remade(p, checked_at=event.at, kept=facts["kept"], credit=facts.get("credit", ""))
        for p in case.promises
    )
    return remade(case, promises=checked)
