"""Items over the border (政务服务事项)."""

from __future__ import annotations

from datetime import date

from ninja import Schema
from pydantic import Field

from kaocheng.site.api.mapping import field_map

_item = field_map("item").field
_material = field_map("material").field


class ItemLine(Schema):
    """政务服务事项（列表中的一行）."""

    task_code: str = _item("task_code")
    task_name: str = _item("task_name")
    task_type: str = _item("task_type")
    task_version: int = _item("task_version")
    project_type: str = _item("project_type")
    dept_code: str = _item("dept_code")
    limit_scene_num: int = _item("limit_scene_num")


class ItemPage(Schema):
    """事项列表的一页."""

    items: list[ItemLine] = Field(description="事项")
    next: str = Field(description="下一页的 cursor，没有下一页时为空")


class MaterialOut(Schema):
    """申请材料."""

    material_code: str = _material("material_code")
    material_name: str = _material("material_name")
    is_need: str = _material("is_need")
    need_condition: str = _material("need_condition")
    is_tolerance: bool = _material("is_tolerance")
    tolerance_day: int | None = _material("tolerance_day")
    material_type: str = _material("material_type")
    material_form: str = _material("material_form")
    original_num: int = _material("original_num")
    copy_num: int = _material("copy_num")
    accept_standard: str = _material("accept_standard")
    material_by_law: str = _material("material_by_law")
    source_type: str = _material("source_type")
    source_explain: str = _material("source_explain")


class SituationOut(Schema):
    """情形：对一个问题的一个回答，决定要哪些材料."""

    situation: str = Field(description="情形标识，申办时写在 situations 里")
    question: str = Field(description="问题，同一问题只选一个")
    answer: str = Field(description="回答")
    materials: list[str] = Field(description="选它要交的材料标识")
    when: list[str] = Field(description="选了其中一个情形才问；空的总是问")


class FeeOut(Schema):
    """收费."""

    fee_name: str = Field(description="收费项目")
    fee_amount: str | None = Field(description="金额（元），按情况计算的为空")
    fee_basis: str = Field(description="收费依据")


class ResultOut(Schema):
    """办理结果."""

    result_type: str = Field(description="结果类型，代码见 codes/result_kind")
    result_name: str = Field(description="结果名称")


class CarriedCode(Schema):
    """事项编码：事项带有的每一个编码，照原样."""

    system: str = Field(description="编码体系")
    code: str = Field(description="编码")


class ElementOut(Schema):
    """实施清单的其他要素."""

    element: str = Field(description="要素标识，见实施清单要素表")
    content: str = Field(description="内容")


class ItemOut(ItemLine):
    """实施清单（现行版本）."""

    use_level: str = _item("use_level")
    handle_dept: str = _item("handle_dept")
    plan_effective_date: date = _item("plan_effective_date")
    plan_cancel_date: date | None = _item("plan_cancel_date")
    promise_day: int = _item("promise_day")
    promise_type: str = _item("promise_type")
    promise_explain: str = _item("promise_explain")
    anticipate_day: int | None = _item("anticipate_day")
    anticipate_type: str = _item("anticipate_type")
    anticipate_explain: str = _item("anticipate_explain")
    accept_condition: str = _item("accept_condition")
    by_law: list[str] = _item("by_law")
    handle_type: list[str] = _item("handle_type")
    server_type: list[str] = _item("server_type")
    special_procedure: list[str] = _item("special_procedure")
    promise_system: bool = _item("promise_system")
    topics: list[str] = _item("topics")
    keywords: list[str] = _item("keywords")
    requires: list[str] = _item("requires")
    materials: list[MaterialOut] = Field(description="申请材料")
    situations: list[SituationOut] = Field(description="情形")
    fees: list[FeeOut] = Field(description="收费，不收费的为空")
    results: list[ResultOut] = Field(description="办理结果")
    codes: list[CarriedCode] = Field(description="事项编码")
    elements: list[ElementOut] = Field(description="其他要素")
