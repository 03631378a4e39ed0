"""The catalogue (事项目录): what can be applied for, and the code lists."""

from __future__ import annotations

from typing import Annotated, Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from ninja import Path, Query, Router

from kaocheng.catalogue.codes import CodeList, code_lists
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.api.cursors import MOST, USUAL, page_of
from kaocheng.site.api.mapping import CodeMap, code_maps
from kaocheng.site.api.routes.answers import reading
from kaocheng.site.api.schemas.common import Code, CodeListOut, CodeListsOut
from kaocheng.site.api.schemas.items import ItemOut, ItemPage
from kaocheng.site.api.showing.items import item_line, item_whole
from kaocheng.site.catalogue.services import published_items, version_in_force

router = Router(tags=["事项目录"])


@router.get("/items", summary="查事项", operation_id="items", **reading(ItemPage))
def items(  # noqa: PLR0917  # one parameter a filter
    request: HttpRequest,
    q: Annotated[str, Query(max_length=80, description="名称、关键词、编码里的字")] = "",
    task_type: Annotated[str, Query(max_length=2, description="事项类型代码")] = "",
    server_type: Annotated[str, Query(max_length=2, description="服务对象代码")] = "",
    dept_code: Annotated[str, Query(max_length=40, description="实施或办理部门编码")] = "",
    topic: Annotated[str, Query(max_length=40, description="主题")] = "",
    cursor: Annotated[str, Query(max_length=400, description="上一页的 next")] = "",
    limit: Annotated[int, Query(ge=1, le=MOST, description="每页条数")] = USUAL,
) -> Any:
    """现行的事项，按编号排列。"""
    rows = published_items(settings.COUNTY, timezone.localdate()).searched(q)
    rows = rows.filter(kind=task_type) if task_type else rows
    rows = rows.for_applicant(server_type) if server_type else rows
    rows = rows.of_department(dept_code) if dept_code else rows
    rows = rows.on_theme(topic) if topic else rows
    found, following = page_of(rows, name="items", by=("number",), cursor=cursor, limit=limit)
    return {"items": [item_line(row) for row in found], "next": following}


@router.get("/items/{task_code}", summary="看一个事项", operation_id="item", **reading(ItemOut))
def item(request: HttpRequest, task_code: Annotated[Code, Path(description="本县事项编号")]) -> Any:
    """现行版本的实施清单：时限、材料、情形、收费、结果。"""
    day = timezone.localdate()
    return item_whole(version_in_force(county=settings.COUNTY, item=task_code, on=day))


@router.get("/codes", summary="代码表目录", operation_id="codes", **reading(CodeListsOut))
def codes(request: HttpRequest) -> Any:
    """接口用到的全部代码表，每张写明出处。"""
    return {"items": [{name: one[name] for name in ("key", "title", "basis")} for one in _lists()]}


@router.get(
    "/codes/{key}", summary="看一张代码表", operation_id="code_list", **reading(CodeListOut)
)
def code_list(request: HttpRequest, key: Annotated[Code, Path(description="代码表标识")]) -> Any:
    """代码和名称。"""
    found = next((one for one in _lists() if one["key"] == key), None)
    if found is None:
        raise Refusal("api.none", f"没有“{key}”这张代码表。", "代码表目录见 codes。")
    return found


def _lists() -> list[dict[str, Any]]:
    """The lists of the catalogue, then the tables of the border; a key of both is the catalogue's."""
    every: dict[str, CodeMap | CodeList] = {**code_maps(), **code_lists()}
    return [
        {
            "key": key,
            "title": one.title,
            "basis": one.basis,
            "codes": [{"code": code, "name": name} for code, name in one.names.items()],
        }
        for key, one in sorted(every.items())
    ]
