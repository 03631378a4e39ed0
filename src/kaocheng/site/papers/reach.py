"""How far an account reaches into papers (可见范围): as far as into the cases they belong to.

Cases stand above this app and are known here by number alone; the settings name the rows whose
visibility papers and archives follow (`CASE_ROWS`).
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db.models import Q
from django.utils.module_loading import import_string

from kaocheng.hall.posts import Role
from kaocheng.site.accounts.models import Account
from kaocheng.site.applicants.models import StoredApplicant


def case_is_seen(account: Account, case: str) -> bool:
    """Whether the account may see the case of that number."""
    cases: Any = import_string(settings.CASE_ROWS).objects
    return bool(cases.visible_to(account).filter(number=case).exists())


def reach_of(account: Account) -> Q:
    """Papers of the cases the account may see, its own issues, and the papers of an applicant known to be it."""
    cases: Any = import_string(settings.CASE_ROWS).objects
    shown = Q(case__in=cases.visible_to(account).values("number"))
    if Role.APPLICANT in account.roles:
        shown |= Q(applicant__in=StoredApplicant.objects.own_of(account).values("number"))
    return shown
