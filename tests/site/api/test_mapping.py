"""Over the border and back: every code and field comes back as what it was."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from ninja import Schema

from kaocheng.cases.states import Channel, State, TaskState, Verdict
from kaocheng.catalogue import elements
from kaocheng.catalogue.records import ItemVersion, Necessity
from kaocheng.feedback.levels import Level
from kaocheng.hall.tickets import TicketState
from kaocheng.kernel.clocks import Span
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.api.mapping import code_map, code_maps, field_map, field_maps
from kaocheng.site.api.schemas import cases, hall, items
from kaocheng.site.api.showing.items import item_whole, own_values
from tests.catalogue.versions import immediate, ordinary, tolerant, versions

OWN = {
    "case_state": State, "verdict": Verdict, "channel": Channel, "limit_unit": Span,
    "necessity": Necessity, "ticket_state": TicketState, "satisfaction": Level,
}  # fmt: skip
"""What must have a code, all of it."""
SCHEMAS: dict[str, list[type[Schema]]] = {
    "item": [items.ItemLine, items.ItemOut],
    "material": [items.MaterialOut],
    "case": [cases.CaseOut],
    "application": [cases.Application],
    "handed": [cases.HandedOut, cases.HandedIn],
    "step": [cases.StepOut],
    "special": [cases.SpecialOut],
    "paper": [cases.PaperOut],
    "move": [cases.MoveIn],
    "rating": [hall.RatingIn],
    "ticket": [hall.TicketOut, hall.TicketIn],
}


@pytest.mark.parametrize("key", sorted(code_maps()))
def test_codes_come_back(key: str) -> None:
    """Each code as itself; each of our words too, unless the standard has one code for several."""
    table = code_map(key)
    assert table.basis
    assert all(table.code(table.own(code)) == code for code in table.names)
    for pair in table.pairs:
        assert pair.merged or table.own(table.code(pair.own)) == pair.own
    with pytest.raises(Refusal):
        table.own("没有的代码")


@pytest.mark.parametrize("key", OWN)
def test_every_word_has_its_code(key: str) -> None:
    """A state, channel or level added inside is missed here."""
    assert {str(one.value) for one in OWN[key]} == {pair.own for pair in code_map(key).pairs}


def test_a_step_that_has_begun_has_its_code() -> None:
    """One that has not is not told."""
    known = {pair.own for pair in code_map("step_state").pairs}
    assert {str(one) for one in TaskState} - known == {str(TaskState.WAITING)}


def test_the_scale_of_the_standard_begins_with_the_best() -> None:
    """1 is 非常满意; the other scale in use runs the other way."""
    told = {code: code_map("satisfaction").own(code) for code in "15"}
    assert {"1": Level.VERY_SATISFIED, "5": Level.VERY_DISSATISFIED} == told


@pytest.mark.parametrize("key", sorted(field_maps()))
def test_the_schemas_are_those_of_the_tables(key: str) -> None:
    """Every field of a table is in a schema, described in the words of the table."""
    table = field_map(key)
    told = {
        name: one.description for made in SCHEMAS[key] for name, one in made.model_fields.items()
    }
    assert {} == {f.border: f for f in table.fields if table.told(f.border) != told.get(f.border)}


def test_items_use_the_identifiers_of_the_catalogue() -> None:
    """One name for one element, in the implementing list and at the border."""
    path = Path(elements.__file__).with_suffix(".toml")
    known = {one["id"]: one.get("holds", "") for one in tomllib.loads(path.read_text())["element"]}
    ours = {one.border: one.own for one in field_map("item").fields if one.border in known}
    assert {"task_name", "by_law", "limit_scene_num", "handle_dept"} <= set(ours)
    shown = {key: known[key].replace("limits.", "") for key in ours}
    assert {k: v for k, v in ours.items() if k != "task_version"} == {
        k: v for k, v in shown.items() if k != "task_version"
    }


def _back_and_forth(version: Any) -> None:
    told = item_whole(version)
    items.ItemOut.model_validate(told)
    kept = field_map("item").back(told)
    own = own_values(version)
    assert {one.own: own[one.own] for one in field_map("item").fields} == kept
    for material, outside in zip(version.materials, told["materials"], strict=True):
        inside = field_map("material").back(outside)
        assert {name: getattr(material, name) for name in inside} == inside


@pytest.mark.parametrize("make", [ordinary, immediate, tolerant])
def test_an_item_comes_back(make: Any) -> None:
    """A permit, one done at once, one with tolerated papers."""
    _back_and_forth(make())


@settings(max_examples=50, derandomize=True, deadline=None)
@given(versions)
def test_any_item_comes_back(version: ItemVersion) -> None:
    """Whatever an implementing list may say."""
    _back_and_forth(version)
