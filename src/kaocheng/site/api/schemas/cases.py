"""Cases over the border (办件): what is handed in, what is told of them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from ninja import Schema
from pydantic import Field

from kaocheng.site.api.mapping import field_map
from kaocheng.site.api.schemas.common import Code, Input, Line, Note

_handed = field_map("handed").field
_application = field_map("application").field
_case = field_map("case").field
_step = field_map("step").field
_special = field_map("special").field
_paper = field_map("paper").field
_move = field_map("move").field
_MOST = 99


class FileOut(Schema):
    """电子文件."""

    file_code: str = Field(description="电子文件编号，用于一份材料，只用一次")
    file_name: str = Field(description="文件名")
    file_hash: str = Field(description="内容的 SHA-256")
    file_size: int = Field(description="字节数")


class HandedIn(Input):
    """提交的一份材料."""

    material_code: Code = _handed("material_code")
    original_num: int = _handed("original_num", 0, ge=0, le=_MOST, strict=True)
    copy_num: int = _handed("copy_num", 0, ge=0, le=_MOST, strict=True)
    file_code: Annotated[str, Field(max_length=40)] = _handed("file_code", "")


class Application(Input):
    """办事申请."""

    task_code: Code = _application("task_code")
    situations: list[Code] = _application("situations", default_factory=list, max_length=50)
    materials: list[HandedIn] = _application("materials", default_factory=list, max_length=200)
    original_no: Annotated[str, Field(max_length=80)] = _application("original_no", "")
    original_end_date: date | None = _application("original_end_date", None)
    apply_again: bool = _application("apply_again", default=False, strict=True)
    is_true: Literal[True] = _application("is_true")


class CaseOut(Schema):
    """办件."""

    project_no: str = _case("project_no")
    query_code: str = _case("query_code")
    task_code: str = _case("task_code")
    task_name: str = _case("task_name")
    task_version: int = _case("task_version")
    project_state: str = _case("project_state")
    apply_source: str = _case("apply_source")
    dept_code: str = _case("dept_code")
    apply_time: datetime = _case("apply_time")
    accept_time: datetime | None = _case("accept_time")
    promise_end_date: date | None = _case("promise_end_date")
    anticipate_end_date: date | None = _case("anticipate_end_date")
    finish_time: datetime | None = _case("finish_time")
    result_code: str = _case("result_code")
    deliver_time: datetime | None = _case("deliver_time")
    data_version: int = _case("data_version")


class CasePage(Schema):
    """我的办件的一页."""

    items: list[CaseOut] = Field(description="办件，新的在前")
    next: str = Field(description="下一页的 cursor，没有下一页时为空")


class HandedOut(Schema):
    """收到的一份材料."""

    material_code: str = _handed("material_code")
    receive_type: str = _handed("receive_type")
    original_num: int = _handed("original_num")
    copy_num: int = _handed("copy_num")
    file_code: str = _handed("file_code")
    receive_time: datetime = _handed("receive_time")


class MissingOut(Schema):
    """需要补正或更正的材料."""

    material_code: str = Field(description="材料标识")
    reason: str = Field(description="缺什么、错在哪里")


class StepOut(Schema):
    """办理环节."""

    step_code: str = _step("step_code")
    step_name: str = _step("step_name")
    step_state: str = _step("step_state")
    dept_code: str = _step("dept_code")
    begin_time: datetime | None = _step("begin_time")
    end_time: datetime | None = _step("end_time")


class SpecialOut(Schema):
    """特别程序."""

    special_type: str = _special("special_type")
    special_name: str = _special("special_name")
    begin_time: datetime = _special("begin_time")
    end_time: datetime | None = _special("end_time")
    special_result: str = _special("special_result")


class PaperOut(Schema):
    """文书."""

    paper_no: str = _paper("paper_no")
    paper_type: str = _paper("paper_type")
    paper_time: datetime = _paper("paper_time")


class MoveOut(Schema):
    """现在可以办的一步."""

    move: str = Field(description="动作，写在网址里")
    title: str = Field(description="名称")
    required: list[str] = Field(description="必填的字段")


class CaseWhole(CaseOut):
    """一个办件的全部情况."""

    materials: list[HandedOut] = Field(description="收到的材料")
    missing: list[MissingOut] = Field(description="等申请人补正的材料")
    tolerated: list[str] = Field(description="容缺未补的材料标识")
    steps: list[StepOut] = Field(description="办理环节")
    specials: list[SpecialOut] = Field(description="特别程序和延期")
    papers: list[PaperOut] = Field(description="文书")
    moves: list[MoveOut] = Field(description="申请人现在可以办的")
    told: str = Field(description="现在到哪一步、需要做什么")


class MoveIn(Input):
    """申请人办理的一步；要哪些字段见办件的 moves."""

    data_version: int = _move("data_version", ge=0, le=2**31 - 1, strict=True)
    reason: Note | None = _move("reason", None)
    materials: list[HandedIn] | None = _move("materials", None, max_length=200)
    step_code: Code | None = _move("step_code", None)
    agent_code: Code | None = _move("agent_code", None)
    letter_no: Line | None = _move("letter_no", None)
    sign_date: date | None = _move("sign_date", None)


class ProgressStep(Schema):
    """进度的一步."""

    name: str = Field(description="名称")
    done: bool = Field(description="已经完成")
    now: bool = Field(description="正在这一步")


class ProgressOut(Schema):
    """办理进度，没有个人信息."""

    project_no: str = _case("project_no")
    task_name: str = _case("task_name")
    project_state: str = _case("project_state")
    apply_time: datetime = _case("apply_time")
    accept_time: datetime | None = _case("accept_time")
    promise_end_date: date | None = _case("promise_end_date")
    finish_time: datetime | None = _case("finish_time")
    result_code: str = _case("result_code")
    told: str = Field(description="现在到哪一步、需要做什么")
    steps: list[ProgressStep] = Field(description="六个阶段；中途结束的办件为空")
