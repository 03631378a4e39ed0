"""Tracking (进度查询): number and code of the receipt open the progress, nothing personal."""

from __future__ import annotations

from typing import Annotated, Any

from django.conf import settings
from django.http import Http404, HttpRequest
from django.utils.crypto import constant_time_compare
from ninja import Query, Router

from kaocheng.site.api.routes.answers import reading
from kaocheng.site.api.schemas.cases import ProgressOut
from kaocheng.site.api.schemas.common import Code
from kaocheng.site.api.showing.cases import progress_of
from kaocheng.site.cases.models import StoredCase

router = Router(tags=["进度"])
Secret = Annotated[Code, Query(max_length=16, description="收件凭据上的查询码")]


@router.get("/progress", summary="查进度", operation_id="progress", **reading(ProgressOut))
def progress(
    request: HttpRequest,
    project_no: Annotated[Code, Query(description="办件编号")],
    query_code: Secret,
) -> Any:
    """凭办件编号和查询码查办到哪一步；两样都对才有。"""
    row = StoredCase.objects.of(settings.COUNTY).filter(number=project_no).first()
    held, given = (row.code if row else ""), query_code.upper()
    if row is None or not constant_time_compare(held, given):
        raise Http404("没有这样的办件，或者查询码不对。")
    return progress_of(row, row.record())
