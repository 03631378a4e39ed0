"""The elements cover the standard's list, each has its place in a version, and codes their names."""

from __future__ import annotations

from dataclasses import fields

import pytest

from kaocheng.catalogue.codes import code_list, code_lists, named
from kaocheng.catalogue.elements import RECORDS, elements, filled, is_blank, parts
from kaocheng.catalogue.records import ItemVersion
from kaocheng.hall.posts import Role
from tests.catalogue.versions import ordinary

NAMED_BY_THE_STANDARD = [
    "task_name", "task_type", "use_level", "codes", "dept_code", "dept_type", "entrust_name",
    "power_source", "by_law", "topics", "project_type", "server_type", "handle_type",
    "limit_scene_num", "anticipate", "anticipate_explain", "promise", "promise_explain",
    "accept_condition", "handle_flow", "special_procedure", "fees", "results", "transact_addr",
    "transact_time", "link_way", "supervise_way", "is_entry_center", "handle_area", "other_dept",
    "service_type", "limit_explain", "is_schedule", "is_pay_online", "is_express",
    "online_handle_depth", "town_code", "village_code", "plan_effective_date", "plan_cancel_date",
    "cd_operation", "cd_time", "cd_batch", "data_source", "task_version", "task_state",
    "materials",
]  # fmt: skip


def test_every_element_of_the_standard_is_there() -> None:
    """None forgotten, none twice, each with a title and what it is about."""
    ids = [element.id for element in elements()]
    assert [] == [wanted for wanted in NAMED_BY_THE_STANDARD if wanted not in ids]
    assert len(ids) == len(set(ids))
    assert all(element.title and element.about for element in elements())


def test_every_element_has_its_place() -> None:
    """What names a field of a version finds one; what does not is kept by its identifier."""
    version = ordinary()
    for element in elements():
        if element.kind != "system":
            filled(version, element)
    assert "示范县政务服务中心一楼" == filled(
        version, next(e for e in elements() if e.id == "transact_addr")
    )


def test_blank_is_not_no() -> None:
    """否 and 0 are answers; nothing at all is blank."""
    version = ordinary(max_visits=0, immediate=False, applicants=(), limits=ordinary().limits)
    blank = {e.id for e in elements() if e.kind != "system" and is_blank(version, e)}
    assert {"server_type"} <= blank
    assert not {"limit_scene_num", "project_type", "promise"} & blank


@pytest.mark.parametrize("key", RECORDS)
def test_the_fields_of_a_part_are_those_of_its_record(key: str) -> None:
    """A form can fill every field of a record, and none that the record lacks."""
    assert {f.name for f in fields(RECORDS[key])} == {f.name for f in parts()[key].fields}


def test_every_field_of_a_version_is_filled_by_some_element() -> None:
    """Nothing a record holds is out of the department's reach."""
    held = {element.holds.partition(".")[0] for element in elements()}
    assert {f.name for f in fields(ItemVersion)} - held == {"item", "elements"}


def test_code_lists_say_where_they_are_from() -> None:
    """And name each code once."""
    assert all(found.basis for found in code_lists().values())
    for found in code_lists().values():
        assert len(set(found.names.values())) == len(found.names)
    assert ("行政许可", "01", "01") == (
        named("kind", "01"), code_list("kind").code("行政许可"), code_list("kind").code("01")
    )  # fmt: skip
    assert ("99", None) == (named("kind", "99"), code_list("kind").code("无此类"))


def test_the_posts_of_steps_are_those_of_the_hall() -> None:
    """The catalogue stands below the hall and repeats the names; they may not drift apart."""
    names = code_list("step_role").names
    assert {code: Role(code).title for code in names} == dict(names)
