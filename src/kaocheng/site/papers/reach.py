"""How far an account reaches into papers (可见范围): as far as into the cases they belong to.

Cases stand above this app and are known here by number alone; the app of the cases says once, when the
site starts, which of their numbers an account may see.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import Q

from kaocheng.hall.posts import Role
from kaocheng.site.accounts.models import Account
from kaocheng.site.applicants.models import StoredApplicant

CasesSeen = Callable[[Account], Any]
"""A queryset of the numbers of the cases an account may see."""
_SEEN: list[CasesSeen] = []


def register_cases(seen: CasesSeen) -> None:
    """Say which cases an account may see; the last one said holds."""
    _SEEN[:] = [seen]


def reach_of(account: Account) -> Q:
    """Papers of the cases the account may see, its own issues, and an applicant's own papers."""
    shown = Q(pk__in=[])
    if _SEEN:
        shown |= Q(case__in=_SEEN[0](account))
    if Role.APPLICANT in account.roles:
        own = StoredApplicant.objects.visible_to(account).values("number")
        shown |= Q(applicant__in=own)
    return shown
