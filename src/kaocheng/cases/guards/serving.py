"""Guards of closing and serving (办结与送达的前提): each says why it may not be, or nothing."""

from __future__ import annotations

from datetime import date

from kaocheng.cases.attempts import Attempt
from kaocheng.cases.states import Verdict
from kaocheng.catalogue.records import LICENCE
from kaocheng.kernel.clocks import local_day
from kaocheng.kernel.refusing import Refusal


def certificate_numbered(a: Attempt) -> Refusal | None:
    """结果是证照的，办结时须有证照编号."""
    made, licences = a.case.outcome, [r for r in a.version.results if r.kind == LICENCE]
    known = a.facts.get("certificate") or (made and made.certificate)
    if known or not licences or made is None or made.verdict is Verdict.DENIED:
        return None
    why = f"办理结果是“{licences[0].name}”，还没有证照编号"
    return a.refusal("certificate", why, "请填写证照编号")


def waybill_given(a: Attempt) -> Refusal | None:
    """邮寄须有运单号."""
    if a.facts["mode"] != "邮寄" or a.facts.get("waybill"):
        return None
    return a.refusal("waybill", "邮寄没有填运单号", "请填写运单号")


def receiver_told(a: Attempt) -> Refusal | None:
    """现场出件须写明由谁领取：送达回证上要有."""
    if a.facts["mode"] != "现场" or a.facts.get("receiver"):
        return None
    return a.refusal("receiver", "现场出件没有写由谁领取", "请选领取人")


def posted_not_served(a: Attempt) -> Refusal | None:
    """邮寄的、还没有签收的，才确认签收."""
    sent = a.case.delivery
    if sent is not None and sent.served_at is None:
        return None
    return a.refusal("served", "已经送达", "不需要再确认")


def served_between(a: Attempt) -> Refusal | None:
    """签收日期在寄出之日以后、今天以前."""
    sent, day = a.case.delivery, date.fromisoformat(a.facts["served_on"])
    posted = local_day(sent.at) if sent else day
    if posted <= day <= a.today:
        return None
    why = f"签收日期 {day} 早于寄出的 {posted}" if day < posted else f"签收日期 {day} 还没有到"
    return a.refusal("served_on", why, "请按回执上的日期填写")


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
