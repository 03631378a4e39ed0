"""Handing on (材料转交): one set of materials becomes what each case was handed."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile

from kaocheng.catalogue.themes.planning import Plan, PlannedCase
from kaocheng.site.accounts.models import Account
from kaocheng.site.base.files import keep_upload
from kaocheng.site.base.models import StoredFile
from kaocheng.site.cases.materialfiles import PURPOSE as CASE_MATERIAL

PURPOSE = "theme-material"
"""The purpose under which the one set of files is kept (see `base.files`)."""
SHARED, ONE_FORM = "部门共享", "一张表单"
Handed = Mapping[str, Mapping[str, Any]]
"""What was handed in: by the name of the merged material, its form, copies and upload."""


def kept_set(
    handed: Handed, *, number: str, by: Account, at: datetime
) -> dict[str, dict[str, Any]]:
    """The one set with its uploads kept once, under the number of the whole."""
    return {name: _kept(dict(row), number, by, at) for name, row in handed.items()}


def _kept(row: dict[str, Any], number: str, by: Account, at: datetime) -> dict[str, Any]:
    upload: UploadedFile[Any] | None = row.pop("upload", None)
    if upload is None:
        return row
    file = keep_upload(upload=upload, by=by, purpose=PURPOSE, at=at, subject=number)
    return row | {"file": file.number, "digest": file.sha256}


def planned(plan: Plan, one_set: Mapping[str, dict[str, Any]]) -> list[dict[str, Any]]:
    """The plan as it is kept: a mapping for each item, with what its case is to be handed."""
    return [_planned(case, one_set) for case in plan.cases]


def _planned(case: PlannedCase, one_set: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    received, results = [], []
    for handing in case.materials:
        if handing.supplied_by:
            results.append({"key": handing.key, "item": handing.supplied_by})
        elif handing.form:
            received.append({"key": handing.key, "form": ONE_FORM})
        elif handing.shared:
            received.append({"key": handing.key, "form": SHARED})
        elif handing.source in one_set:
            received.append({"key": handing.key, **one_set[handing.source]})
    return {
        "item": case.item, "version": case.version, "stage": case.stage,
        "situations": list(case.situations), "waits_for": list(case.waits_for),
        "received": received, "results": results, "case": "",
    }  # fmt: skip


def handed_to(
    county: str, rows: Sequence[Mapping[str, Any]], *, case: str, at: datetime
) -> list[dict[str, Any]]:
    """Materials for one case: each file under the case's own number, so that who sees the case opens it."""
    return [_own(county, dict(row), case, at) for row in rows]


def _own(county: str, row: dict[str, Any], case: str, at: datetime) -> dict[str, Any]:
    if not row.get("file"):
        return row
    kept = StoredFile.objects.get(county=county, number=row["file"])
    again = StoredFile(
        county=county, number=secrets.token_hex(16), sha256=kept.sha256, name=kept.name, kind=kept.kind,
        size=kept.size, purpose=CASE_MATERIAL, subject=case, kept_by=kept.kept_by, kept_at=at,
    )  # fmt: skip
    again.save(force_insert=True)
    return row | {"file": again.number}
