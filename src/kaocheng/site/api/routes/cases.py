"""Cases (办件): files sent ahead, applying, my cases, what an applicant may do."""

from __future__ import annotations

from hashlib import sha256
from typing import Annotated, Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from ninja import File, Header, Path, Query, Router, UploadedFile

from kaocheng.hall.posts import Role
from kaocheng.site.accounts.models import Account
from kaocheng.site.api.auth import Bearer
from kaocheng.site.api.cursors import MOST, USUAL, page_of
from kaocheng.site.api.mapping import code_map, field_map
from kaocheng.site.api.routes.answers import account_of, once_for, reading, writing
from kaocheng.site.api.schemas.cases import (
    Application,
    CaseOut,
    CasePage,
    CaseWhole,
    FileOut,
    HandedIn,
    MoveIn,
)
from kaocheng.site.api.schemas.common import KEY_TOLD, Code, Key
from kaocheng.site.api.services import apply_for, keep_file, move_case
from kaocheng.site.api.showing.cases import case_line, case_whole
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.cases.showing import OpenMove, moves_for
from kaocheng.site.catalogue.services import pinned_version

router = Router(tags=["申办"])
APPLICANT = Bearer(Role.APPLICANT)
Once = Annotated[Key, Header(alias="Idempotency-Key", description=KEY_TOLD)]
Number = Annotated[Code, Path(description="办件编号")]


@router.post("/files", summary="上传电子文件", operation_id="upload", **writing(FileOut, APPLICANT))
def upload(
    request: HttpRequest,
    response: HttpResponse,
    key: Once,
    file: Annotated[UploadedFile, File(description="PDF、OFD、图片、DOCX、XLSX，不超过 20 MB")],
) -> Any:
    """先传文件，得到编号，再在申办或补正时使用。内容与后缀不符、损坏、带有宏的不接收。"""
    account = account_of(request)

    def keep(at: Any) -> dict[str, Any]:
        row = keep_file(upload=file, by=account, at=at)
        return {
            "file_code": row.number, "file_name": row.name, "file_hash": row.sha256,
            "file_size": row.size,
        }  # fmt: skip

    asked = [file.name, _digest(file)]
    return once_for(request, response, key=key, asked=asked, do=keep)


@router.post("/cases", summary="申办", operation_id="apply", **writing(CaseOut, APPLICANT))
def apply(request: HttpRequest, response: HttpResponse, key: Once, application: Application) -> Any:
    """为令牌账号的申请人提交申请：情形、材料。材料可以先交一部分，窗口一次告知还缺什么。"""
    told = field_map("application").back(application.model_dump())

    def do(at: Any) -> dict[str, Any]:
        row = apply_for(
            item=told["item"], situations=told["situations"], by=account_of(request),
            received=_received(application.materials), at=at, again=told["again"],
            renewal_of=told["renewal_of"], expires_on=told["expires_on"],
        )  # fmt: skip
        return case_line(row)

    asked = application.model_dump(mode="json")
    return once_for(request, response, key=key, asked=asked, do=do)


@router.get("/cases", summary="我的办件", operation_id="cases", **reading(CasePage, APPLICANT))
def cases(
    request: HttpRequest,
    project_state: Annotated[str, Query(max_length=2, description="办件状态代码")] = "",
    cursor: Annotated[str, Query(max_length=400, description="上一页的 next")] = "",
    limit: Annotated[int, Query(ge=1, le=MOST, description="每页条数")] = USUAL,
) -> Any:
    """本人的和受委托的办件，新的在前。"""
    rows = StoredCase.objects.own_of(account_of(request)).defer("facts")
    if project_state:
        rows = rows.filter(state=code_map("case_state").own(project_state))
    by = ("-received_at", "-id")
    found, following = page_of(rows, name="cases", by=by, cursor=cursor, limit=limit)
    return {"items": [case_line(row) for row in found], "next": following}


@router.get("/cases/{project_no}", summary="看一个办件", operation_id="case",
            **reading(CaseWhole, APPLICANT))  # fmt: skip
def case(request: HttpRequest, project_no: Number) -> Any:
    """材料、环节、特别程序、文书，和现在可以办的 moves。"""
    account = account_of(request)
    return _whole(_mine(account, project_no), account)


@router.post("/cases/{project_no}/moves/{move}", summary="办理一步", operation_id="move",
             **writing(CaseWhole, APPLICANT))  # fmt: skip
def make_move(  # noqa: PLR0917  # the parts of the request
    request: HttpRequest,
    response: HttpResponse,
    key: Once,
    project_no: Number,
    move: Annotated[Code, Path(description="动作，见办件的 moves")],
    given: MoveIn,
) -> Any:
    """补正、更正、补齐容缺材料、催办、撤回等。data_version 与现状不符的不执行（409），请取最新情况再办。"""
    account = account_of(request)

    def do(at: Any) -> dict[str, Any]:
        row = _mine(account, project_no)
        facts = _facts(given)
        serial = facts.pop("serial")
        moved = move_case(row=row, move=move, given=facts, serial=serial, by=account, at=at)
        return _whole(moved, account)

    asked = given.model_dump(mode="json")
    return once_for(request, response, key=key, asked=asked, do=do)


def _mine(account: Account, number: str) -> StoredCase:
    row: StoredCase | None = StoredCase.objects.own_of(account).filter(number=number).first()
    if row is None:
        raise Http404("没有这个办件，或者它不是您的申请。")
    return row


def _whole(row: StoredCase, account: Account) -> dict[str, Any]:
    record = row.record()
    version = pinned_version(county=row.county, item=row.item, version=row.version)
    found = moves_for(record, version, account, timezone.now(), row.applicant)
    able: dict[str, OpenMove] = {k: one for k, one in found.items() if one.role == Role.APPLICANT}
    return case_whole(row, record, able)


def _facts(given: MoveIn) -> dict[str, Any]:
    """What was filled in, under our names; what was left out is not there."""
    told = field_map("move").back(given.model_dump(exclude_none=True))
    return told | ({"received": _received(given.materials)} if given.materials else {})


def _received(materials: list[HandedIn]) -> list[dict[str, Any]]:
    table = field_map("handed")
    return [table.back(one.model_dump()) for one in materials]


def _digest(file: UploadedFile) -> str:
    digest = sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    return digest.hexdigest()
