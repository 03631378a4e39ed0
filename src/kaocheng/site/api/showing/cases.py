"""Cases as the border tells them (办件)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kaocheng.cases.records import Case, TaskState
from kaocheng.site.api.mapping import field_map
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.cases.showing import OpenMove
from kaocheng.site.portal.progress import steps_of, what_next

_PROGRESS = (
    "number", "item_name", "state", "received_at", "accepted_at", "due_on", "closed_at", "verdict",
)  # fmt: skip
_EXTENDED = "延长审批"
_OTHER = "其余"


def case_line(row: StoredCase) -> dict[str, Any]:
    """A row of the list."""
    return field_map("case").of(row)


def case_whole(row: StoredCase, case: Case, able: Mapping[str, OpenMove]) -> dict[str, Any]:
    """Everything its applicant may know of a case, and what he may do."""
    begun = [task for task in case.tasks if task.state is not TaskState.WAITING]
    return {
        **case_line(row),
        "materials": [field_map("handed").of(one) for one in case.materials],
        "missing": [{"material_code": key, "reason": why} for key, why in missing_of(case)],
        "tolerated": [owed.material for owed in case.owing],
        "steps": [field_map("step").of(task) for task in begun],
        "specials": specials_of(case),
        "papers": [field_map("paper").of(paper) for paper in case.papers],
        "moves": [
            {"move": key, "title": one.move.title, "required": _required(one)}
            for key, one in able.items()
        ],
        "told": what_next(case),
    }


def missing_of(case: Case) -> list[tuple[str, str]]:
    """What the applicant still has to supply or to correct (待补正、待更正)."""
    asked = case.supplement
    supply = list(asked.missing) if asked and asked.answered_at is None else []
    found = [(key, why) for key, why in supply if asked and key not in asked.came]
    for one in case.corrections:
        if one.answered_at is None:
            found += [(key, one.reason) for key in one.materials if key not in one.came]
    return found


def specials_of(case: Case) -> list[dict[str, Any]]:
    """Special procedures and the extension, as the standard tells both (特别程序)."""
    table = field_map("special")
    found = [
        table.out({
            "sort": _OTHER, "kind": one.kind, "begun_at": one.begun_at,
            "ended_at": one.ended_at, "result": one.result,
        })
        for one in case.specials
    ]  # fmt: skip
    if case.extension:
        at, extra = case.extension.at, case.extension.extra
        found.append(table.out({
            "sort": _EXTENDED, "kind": _EXTENDED, "begun_at": at, "ended_at": at,
            "result": f"延长 {extra.amount} {extra.span}",
        }))  # fmt: skip
    return found


def progress_of(row: StoredCase, case: Case) -> dict[str, Any]:
    """The progress for whoever holds number and code."""
    told = {name: getattr(row, name) for name in _PROGRESS}
    steps = [{"name": s.name, "done": s.done, "now": s.now} for s in steps_of(case)]
    return {**field_map("case").out(told), "told": what_next(case), "steps": steps}


def _required(one: OpenMove) -> list[str]:
    names = {field.own: field.border for field in field_map("move").fields}
    return ["data_version", *(names[f.name] for f in one.move.fields if f.required)]
