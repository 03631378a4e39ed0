"""Offices (发文机关): in whose name a department's papers are issued."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import IntegrityError, transaction

from kaocheng.cases.papers.records import Office
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.models import Account
from kaocheng.site.audit.services import append
from kaocheng.site.papers.models import StoredOffice

_FIELDS = ("name", "mark", "seal", "government", "court", "address", "phone")


def office_of(*, county: str, unit: str) -> Office:
    """The office of a department; one that has none issues in the name of the county's approval bureau."""
    row = StoredOffice.objects.filter(county=county, unit=unit).first()
    if row is None:
        return common_office()
    return Office(**{field: getattr(row, field) for field in _FIELDS})


def common_office() -> Office:
    """The county's own approval bureau (行政审批局), as the settings name the county."""
    place = settings.COUNTY_NAME
    return Office(
        name=f"{place}行政审批局",
        mark=f"{place[:1]}审批",
        government=f"{place}人民政府",
        court=f"{place}人民法院",
    )


def keep_office(
    *,
    county: str,
    unit: str,
    name: str,
    mark: str,
    at: datetime,
    by: Account,
    role: str,
    seal: str = "行政许可专用章",
    government: str = "",
    court: str = "",
    address: str = "",
    phone: str = "",
    fonds: str = "",
) -> StoredOffice:
    """Say how a department signs, anew or for the first time; refused where another has the 机关代字."""
    common = common_office()
    told = {
        "name": name, "mark": mark, "seal": seal, "government": government or common.government,
        "court": court or common.court, "address": address, "phone": phone, "fonds": fonds,
    }  # fmt: skip
    with transaction.atomic():
        row = StoredOffice.objects.select_for_update().filter(county=county, unit=unit).first()
        row = row or StoredOffice(county=county, unit=unit)
        for field, value in told.items():
            setattr(row, field, value)
        row.full_clean(validate_constraints=False)
        _save(row)
        append(
            county=county, stream=f"office/{unit}", kind="office.kept", facts=told,
            actor=by, role=role, at=at,
        )  # fmt: skip
    return row


def _save(row: StoredOffice) -> None:
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        raise Refusal(
            "office.mark",
            f"机关代字“{row.mark}”已由另一个部门使用。",
            "请换一个代字，文号才不会重复。",
        ) from None
