"""Attaching a file to a row of a draft (挂附件)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile

from kaocheng.catalogue.drafting import part_rows
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.models import Account
from kaocheng.site.base.files import keep_upload
from kaocheng.site.base.models import StoredFile
from kaocheng.site.catalogue.models import StoredItem
from kaocheng.site.catalogue.samplefiles import PURPOSE
from kaocheng.site.catalogue.services.drafts import save_part
from kaocheng.site.catalogue.services.standing import draft_of
from kaocheng.site.catalogue.services.versions import version_of

PLACES = {
    ("materials", "blank"): "空白表格",
    ("materials", "sample"): "填写样例",
    ("results", "sample"): "结果样本",
}
"""Where a file can be attached."""


def attach_sample(
    *,
    county: str,
    number: str,
    part: str,
    row: int,
    field: str,
    upload: UploadedFile[Any],
    by: Account,
    role: str,
    at: datetime,
) -> StoredFile:
    """Keep a file and name it in a row of the draft; refuses a place that is not there."""
    item = StoredItem.objects.filter(county=county, number=number).first()
    if item is None or (part, field) not in PLACES:
        raise Refusal("item.place", "没有这个位置可以挂附件。", "请从列表里选。")
    draft = draft_of(item)
    rows = [dict(held) for held in part_rows(version_of(draft), part)]
    if not 0 <= row < len(rows):
        raise Refusal("item.place", "没有这一行。", "请刷新页面后再选。")
    seen = draft.digest
    file = keep_upload(upload=upload, by=by, purpose=PURPOSE, at=at, subject=number)
    rows[row][field] = file.number
    save_part(
        county=county, number=number, part=part, rows=rows, by=by, role=role, at=at,
        expected_digest=seen,
    )  # fmt: skip
    return file
