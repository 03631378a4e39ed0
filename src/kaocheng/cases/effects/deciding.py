"""Decision, closing, issuing (决定、办结、出件): what these moves change."""

from __future__ import annotations

from datetime import date

from kaocheng.cases.events import Happening
from kaocheng.cases.ledgers import paper_number, served_at
from kaocheng.cases.records import Case, Change, Delivery, Outcome, Verdict
from kaocheng.kernel.remaking import remade


def decide(case: Case, event: Happening) -> Case:
    """准予、不予、视为准予延续：记下决定."""
    facts = event.facts
    until = facts.get("valid_until")
    made = Outcome(
        verdict=_VERDICTS[event.kind],
        at=event.at,
        by=event.actor,
        paper=paper_number(case),
        reasons=facts.get("reasons", ""),
        remedies=facts.get("remedies", ""),
        certificate=facts.get("certificate", ""),
        valid_until=date.fromisoformat(until) if until else None,
        deferred=bool(case.owing),
    )
    return remade(case, outcome=made)


_VERDICTS = {
    "grant": Verdict.GRANTED,
    "deny": Verdict.DENIED,
    "deem_renewed": Verdict.RENEWED,
}


def close(case: Case, event: Happening) -> Case:
    """办结：记下办结时间和证照编号."""
    made = case.outcome
    if made is not None and event.facts.get("certificate"):
        made = remade(made, certificate=event.facts["certificate"])
    return remade(case, closed_at=event.at, outcome=made)


def deliver(case: Case, event: Happening) -> Case:
    """出件：现场和电子的当时送达，邮寄的签收时送达."""
    facts = event.facts
    sent = Delivery(
        mode=facts["mode"],
        at=event.at,
        by=event.actor,
        waybill=facts.get("waybill", ""),
        cost=facts.get("cost", 0),
        receiver=facts.get("receiver", ""),
        served_at=None if facts["mode"] == "邮寄" else event.at,
    )
    return remade(case, delivery=sent)


def confirm_service(case: Case, event: Happening) -> Case:
    """确认签收：邮寄的，送达时间是签收的那一天."""
    sent = case.delivery
    return case if sent is None else remade(case, delivery=remade(sent, served_at=served_at(event)))


def invite_rating(case: Case, event: Happening) -> Case:
    """邀请评价：只记评价编号."""
    return remade(case, rating=event.facts["rating"])


def rectify(case: Case, event: Happening) -> Case:
    """更正决定：留下更正前后，原事件不改；从前的事件把更正后的日期写在 `after` 里."""
    facts = event.facts
    made = Change(
        facts["subject"],
        facts.get("before", ""),
        facts.get("until") or facts["after"],
        facts["reason"],
        event.at,
        event.actor,
    )
    outcome = case.outcome
    if outcome is not None and made.subject == "证照或批文编号":
        outcome = remade(outcome, certificate=made.after)
    elif outcome is not None:
        outcome = remade(outcome, valid_until=date.fromisoformat(made.after))
    return remade(case, changes=(*case.changes, made), outcome=outcome)


def archive(case: Case, event: Happening) -> Case:
    """归档：记下档号."""
    return remade(case, archive=event.facts["archive"])
