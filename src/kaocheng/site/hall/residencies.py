"""Residency as records (进驻记录): for rates, for the question who may sign, and for 名进实不进."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from kaocheng.hall.hollow import Defect, Signed, hollow_residencies
from kaocheng.hall.residency import (
    Authorisation,
    Rate,
    Residency,
    authorisation_rate,
    residency_rate,
)
from kaocheng.hall.staff import Staff
from kaocheng.site.hall.models import StoredAuthorisation, StoredResidency, StoredStaff


def residencies_of(county: str) -> list[Residency]:
    """Every residency with the people each department has sent (部门进驻)."""
    sent: dict[str, list[str]] = {}
    for person in staff_of(county):
        sent.setdefault(person.department, []).append(person.account)
    rows = StoredResidency.objects.filter(county=county)
    return [row.record(tuple(sorted(sent.get(row.department, [])))) for row in rows]


def staff_of(county: str) -> list[Staff]:
    """Everybody who works or worked in the hall (大厅人员)."""
    rows = StoredStaff.objects.filter(county=county).select_related("account")
    return [row.record() for row in rows]


def letters_of(county: str) -> list[Authorisation]:
    """Every letter of authorisation (授权书)."""
    rows = StoredAuthorisation.objects.filter(county=county).select_related("account")
    return [row.record() for row in rows]


def rates_on(county: str, day: date) -> tuple[Rate, Rate]:
    """进驻率 and 授权率 on a day, over the departments resident then."""
    here = [r for r in residencies_of(county) if r.holds_in(day, day)]
    return residency_rate(here), authorisation_rate(here, letters_of(county), day)


def defects_in(county: str, month: date, signed: Iterable[Signed]) -> tuple[Defect, ...]:
    """Signs of 名进实不进 in a month; what was signed comes from the cases, which stand above."""
    return hollow_residencies(
        residencies_of(county), letters_of(county), staff_of(county), signed, month
    )
