"""How far an account reaches in feedback (可见范围), and what meets the conditions of a measure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db.models import Q

from kaocheng.feedback.measures import Condition
from kaocheng.hall.posts import Role

if TYPE_CHECKING:
    from kaocheng.site.accounts.models import Account

WHOLE_COUNTY = frozenset({Role.HALL_SUPERVISOR, Role.INSPECTOR, Role.EVALUATOR})
"""Roles that see the ratings of the county (全县)."""
OWN_UNIT = frozenset({Role.DEPARTMENT_MANAGER, Role.CHIEF_REPRESENTATIVE})
"""Roles that see the ratings of their department (本部门)."""
HANDLERS = frozenset({Role.DEPARTMENT_MANAGER, Role.HALL_SUPERVISOR, Role.INSPECTOR})
"""Roles that deal with bad ratings (差评办理)."""
DESK = HANDLERS | {Role.CHIEF_REPRESENTATIVE}
"""Roles that open the desk of bad ratings."""
READERS = WHOLE_COUNTY | OWN_UNIT
"""Everybody who sees ratings at all."""


def reach_of(account: Account) -> Q:
    """What an account may see of the ratings and bad ratings of its county."""
    others = ~Q(rated=account.get_username())
    if account.roles & WHOLE_COUNTY:
        return others
    if account.roles & OWN_UNIT and account.unit:
        return others & Q(unit=account.unit)
    return Q(pk__in=[])


def meets(conditions: Iterable[Condition]) -> Q:
    """The conditions of a measure as a question to rows with the same fields."""
    wanted = Q()
    for condition in conditions:
        wanted &= Q(**{f"{condition.field}__in": condition.values})
    return wanted
