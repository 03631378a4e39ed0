"""Steps that are taken in given situations only (按情形办的环节): left out, what waited for them waits on."""

from __future__ import annotations

from dataclasses import replace

from kaocheng.catalogue.flowchart import chart
from kaocheng.catalogue.paths import taken
from kaocheng.catalogue.records import ItemVersion
from tests.catalogue.versions import ordinary


def branched() -> ItemVersion:
    """The decision comes after two side by side; the fire department is asked only for a place that is leased."""
    version = ordinary()
    steps = [replace(s, when=("rented",)) if s.key == "fire" else s for s in version.steps]
    return replace(version, steps=tuple(steps))


def test_a_branch_is_taken_where_its_situation_is() -> None:
    """With it both run side by side; without it the rest waits for what is left, and nothing waits for nobody."""
    version = branched()
    with_it = {step.key: step.after for step in taken(version, {"rented"})}
    assert {s.key: s.after for s in version.steps} == with_it
    without = {step.key: step.after for step in taken(version, {"owned"})}
    assert set(with_it) - {"fire"} == set(without)
    assert all(set(after) <= set(without) for after in without.values())
    assert without["decide"] == ("house", "accept")


def test_what_waits_for_two_left_out_in_a_row_waits_for_what_came_before() -> None:
    """The order of the others stays."""
    version = branched()
    steps = [
        replace(s, when=("rented",)) if s.key in ("house", "fire") else s for s in version.steps
    ]
    without = {s.key: s.after for s in taken(replace(version, steps=tuple(steps)), ())}
    before = next(s.after for s in version.steps if s.key == "house")
    assert before == without["decide"]


def test_the_chart_says_when() -> None:
    """A dashed frame, and the answer in the words beside the picture."""
    found = chart(branched(), {})
    assert found is not None
    assert [box.key for box in found.boxes if box.sometimes] == ["fire"]
    assert any("只在“" in said and "租" in said for said in found.words)
