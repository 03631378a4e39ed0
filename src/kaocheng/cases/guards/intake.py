"""Guards before and at acceptance (登记与受理的前提): each says why it may not be, or nothing."""

from __future__ import annotations

from kaocheng.cases.attempts import Attempt
from kaocheng.cases.limits import intake_is_late, supplement_due
from kaocheng.cases.materials import missing
from kaocheng.kernel.refusing import Refusal


def no_notice_yet(a: Attempt) -> Refusal | None:
    """一次告知：只能有一次补正告知."""
    told = a.case.supplement
    if told is None:
        return None
    why = f"已于 {told.told_at:%Y年%m月%d日} 一次告知全部补正内容"
    return a.refusal("notice_once", why, "补正后齐全的应当受理，仍不符合的作出不予受理决定")


def notice_in_time(a: Attempt) -> Refusal | None:
    """逾期未告知的视为受理，不能再告知补正."""
    if not intake_is_late(a.case, a.calendar, a.at):
        return None
    return a.refusal(
        "notice_late",
        "收到材料后五个工作日内没有告知，依法自收到之日起即为受理",
        "请按视为受理办理",
    )


def supplement_expired(a: Attempt) -> Refusal | None:
    """补正期限届满才能按逾期退件."""
    told = a.case.supplement
    due = supplement_due(told, a.calendar) if told else None
    if due is not None and a.today > due:
        return None
    return a.refusal("supplement_running", f"补正期限到 {due} 才届满", "请等申请人补正")


def supplement_answered(a: Attempt) -> Refusal | None:
    """补正之后才能以材料不符不予受理."""
    told = a.case.supplement
    if told is not None and told.answered_at is not None:
        return None
    return a.refusal("not_told", "还没有一次告知补正", "材料不齐全的，先一次告知需要补正的全部内容")


def materials_complete(a: Attempt) -> Refusal | None:
    """齐全，或者缺的都可容缺、已承诺."""
    lacking = {m.key: m for m in missing(a.case, a.version)}
    deferred, promised = set(a.facts.get("deferred", ())), set(a.facts.get("promised", ()))
    for key in sorted(deferred):
        if key not in lacking:
            return a.refusal("not_missing", f"材料 {key} 并不缺", "请从容缺材料里去掉它")
        if not lacking[key].deferrable:
            name = lacking[key].name
            return a.refusal(
                "not_deferrable", f"“{name}”不是可容缺的材料", "请收齐后受理，或一次告知补正"
            )
    short = [m.name for m in lacking.values() if m.key not in deferred | promised]
    if not short:
        return None
    return a.refusal("incomplete", f"还缺{'、'.join(short)}", "请收齐、容缺，或一次告知补正")


def promise_allowed(a: Attempt) -> Refusal | None:
    """告知承诺：事项允许，并有承诺书内容."""
    if not a.facts.get("promised"):
        return None
    if not a.version.promise_allowed:
        return a.refusal("no_promise", "这个事项不实行告知承诺", "请收齐材料")
    if a.facts.get("promise"):
        return None
    return a.refusal("promise_text", "没有写明承诺的内容", "请填写承诺书内容")


def guard_expired(a: Attempt) -> Refusal | None:
    """五个工作日内没有告知，才依法视为受理."""
    if intake_is_late(a.case, a.calendar, a.at):
        return None
    return a.refusal(
        "guard_running", "一次告知的期限还没有过，或者已经告知", "期限内请决定是否受理"
    )


def another_unit(a: Attempt) -> Refusal | None:
    """转办要转给别的部门."""
    task = a.case.task(a.facts.get("task", ""))
    if a.facts["unit"] != (task.unit if task else a.case.unit):
        return None
    return a.refusal("same_unit", "现在就由这个部门承办", "请另选部门")
