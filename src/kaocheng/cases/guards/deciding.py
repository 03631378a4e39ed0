"""Guards of the decision (决定的前提): each says why it may not be, or nothing."""

from __future__ import annotations

from datetime import date

from kaocheng.cases.attempts import Attempt
from kaocheng.cases.lists import opinion_sets
from kaocheng.cases.states import Verdict
from kaocheng.kernel.refusing import Refusal


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


def validity_ahead(a: Attempt) -> Refusal | None:
    """准予的有效期不能已经过去."""
    until = a.facts.get("valid_until")
    if until is None or date.fromisoformat(until) >= a.today:
        return None
    return a.refusal("validity", f"有效期至 {until}，已经过去", "请核对有效期")


def day_readable(a: Attempt) -> Refusal | None:
    """更正有效期的，更正后的内容须是日期."""
    if a.facts["subject"] != "有效期至":
        return None
    try:
        date.fromisoformat(a.facts["after"])
    except ValueError:
        return a.refusal("day", f"“{a.facts['after']}”不是日期", "请写成 2026-12-31 这样")
    return None


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
