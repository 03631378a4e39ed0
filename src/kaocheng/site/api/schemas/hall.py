"""Rating and tickets over the border (评价、取号)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from ninja import Schema
from pydantic import Field, StringConstraints

from kaocheng.site.api.mapping import field_map
from kaocheng.site.api.schemas.common import Code, Input

_rating = field_map("rating").field
_ticket = field_map("ticket").field
RatingToken = Annotated[str, StringConstraints(min_length=8, max_length=80, pattern=r"^[\w-]+$")]
Letter = Annotated[str, StringConstraints(pattern=r"^[A-Z]{1,2}$")]
Optional = Annotated[str, StringConstraints(max_length=40, pattern=r"^\S*$")]


class ReasonOut(Schema):
    """评价原因."""

    tag: str = Field(description="标识，写在 evaluate_tags 里")
    text: str = Field(description="文字")
    satisfaction: list[str] = Field(description="可以用于哪几个满意度")


class InvitationOut(Schema):
    """评价邀请：评价的是什么."""

    subject: str = Field(description="办的是什么事")
    service: str = Field(description="评价哪个环节")
    expires: date = Field(description="最后一天")
    text_limit: int = Field(description="文字最多几个字")
    reasons: list[ReasonOut] = Field(description="可选的原因")


class RatingIn(Input):
    """评价."""

    evaluate_token: RatingToken = _rating("evaluate_token")
    satisfaction: Literal["1", "2", "3", "4", "5"] = _rating("satisfaction")
    evaluate_tags: list[Code] = _rating("evaluate_tags", default_factory=list, max_length=20)
    evaluate_content: Annotated[str, StringConstraints(max_length=500)] = _rating(
        "evaluate_content", ""
    )


class RatingOut(Schema):
    """评价回执."""

    evaluate_no: str = Field(description="评价编号")
    satisfaction: str = _rating("satisfaction")
    evaluate_time: datetime = Field(description="评价时间")
    rectify: bool = Field(description="是否为差评，已转核实整改")


class GroupOut(Schema):
    """取号业务."""

    business_code: str = Field(description="业务类别，取号时用")
    business_name: str = Field(description="名称")
    waiting: int = Field(description="等候人数")
    items: list[str] = Field(description="本类业务的事项编号")


class HallOut(Schema):
    """大厅和现在的排队."""

    hall_code: str = Field(description="大厅编号")
    hall_name: str = Field(description="名称")
    address: str = Field(description="地址")
    is_open: bool = Field(description="现在是否开放")
    windows: int = Field(description="在岗窗口数")
    business: list[GroupOut] = Field(description="取号业务")


class HallsOut(Schema):
    """全县的大厅."""

    items: list[HallOut] = Field(description="大厅")


class TicketIn(Input):
    """取号."""

    hall_code: Code = _ticket("hall_code")
    business_code: Letter = _ticket("business_code")
    task_code: Optional = _ticket("task_code", "")
    priority: Optional = Field("", description="优先照顾的类别，没有的不填")


class TicketOut(Schema):
    """号票和现在的排队."""

    ticket_no: str = _ticket("ticket_no")
    ticket_code: str = _ticket("ticket_code")
    hall_code: str = _ticket("hall_code")
    business_code: str = _ticket("business_code")
    task_code: str = _ticket("task_code")
    ticket_state: str = _ticket("ticket_state")
    take_time: datetime = _ticket("take_time")
    window_code: str = _ticket("window_code")
    ahead: int | None = Field(description="前面几人，不在等候时为空")
    minutes: int | None = Field(description="预计再等几分钟，没有窗口在岗时为空")
