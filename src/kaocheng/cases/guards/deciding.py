"""Guards of decision and issue (决定与出件的前提): each says why it may not be, or nothing."""

from __future__ import annotations

from kaocheng.cases.attempts import Attempt
from kaocheng.cases.limits import renews_after
from kaocheng.cases.lists import opinion_sets
from kaocheng.cases.states import Verdict
from kaocheng.kernel.refusing import Refusal


def renewal_expired(a: Attempt) -> Refusal | None:
    """有效期届满前没有决定，才视为准予延续."""
    until = renews_after(a.case, a.calendar)
    if until is not None and a.today > until:
        return None
    return a.refusal(
        "renewal", "不是按期提出的延续申请，或者原许可还在有效期内", "请在有效期届满前作出决定"
    )


def not_the_acceptor(a: Attempt) -> Refusal | None:
    """受理人不作决定，即办件除外."""
    if a.case.immediate or a.by.number != a.case.accepted_by:
        return None
    return a.refusal(
        "separation", "您是这件的受理人，受理和决定不能是同一人", "请由其他有权人员决定"
    )


def may_sign(a: Attempt) -> Refusal | None:
    """进驻授权里没有签批权的，不能决定."""
    if a.by.signs is not False:
        return None
    return a.refusal("authority", "部门没有授权您签批这个事项", "请由首席代表签批，或补办授权")


def stands(a: Attempt) -> Refusal | None:
    """有准予的决定，并且没有撤销过，才能更正、撤销."""
    made = a.case.outcome
    if made is not None and made.verdict is not Verdict.DENIED and a.case.revoked_at is None:
        return None
    return a.refusal("no_decision", "没有准予的决定，或者已经撤销", "请核对办件的决定")


def opinions_allow(a: Attempt) -> Refusal | None:
    """各环节意见都通过才能准予；联合验收须全部合格."""
    for task in a.case.tasks:
        kind = opinion_sets()[task.opinions]
        if task.opinion not in kind.passes:
            way = "只能作出不予的决定，或退回重审" if task.opinion in kind.blocks else "请退回重审"
            return a.refusal("opinions", f"“{task.name}”的意见是{task.opinion or '无'}", way)
    return None


def waybill_given(a: Attempt) -> Refusal | None:
    """邮寄须有运单号."""
    if a.facts["mode"] != "邮寄" or a.facts.get("waybill"):
        return None
    return a.refusal("waybill", "邮寄没有填运单号", "请填写运单号")


def posted_not_served(a: Attempt) -> Refusal | None:
    """邮寄的、还没有签收的，才确认签收."""
    sent = a.case.delivery
    if sent is not None and sent.served_at is None:
        return None
    return a.refusal("served", "已经送达", "不需要再确认")


def served(a: Attempt) -> Refusal | None:
    """邮寄的签收以后才归档."""
    sent = a.case.delivery
    if sent is None or sent.served_at is not None:
        return None
    return a.refusal("not_served", "邮寄的结果还没有签收", "请先确认签收")


def not_invited(a: Attempt) -> Refusal | None:
    """一件只邀请一次评价."""
    if not a.case.rating:
        return None
    return a.refusal("invited", f"已经邀请评价（{a.case.rating}）", "不需要再邀请")


def certificate_as_it_was(a: Attempt) -> Refusal | None:
    """更正前后要不同，原来的要与记录一致."""
    made = a.case.outcome
    now = "" if made is None else _printed(made.certificate, made.valid_until, a)
    if a.facts.get("before", "") == now and a.facts["after"] != now:
        return None
    return a.refusal("before", f"记录上写的是“{now}”", "请核对更正前后的内容")


def _printed(certificate: str, until: object, a: Attempt) -> str:
    if a.facts["subject"] == "证照或批文编号":
        return certificate
    return str(until) if until else ""
