"""Halls and tickets (大厅、取号): the queues now, taking a ticket, following it by its code."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Header, Path, Router

from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.api.auth import Bearer, Caller
from kaocheng.site.api.limiting import TICKETS
from kaocheng.site.api.routes.answers import account_of, once_for, reading, writing
from kaocheng.site.api.schemas.common import KEY_TOLD, Code, Key
from kaocheng.site.api.schemas.hall import HallOut, HallsOut, TicketIn, TicketOut
from kaocheng.site.api.services.applying import applicant_of
from kaocheng.site.api.showing.hall import hall_of, ticket_of
from kaocheng.site.hall.models import StoredHall, StoredTicket
from kaocheng.site.hall.pages.caller import CALLERS
from kaocheng.site.hall.services import take_ticket

router = Router(tags=["大厅和取号"])
TAKERS = Bearer(Role.APPLICANT, *CALLERS, devices=True)
ONLINE, ONLINE_A_DAY = "online", 10
"""So many tickets an applicant may take online a day (每日网上取号上限)."""


@router.get("/halls", summary="大厅和排队", operation_id="halls", **reading(HallsOut))
def halls(request: HttpRequest) -> Any:
    """每个大厅现在是否开放，各类业务几个人在等。"""
    at = timezone.now()
    rows = StoredHall.objects.filter(county=settings.COUNTY)
    return {"items": [hall_of(row, at) for row in rows]}


@router.get("/halls/{hall_code}", summary="一个大厅的排队", operation_id="hall", **reading(HallOut))
def hall(request: HttpRequest, hall_code: Annotated[Code, Path(description="大厅编号")]) -> Any:
    """这个大厅现在是否开放，各类业务几个人在等。"""
    row = StoredHall.objects.filter(county=settings.COUNTY, number=hall_code).first()
    if row is None:
        raise Http404("没有这个大厅。")
    return hall_of(row, timezone.now())


@router.post("/tickets", summary="取号", operation_id="take", **writing(TicketOut, TAKERS))
def take(
    request: HttpRequest,
    response: HttpResponse,
    key: Annotated[Key, Header(alias="Idempotency-Key", description=KEY_TOLD)],
    given: TicketIn,
) -> Any:
    """申请人网上取号（每天最多 10 次），工作人员代取，或用取号机的设备令牌（只能取本大厅的号）。"""
    caller: Caller = request.auth  # type: ignore[attr-defined]  # set by the bearer

    def do(at: datetime) -> dict[str, Any]:
        row = take_ticket(
            county=caller.county, hall=given.hall_code, group=given.business_code,
            item=given.task_code, priority=given.priority, at=at, **_hand(caller, given, at),
        )  # fmt: skip
        if row.channel == ONLINE:
            TICKETS.count(applicant_of(account_of(request)).number, at, ONLINE_A_DAY)
        return ticket_of(row, at)

    asked = given.model_dump(mode="json")
    return once_for(request, response, key=key, asked=asked, do=do)


@router.get("/tickets/{ticket_code}", summary="查号", operation_id="ticket", **reading(TicketOut))
def ticket(
    request: HttpRequest, ticket_code: Annotated[Code, Path(description="号票上的查询码")]
) -> Any:
    """凭查询码看前面还有几人；叫到时看几号窗口。"""
    rows = StoredTicket.objects.filter(county=settings.COUNTY, code=ticket_code)
    row = rows.first()
    if row is None:
        raise Http404("没有这张号票。")
    return ticket_of(row, timezone.now())


def _hand(caller: Caller, given: TicketIn, at: datetime) -> dict[str, Any]:
    """Through which channel and by whom: a kiosk of this hall, a member of staff, an applicant by number."""
    if caller.device is not None:
        if caller.device.hall.number != given.hall_code:
            raise Refusal("device.scope", "取号机只能取本大厅的号。", "请核对大厅编号。")
        return {"channel": "kiosk", "by": f"device:{caller.device.number}", "role": "device"}
    account = caller.account
    if account is None or Role.APPLICANT in account.roles:
        return _online(caller, at)
    role = next(role for role in CALLERS if role in account.roles)
    return {"channel": "counter", "by": account, "role": role.value}


def _online(caller: Caller, at: datetime) -> dict[str, Any]:
    if caller.account is None:
        raise Refusal("ticket.role", "没有可以取号的身份。", "请用申请人或取号机的令牌。")
    number = applicant_of(caller.account).number
    if TICKETS.seen(number, at) >= ONLINE_A_DAY:
        raise Refusal("ticket.often", f"每天最多网上取号 {ONLINE_A_DAY} 次。", "请到大厅取号。")
    return {"channel": ONLINE, "by": number, "role": Role.APPLICANT.value}
