"""Before and at acceptance (登记与受理): what these moves change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from kaocheng.cases.events import Happening
from kaocheng.cases.ledgers import as_budget, paper_number
from kaocheng.cases.materials import came, took
from kaocheng.cases.records import Case, Owed, Promise, Supplement, Task
from kaocheng.cases.tasks import opened


def receive(case: Case, event: Happening) -> Case:
    """收取材料、当场更正：材料入案."""
    return took(case, event)


def notify_supplement(case: Case, event: Happening) -> Case:
    """一次告知补正：记下全部需补正的内容和期限."""
    facts = event.facts
    missing = tuple((key, why) for key, why in facts["missing"])
    told = Supplement(
        missing, event.at, as_budget(facts["within"]), paper_number(case), event.actor
    )
    return replace(case, supplement=told)


def supply(case: Case, event: Happening) -> Case:
    """补正：记下补来哪些；全部补来时记下时间."""
    case = took(case, event)
    told = case.supplement
    if told is None:
        return case
    so_far = tuple(dict.fromkeys((*told.came, *came(event))))
    whole = all(key in so_far for key, _ in told.missing)
    answered = event.at if whole else None
    return replace(case, supplement=replace(told, came=so_far, answered_at=answered))


def accept(case: Case, event: Happening) -> Case:
    """受理、视为受理：启动各环节，记下容缺和承诺."""
    facts = event.facts
    since = case.received_at if event.kind == "deem_accepted" else event.at
    begun = tuple(_task(raw) for raw in facts.get("tasks", ()))
    return replace(
        case,
        tasks=opened(begun, event.at, case.received_at if "since" in facts else None),
        owed=tuple(_owed(case, raw, event) for raw in facts.get("owed", ())),
        promises=tuple(_promise(raw, event) for raw in facts.get("promises", ())),
        accepted_at=since,
        accepted_by=event.actor,
        **_original(case, event),
    )


def check_permit(case: Case, event: Happening) -> Case:
    """核对原许可：编号和届满日以原件为准."""
    return replace(case, **_original(case, event))


def _original(case: Case, event: Happening) -> dict[str, Any]:
    """What was read off the original; events of before the day was asked for leave it as it was stated."""
    until = event.facts.get("original_until")
    seen = event.facts.get("original", "") or case.renewal_seen
    return {
        "renewal_seen": seen,
        "expires_on": date.fromisoformat(until) if until else case.expires_on,
    }


def _task(raw: Mapping[str, Any]) -> Task:
    return Task(
        key=raw["key"],
        name=raw["name"],
        role=raw["role"],
        unit=raw["unit"],
        after=tuple(raw.get("after", ())),
        reads=tuple(raw.get("reads", ())),
        budget=as_budget(raw["budget"]) if "budget" in raw else None,
        opinions=raw.get("opinions", "审查"),
    )


def _owed(case: Case, raw: Any, event: Happening) -> Owed:
    material, budget, consequence = raw
    return Owed(material, case.applicant, event.at, as_budget(budget), consequence)


def _promise(raw: Mapping[str, Any], event: Happening) -> Promise:
    return Promise(
        raw["text"], tuple(raw["materials"]), event.at, as_budget(raw["check"]), raw["consequence"]
    )
