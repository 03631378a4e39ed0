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
    State.REGISTERED: "窗口正在核对材料，决定是否受理；材料不齐的，一次告知全部要补的内容。",
    State.SUPPLEMENTING: "需要您补正材料，补齐后继续办理。",
    State.EXAMINING: "已受理，承办部门正在审查。",
    State.DECIDING: "审查已完成，等待作出决定。",
    State.DECIDED: "已经作出决定，正在制作结果，决定见下面。",
    State.CLOSED: "已经办结，结果和怎样领取见下面。",
    State.DELIVERED: "结果已经送出，决定和怎样送达见下面。",
    State.ARCHIVED: "已经办完归档，决定和怎样送达见下面。",
    State.NOT_NEEDED: "这件事不需要办理，理由见给您的告知书，登录后在“我的办件”的经过里也能看。",
    State.NOT_ACCEPTED: "没有受理，理由和救济途径见不予受理决定书。",
    State.RETURNED: "材料已经退回，理由见给您的文书，登录后在“我的办件”的经过里也能看。",
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
    if to_correct(case):
        return "审查中发现材料有错误，请更正后交来，见材料更正通知书。更正期间办理时限照常计算。"
    if case.running:
        special = case.running[0]
        counted = "法定时限和承诺时限" if special.excluded else "承诺时限，法定时限照常计算"
        return f"正在进行{special.kind}，期间不计入{counted}，需要多久已书面告知。"
    return _NEXT[case.state]


def to_correct(case: Case) -> Sequence[tuple[str, str]]:
    """The materials the applicant has to correct (待更正材料): key and what is wrong with it."""
    return [(key, asked.reason) for asked in case.correcting for key in asked.waits_for]
