"""Opening a case (登记接件): what the first event holds, and the case it makes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from kaocheng.cases.events import Actor, CaseEvent, Happening
from kaocheng.cases.fields import READERS, personal
from kaocheng.cases.intakes import Intake, check_intake, no
from kaocheng.cases.ledgers import as_budget
from kaocheng.cases.materials import took
from kaocheng.cases.preparing import decider_of, raw_budget
from kaocheng.cases.records import Agent, Case, Contact, HandOver, Paper
from kaocheng.cases.states import Channel, State
from kaocheng.catalogue.records import ItemVersion
from kaocheng.kernel.clocks import Entry, Turn, local_day
from kaocheng.kernel.refusing import Refusal

OPENING = "open"
"""The kind of the first event (登记)."""


def opening_event(
    version: ItemVersion, intake: Intake, *, by: Actor, role: str, at: datetime
) -> CaseEvent | Refusal:
    """The event that registers a case under this version, or why it cannot be registered."""
    try:
        today = local_day(at)
        check_intake(version, intake, today)
        facts = _facts(version, intake)
        if personal(facts, today):
            raise no("personal", "登记内容里有身份证号或手机号", "个人信息只登记在申请人信息里")
        return CaseEvent(OPENING, facts, by.number, str(role), at)
    except Refusal as refused:
        return refused


def _facts(version: ItemVersion, intake: Intake) -> dict[str, Any]:
    role, decides = decider_of(version)
    limits = version.limits
    facts: dict[str, Any] = {
        "county": intake.county,
        "number": intake.number,
        "item": version.item,
        "version": version.version,
        "applicant": intake.applicant,
        "via": str(intake.channel),
        "unit": intake.unit or version.handling_body or version.body,
        "decider": [role, decides],
        "promised": raw_budget(limits.promised),
        "paper": "receipt",
    }
    more = {
        "legal": raw_budget(limits.statutory) if limits.statutory else None,
        "immediate": version.immediate,
        "received": READERS["received"](intake.received),
        "situations": list(intake.situations),
        "expires_on": intake.expires_on.isoformat() if intake.expires_on else None,
    }
    texts = {name: getattr(intake, name) for name in _TEXTS}
    return facts | {name: value for name, value in (more | texts).items() if value}


_TEXTS = (
    "hall", "window", "window_kind", "ticket", "agent", "letter", "region", "reference",
    "renewal_of", "renewal_issue", "parent", "pinned",
)  # fmt: skip


def opened(event: Happening) -> Case:
    """The case after its first event."""
    facts = event.facts
    until = facts.get("expires_on")
    case = Case(
        county=facts["county"],
        number=facts["number"],
        item=facts["item"],
        version=facts["version"],
        applicant=facts["applicant"],
        channel=Channel(facts["via"]),
        state=State.REGISTERED,
        received_at=event.at,
        unit=facts["unit"],
        decider=(facts["decider"][0], facts["decider"][1]),
        hall=facts.get("hall", ""),
        window=facts.get("window", ""),
        window_kind=facts.get("window_kind", ""),
        ticket=facts.get("ticket", ""),
        situations=tuple(facts.get("situations", ())),
        immediate=facts.get("immediate", False),
        renewal_of=facts.get("renewal_of", ""),
        renewal_issue=facts.get("renewal_issue", ""),
        expires_on=date.fromisoformat(until) if until else None,
        parent=facts.get("parent", ""),
        promised_budget=as_budget(facts["promised"]),
        legal_budget=as_budget(facts["legal"]) if "legal" in facts else None,
        intake=(Entry(Turn.START, event.at, "收到申请材料"),),
        papers=(Paper("receipt", f"{facts['number']}-01", event.at, OPENING),),
        contacts=(Contact(OPENING, Channel(facts["via"]), event.at),),
        agent=_agent(facts, event.at),
        hand_overs=_hand_overs(facts, event.at),
        pinned=facts.get("pinned", ""),
        serial=1,
        moved_at=event.at,
        moved_by=event.actor,
        last_move=OPENING,
    )
    return took(case, event) if "received" in facts else case


def _agent(facts: Mapping[str, Any], at: datetime) -> Agent | None:
    return Agent(facts["agent"], facts.get("letter", ""), at) if "agent" in facts else None


def _hand_overs(facts: Mapping[str, Any], at: datetime) -> tuple[HandOver, ...]:
    if "region" not in facts:
        return ()
    keys = tuple(row["key"] for row in facts.get("received", ()))
    return (HandOver(facts["region"], "收到", facts.get("reference", ""), at, keys),)
