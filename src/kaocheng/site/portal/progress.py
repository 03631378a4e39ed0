"""Where a case stands, for the applicant (办理进度): five steps in plain words, and what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kaocheng.cases.records import Case
from kaocheng.cases.states import State

STEPS = ("登记", "受理", "审查", "决定", "办结", "出件")
_REACHED = {
    State.REGISTERED: 1,
    State.SUPPLEMENTING: 1,
    State.EXAMINING: 2,
    State.DECIDING: 3,
    State.DECIDED: 4,
    State.CLOSED: 5,
    State.DELIVERED: 6,
    State.ARCHIVED: 6,
}
_NEXT = {
    State.REGISTERED: "窗口正在核对材料，五个工作日内决定是否受理，材料不齐的一次告知。",
    State.SUPPLEMENTING: "需要您补正材料，补齐后继续办理。",
    State.EXAMINING: "已受理，承办部门正在审查。",
    State.DECIDING: "审查已完成，等待作出决定。",
    State.DECIDED: "已经作出决定，正在制作结果。",
    State.CLOSED: "已经办结，请按选择的方式领取结果。",
    State.DELIVERED: "结果已经送出。",
    State.ARCHIVED: "已经归档。",
    State.NOT_NEEDED: "这件事不需要办理，理由见经过。",
    State.NOT_ACCEPTED: "没有受理，理由和救济途径见不予受理决定书。",
    State.RETURNED: "材料已经退回，理由见经过。",
    State.WITHDRAWN: "申请已经撤回。",
    State.REVOKED: "决定已经撤销，理由见撤销决定书。",
}


@dataclass(frozen=True, slots=True)
class Step:
    """A step and whether it is done or going on."""

    name: str
    done: bool
    now: bool


def steps_of(case: Case) -> Sequence[Step]:
    """The steps of a case that goes its way; none for one that ended before."""
    reached = _REACHED.get(case.state)
    if reached is None:
        return ()
    return [Step(name, at < reached, at == reached) for at, name in enumerate(STEPS)]


def what_next(case: Case) -> str:
    """What happens now, and what the applicant has to do."""
    if case.running:
        kind = case.running[0].kind
        return f"正在进行{kind}，期间不计入办理时限，需要多久已书面告知。"
    return _NEXT[case.state]
