"""How far an account reaches (可见范围): its halls, its department, itself and those it stands for."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Concat
from django.utils import timezone

from kaocheng.hall.posts import Role
from kaocheng.site.accounts.models import Account
from kaocheng.site.applicants.models import StoredApplicant, StoredMandate
from kaocheng.site.audit.models import StoredEvent
from kaocheng.site.hall.models import StoredWindow

WHOLE_COUNTY = frozenset({Role.HALL_SUPERVISOR, Role.INSPECTOR})
"""Roles that see every case of the county (全县)."""
HALL = frozenset({Role.WINDOW_CLERK, Role.ISSUER})
"""Roles that see the cases of their hall, and those they took in themselves (本大厅)."""
NO_HALL = ""
"""Cases that came in online belong to no hall: any window takes them in (网上申请由各窗口受理)."""
UNIT = frozenset({Role.APPROVER, Role.CHIEF_REPRESENTATIVE, Role.DEPARTMENT_MANAGER})
"""Roles that see the cases their department has a part in (本部门参与)."""


def reach_of(account: Account) -> Q | None:
    """What an account may see of the cases of its county, None for all of them.

    `own_part` is the relation `CaseQuerySet.visible_to` names: the one part the account's department has in the case.
    """
    roles = account.roles
    if roles & WHOLE_COUNTY:
        return None
    shown = Q(pk__in=[])
    if roles & HALL:
        shown |= Q(hall__in=[*halls_of(account), NO_HALL]) | Q(accepted_by=account.get_username())
    if roles & UNIT and account.unit:
        shown |= Q(own_part__isnull=False)
    if Role.APPLICANT in roles:
        shown |= own_cases(account)
    return shown


def only_by_department(account: Account) -> bool:
    """Whether what an account may see is what its department has a part in, and nothing besides (仅限本部门)."""
    others = WHOLE_COUNTY | HALL | {Role.APPLICANT}
    return bool(account.unit and account.roles & UNIT and not account.roles & others)


def halls_of(account: Account) -> list[str]:
    """The halls of the windows this account holds a post at today (所在大厅)."""
    held = account.posts.held_on(timezone.localdate()).exclude(window="")
    windows = StoredWindow.objects.filter(
        county=account.county, number__in=held.values_list("window", flat=True)
    )
    return sorted(set(windows.values_list("hall__number", flat=True)))


def own_cases(account: Account) -> Q:
    """The cases of the applicant this account is, and of those it may act for (本人及代办).

    An account that nobody has verified has only the cases it opened itself: whoever types in a stranger's number
    first would else have the stranger's.
    """
    applicant = StoredApplicant.objects.filter(county=account.county, account=account).first()
    if applicant is None:
        return Q(pk__in=[])
    shown = Q(applicant=applicant.number)
    if applicant.claimed:
        return shown & Q(Exists(_opening(applicant, Concat(Value("case/"), OuterRef("number")))))
    mandates = StoredMandate.objects.in_force(timezone.localdate()).filter(agent=applicant)
    for principal, scope in mandates.values_list("principal__number", "scope"):
        theirs = Q(applicant=principal)
        shown |= theirs & (Q(item=scope) | Q(number=scope)) if scope else theirs
    return shown


def opened_itself(applicant: StoredApplicant, case: str) -> bool:
    """Whether this applicant has handed in the case itself, online (本人网上登记的办件)."""
    return _opening(applicant, f"case/{case}").exists()


def _opening(applicant: StoredApplicant, stream: object) -> QuerySet[StoredEvent]:
    return StoredEvent.objects.filter(
        county=applicant.county, stream=stream, serial=1, actor=applicant.number,
        role=Role.APPLICANT.value,
    )  # fmt: skip
