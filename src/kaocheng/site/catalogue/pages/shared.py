"""What the keepers' pages share (目录管理页面): the item asked for, departments, who does what."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from django.utils import timezone

from kaocheng.hall.posts import Role
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.audit.services import log_refusal
from kaocheng.site.catalogue.forms.boxes import Choices
from kaocheng.site.catalogue.models import StoredDepartment, StoredItem

KEEPERS = frozenset({Role.CATALOGUE_MANAGER, Role.DEPARTMENT_MANAGER})
READERS = KEEPERS | {Role.INSPECTOR, Role.HALL_SUPERVISOR}
MANAGER = frozenset({Role.CATALOGUE_MANAGER})


def item_or_404(request: SignedIn, number: str) -> StoredItem:
    """The item, when this account manages it; what it may not see is logged and not there."""
    row = StoredItem.objects.visible_to(request.user).filter(number=number).first()
    if row is None:
        log_refusal(account=request.user, what=f"事项 {number}", at=timezone.now())
        raise Http404("没有这个事项，或者它不归您的部门管理。")
    return row


def departments(request: SignedIn) -> Choices:
    """Code and name of every department, for drop-downs."""
    rows = StoredDepartment.objects.filter(county=request.user.county)
    return list(rows.values_list("code", "name").order_by("code"))


def towns(request: SignedIn) -> Choices:
    """Code and name of every town."""
    rows = StoredDepartment.objects.filter(county=request.user.county, town=True)
    return list(rows.values_list("code", "name").order_by("code"))


def acting(request: SignedIn, role: Role | str) -> dict[str, Any]:
    """Who does it, in which role, when: what every service wants."""
    return {
        "county": request.user.county,
        "by": request.user,
        "role": str(role),
        "at": timezone.now(),
    }
