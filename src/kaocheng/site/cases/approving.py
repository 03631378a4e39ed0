"""Who may approve an extension (延期的批准人): chosen from the accounts of the authority, shown by name.

行政许可法第四十二条第一款: 经本行政机关负责人批准. Whom the department's letters give the power 批准延期; where none
does, its managers and chief representatives.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from kaocheng.cases.guards.authority import OWN_HEAD
from kaocheng.cases.records import Case
from kaocheng.hall.posts import Role
from kaocheng.hall.residency import Power
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.catalogue.services import department_names
from kaocheng.site.hall.models import StoredAuthorisation
from kaocheng.site.hall.people import Person, staff_of

HEADS = frozenset({Role.DEPARTMENT_MANAGER, Role.CHIEF_REPRESENTATIVE})
"""Who approves where the department has given nobody that power by letter."""


def approvers(case: Case, on: date) -> list[Person]:
    """Who may approve an extension of this case on that day (可批准延期的人员)."""
    unit = case.decider[1]
    rows = StoredAuthorisation.objects.in_force(case.county, on).filter(department=unit)
    letters = [(row.account_id, row.record()) for row in rows]
    named = {str(key) for key, letter in letters if letter.covers(case.item, Power.EXTEND)}
    people = staff_of(case.county, on=on)
    if any(Power.EXTEND in letter.powers for _, letter in letters):
        return [one for one in people if one.key in named]
    return [one for one in people if one.unit == unit and HEADS & set(one.roles)]


def with_approver(case: Case, move: str, given: Mapping[str, Any], on: date) -> Mapping[str, Any]:
    """What was given for an extension, with the name and posts of the approver chosen; refuses who may not approve."""
    key = given.get("official")
    if move != "ask_extension" or not key or given.get("approver") != OWN_HEAD:
        return given
    found = next((one for one in approvers(case, on) if one.username == key), None)
    if found is None:
        raise Refusal(
            "case.approver", "所选的人没有批准延期的权力。", "请从名单里选本行政机关负责人。"
        )
    return {**given, "signatory": found.said(department_names(case.county))}
