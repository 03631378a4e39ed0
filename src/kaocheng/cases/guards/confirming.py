"""Guards of transfer and of what a second one confirms (转办与待确认的前提): why it may not be, or nothing."""

from __future__ import annotations

from kaocheng.cases.attempts import Attempt
from kaocheng.cases.materials import missing
from kaocheng.cases.states import State
from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal


def window_only_registered(a: Attempt) -> Refusal | None:
    """受理以后，窗口不能再转办."""
    if a.role != Role.WINDOW_CLERK or a.case.state is State.REGISTERED:
        return None
    return a.refusal(
        "window_transfer", "已经受理的，窗口不能转办", "请由承办部门转办，或由大厅主管写明理由转办"
    )


def another_unit(a: Attempt) -> Refusal | None:
    """转办要转给别的部门."""
    task = a.case.task(a.facts.get("task", ""))
    if a.facts["unit"] != (task.unit if task else a.case.unit):
        return None
    return a.refusal("same_unit", "现在就由这个部门承办", "请另选部门")


def another_decider(a: Attempt) -> Refusal | None:
    """决定权要移交给别的部门."""
    if a.facts["unit"] != a.case.decider[1]:
        return None
    return a.refusal("same_unit", "现在就由这个部门决定", "请另选部门")


def nothing_pending(a: Attempt) -> Refusal | None:
    """已经提出、还没有答复的，不再提出."""
    asked = a.case.pending
    if asked is None:
        return None
    why = f"已于 {asked.at:%Y-%m-%d %H:%M} 提出，还没有答复"
    return a.refusal("pending", why, "请等对方答复")


def decision_offered(a: Attempt) -> Refusal | None:
    """有等待接受的移交，才能接受或不接受."""
    if a.case.pending is not None and a.case.pending.move == "offer_decision":
        return None
    return a.refusal("not_offered", "没有等待接受的移交", "请刷新后查看")


def return_asked(a: Attempt) -> Refusal | None:
    """有人提出登记有误，才能确认或不同意."""
    if a.case.pending is not None and a.case.pending.move == "ask_return":
        return None
    return a.refusal("not_asked", "没有等待确认的退件", "请刷新后查看")


def another_confirms(a: Attempt) -> Refusal | None:
    """登记有误的退件不能由提出的人自己确认."""
    if a.case.pending is None or a.case.pending.by != a.by.number:
        return None
    return a.refusal("own_confirmation", "退件是您提出的", "请由另一位窗口人员或大厅主管核对后确认")


def extension_asked(a: Attempt) -> Refusal | None:
    """有人提请延期，才能批准或不批准."""
    if a.case.pending is not None and a.case.pending.move == "ask_extension":
        return None
    return a.refusal("not_asked", "没有等待批准的延期", "请刷新后查看")


def approver_confirms(a: Attempt) -> Refusal | None:
    """延期由所选的批准人本人批准；本级人民政府批准的，由提请人以外的人登记批复."""
    asked = a.case.pending
    if asked is None or (not asked.official and asked.by != a.by.number):
        return None
    if asked.official and asked.official == a.by.number:
        return None
    if asked.official:
        return a.refusal(
            "not_approver", f"这次延期提请{asked.signatory}批准", "请由批准人本人登录办理"
        )
    return a.refusal("own_approval", "延期是您提请的", "请由本部门其他负责人登记本级人民政府的批复")


def approval_numbered(a: Attempt) -> Refusal | None:
    """本级人民政府负责人批准的，写明批复文号."""
    asked = a.case.pending
    if asked is None or asked.official or a.facts.get("approval"):
        return None
    return a.refusal("approval_number", "没有写批准文号", "请写明本级人民政府批复的文号")


def told_before_return(a: Attempt) -> Refusal | None:
    """材料不齐全的，一次告知补正，不能以退件代替."""
    lacking = missing(a.case, a.version)
    if not lacking or a.case.supplement is not None:
        return None
    names = "、".join(m.name for m in lacking)
    return a.refusal("incomplete", f"还缺{names}", "请一次告知需要补正的全部内容，不能以退件代替")
