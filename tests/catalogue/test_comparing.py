"""Differences tell what a reviewer must look at, no less and no more."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from kaocheng.catalogue.comparing import Kind, compare
from kaocheng.catalogue.records import ItemVersion, Material
from kaocheng.kernel.clocks import Budget
from tests.catalogue.versions import ordinary, versions


@given(versions)
def test_a_version_differs_from_itself_in_nothing(version: ItemVersion) -> None:
    """Whatever it holds, doubled keys included."""
    assert () == compare(version, version)


def test_every_kind_of_change_is_told_in_the_forms_words() -> None:
    """An element changed, a material added, one removed, one field of one changed."""
    before = ordinary()
    kept = [m for m in before.materials if m.key != "plan"]
    kept[0] = replace(kept[0], originals=2)
    after = replace(
        before,
        limits=replace(before.limits, promised=Budget(5)),
        materials=(*kept, Material("photo", "场所照片")),
        themes=(),
    )
    told = {(c.kind, c.place, c.before, c.after) for c in compare(before, after)}
    assert (Kind.CHANGED, "承诺办结时限", "10个工作日", "5个工作日") in told
    assert (Kind.REMOVED, "主题分类", "设立变更", "") in told
    assert (Kind.CHANGED, "申请材料“经营许可申请表”原件份数", "1", "2") in told
    places = {(c.kind, c.place) for c in compare(before, after)}
    assert {(Kind.ADDED, "申请材料“场所照片”"), (Kind.REMOVED, "申请材料“场所平面图”")} <= places
    assert 5 == len(places)


def test_validity_is_no_change_of_content() -> None:
    """A copy under the next number, from another day, is the same list."""
    version = ordinary()
    assert () == compare(
        version, replace(version, version=2, valid_from=version.valid_from.replace(month=7))
    )


def test_what_was_turned_round_is_found_by_its_key() -> None:
    """The order of rows alone is no change."""
    version = ordinary()
    assert () == compare(version, replace(version, materials=version.materials[::-1]))
