"""Circles of proof are found through items, materials and codes, and told by name."""

from __future__ import annotations

from kaocheng.catalogue.preconditions import Need, circles, needs, unknown
from kaocheng.catalogue.records import ItemVersion, Material, Necessity
from tests.catalogue.versions import immediate


def item(
    number: str, *, requires: tuple[str, ...] = (), of: str = "", **more: object
) -> ItemVersion:
    """An item that requires others, or asks for a material another one hands out."""
    materials = (Material("m", f"{of}的证明", output_of=of),) if of else ()
    fields: dict[str, object] = {"codes": (("基本编码", f"B{number}"),), "materials": materials}
    return immediate(item=number, name=f"事项{number}", requires=requires, **{**fields, **more})


def test_a_circle_is_told_line_by_line() -> None:
    """甲 needs the output of 乙 and 乙 of 甲."""
    (circle,) = circles([item("A", of="B"), item("B", of="A"), item("C", requires=("A",))])
    assert ("A", "B") == circle.items
    names = {"A": "甲", "B": "乙"}
    assert "办“甲”要先办“乙”的结果（材料“B的证明”）" == circle.needs[0].told(names)


def test_a_circle_over_several_items_and_kinds_of_need() -> None:
    """Through a required item, a material, and a code in place of a number."""
    found = circles([item("A", requires=("B",)), item("B", of="C"), item("C", requires=("BA",))])
    assert [("A", "B", "C")] == [circle.items for circle in found]


def test_without_a_circle_there_is_none() -> None:
    """A chain, and two that need a third."""
    assert () == circles(
        [item("A", of="C"), item("B", of="C"), item("C", requires=("D",)), item("D")]
    )


def test_what_departments_share_is_no_need() -> None:
    """The applicant does not fetch it, so it closes no circle."""
    shared = (Material("m", "B的证明", Necessity.SUPPLIED, output_of="B"),)
    assert () == circles([item("A", materials=shared), item("B", of="A")])


def test_a_code_that_two_items_carry_names_neither() -> None:
    """An ambiguous code is told as unknown, not guessed."""
    both = (("基本编码", "X"),)
    listed = [item("A", codes=both), item("B", codes=both), item("C", requires=("X",))]
    assert () == needs(listed)
    assert (Need("C", "X"),) == unknown(listed)


def test_what_points_nowhere_is_told() -> None:
    """With the material it was asked for."""
    assert (Need("A", "Z", "Z的证明"),) == unknown([item("A", of="Z"), item("B", of="A")])
