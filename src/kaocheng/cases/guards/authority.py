"""Guards on the person (经办资格的前提): letters of authority, separation of posts, whose step it is."""

from __future__ import annotations

from kaocheng.cases.attempts import Attempt
from kaocheng.hall.posts import Role
from kaocheng.hall.residency import Power
from kaocheng.kernel.refusing import Refusal

OWN_HEAD = "本行政机关负责人"
"""Who approves an extension where the authority decides alone (行政许可法第四十二条第一款)."""


def may_accept(a: Attempt) -> Refusal | None:
    """部门以授权书定了谁受理的，没有受理授权的不能受理."""
    return _unauthorised(a, Power.ACCEPT)


def may_review(a: Attempt) -> Refusal | None:
    """部门以授权书定了谁审核的，没有审核授权的不能审查."""
    return _unauthorised(a, Power.REVIEW)


def may_sign(a: Attempt) -> Refusal | None:
    """部门办过授权书的，没有签发授权的不能决定."""
    return _unauthorised(a, Power.SIGN)


def _unauthorised(a: Attempt, power: Power) -> Refusal | None:
    if a.by.authorised is not False:
        return None
    why = f"没有有效的授权书授权您{power}这个事项"
    if a.role == Role.CHIEF_REPRESENTATIVE:
        return a.refusal("authority", why, "请由部门办理授权书以后再办")
    return a.refusal("authority", why, f"请由持有{power}授权的人员办理，或由部门补办授权书")


def not_the_acceptor(a: Attempt) -> Refusal | None:
    """受理人不审查、不决定，即办件除外."""
    if a.case.immediate or a.by.number != a.case.accepted_by:
        return None
    return a.refusal(
        "separation",
        "您是这件的受理人，受理和审查、决定不能是同一人",
        "请由其他有权人员办理",
    )


def own_task(a: Attempt) -> Refusal | None:
    """别人签收的环节，由签收的人办；首席代表可以直接办."""
    task = a.case.task(a.facts["task"])
    owner = task.assignee if task else ""
    if owner in ("", a.by.number) or a.role == Role.CHIEF_REPRESENTATIVE:
        return None
    return a.refusal(
        "others_task", f"这个环节已由 {owner} 签收", "请由签收的人办理，或先签收再办理"
    )


def approver_named(a: Attempt) -> Refusal | None:
    """本行政机关负责人从有批准权的人员里选；本级人民政府负责人写姓名和职务."""
    own = a.facts["approver"] == OWN_HEAD
    if a.facts.get("official" if own else "signatory"):
        return None
    what = "从名单里选批准人" if own else "写明批准人的姓名和职务"
    return a.refusal("approver_unnamed", f"没有{what}", f"请{what}")


def another_approves(a: Attempt) -> Refusal | None:
    """批准延期的不能是提出延期的人."""
    approvers = (a.facts.get("official", ""), a.facts.get("signatory", ""))
    mine = any(own and own in told for told in approvers for own in (a.by.number, a.by.name))
    if not mine:
        return None
    return a.refusal(
        "own_approval", "批准人写的是您本人", "延期须由行政机关负责人批准，请写批准人的姓名和职务"
    )
