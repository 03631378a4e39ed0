"""Departments and towns (部门登记): the codes that items, posts and windows name."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from kaocheng.site.accounts.hands import Hand
from kaocheng.site.accounts.models import Account
from kaocheng.site.catalogue.models import StoredDepartment
from kaocheng.site.catalogue.services.recording import record


@transaction.atomic
def save_department(
    *,
    county: str,
    code: str,
    name: str,
    by: Account | str,
    role: str,
    at: datetime,
    short: str = "",
    credit_code: str = "",
    nature: str = "1",
    town: bool = False,
) -> StoredDepartment:
    """Register a department or change its words; its code stays, for others name it by that."""
    row = StoredDepartment.objects.filter(county=county, code=code).first()
    row = row or StoredDepartment(county=county, code=code)
    row.name, row.short, row.credit_code = name, short, credit_code
    row.nature, row.town = nature, town
    row.full_clean()
    row.save()
    facts = {
        "name": name,
        "short": short,
        "credit_code": credit_code,
        "nature": nature,
        "town": town,
    }
    record(county, f"department/{code}", "save", facts, Hand(by, role, at))
    return row


def department_names(county: str) -> dict[str, str]:
    """The name of every department by code: the short one where it has one."""
    rows = StoredDepartment.objects.filter(county=county).values_list("code", "short", "name")
    return {code: short or name for code, short, name in rows}


def department_titles(county: str) -> dict[str, str]:
    """The full name of every department by code."""
    rows = StoredDepartment.objects.filter(county=county)
    return dict(rows.values_list("code", "name"))
