"""Guards of the decision (决定的前提): each says why it may not be, or nothing."""

from __future__ import annotations

from datetime import date

from kaocheng.cases.attempts import Attempt
from kaocheng.cases.lists import opinion_sets
from kaocheng.cases.states import Verdict
from kaocheng.kernel.clocks import local_day
from kaocheng.kernel.dates import official_date
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


def mended_as_chosen(a: Attempt) -> Refusal | None:
    """更正哪一项，就只填那一项应当是什么."""
    filled = {name for name in _MENDED.values() if a.facts.get(name)}
    if filled == {_MENDED[a.facts["subject"]]}:
        return None
    why = f"更正的是“{a.facts['subject']}”，只填它应当是什么"
    return a.refusal("mended", why, "请补填这一项，去掉别的")


_MENDED = {"证照或批文编号": "after", "有效期至": "until"}
"""By subject: the field that says what it should be."""


def certificate_as_it_was(a: Attempt) -> Refusal | None:
    """更正前后要不同，原来的要与记录一致；日期写成年月日或 2026-12-31 都可以."""
    made, subject = a.case.outcome, a.facts["subject"]
    day = made.valid_until if made else None
    was = {made.certificate if made else ""}
    if subject == "有效期至":
        was = {day.isoformat(), official_date(day)} if day else {""}
    after = a.facts.get(_MENDED[subject])
    if a.facts.get("before", "") in was and after not in was:
        return None
    return a.refusal("before", f"记录上写的是“{max(was, key=len)}”", "请核对更正前后的内容")


def mended_day_possible(a: Attempt) -> Refusal | None:
    """更正后的有效期不早于作出决定的那一天."""
    made, until = a.case.outcome, a.facts.get("until")
    if made is None or until is None or date.fromisoformat(until) >= local_day(made.at):
        return None
    why = f"有效期至{official_date(date.fromisoformat(until))}，早于作出决定的{official_date(local_day(made.at))}"
    return a.refusal("validity", why, "请核对有效期")
