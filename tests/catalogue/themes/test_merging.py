"""Merging: nothing asked twice, nothing asked that another item hands out, no demand lost."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from kaocheng.catalogue.records import Material, Necessity, Situation
from kaocheng.catalogue.themes.merging import filled_forms, merged_fields, merged_materials
from kaocheng.catalogue.themes.records import FormField, ThemeItem
from kaocheng.catalogue.themes.rules import field_identity, is_own_form, material_identity
from tests.catalogue.themes.samples import FIRE, LICENCE, PERMIT, SIGN, THEME, VERSIONS, version

NAMES = st.sampled_from(
    ["身份证", "居民身份证（复印件）", "营业执照", "营业执照副本", "平面图", "申请表", "租赁合同"]
)
MATERIALS = st.lists(
    st.builds(
        Material,
        key=st.uuids().map(str),
        name=NAMES,
        necessity=st.sampled_from(Necessity),
        originals=st.integers(0, 3),
        copies=st.integers(0, 3),
        output_of=st.sampled_from(["", "I0", "I1", "Z9"]),
    ),
    max_size=6,
)


@given(st.lists(MATERIALS, min_size=1, max_size=4))
def test_every_demand_is_merged_once(lists: list[list[Material]]) -> None:
    """Each material of each item stands in exactly one merged one; forms become fields."""
    versions = [version(f"I{n}", f"事项{n}", 1, *found) for n, found in enumerate(lists)]
    merged = merged_materials(versions)
    told = Counter((one.item, one.key) for m in merged for one in m.demands)
    wanted = Counter(
        (v.item, m.key) for v in versions for m in v.materials if not is_own_form(m.name)
    )
    assert wanted == told
    items = {v.item for v in versions}
    for one in merged:
        assert not one.supplied_by or one.supplied_by in items
        assert one.asked == (not one.supplied_by and not one.shared)
    plain = [one.name for one in merged if not one.supplied_by and "Z9" not in one.name]
    assert len(merged) <= sum(wanted.values())
    assert all(plain)


def test_the_same_under_other_names_is_one() -> None:
    """Identity card, deed and plan of three items are three papers, with the most copies asked."""
    merged = {one.name: one for one in merged_materials(VERSIONS)}
    card = merged["居民身份证"]
    assert ([("L1", "id"), ("P1", "who")], 1, 2) == (
        [(d.item, d.key) for d in card.demands], card.originals, card.copies,
    )  # fmt: skip
    assert ["P1", "F1"] == [d.item for d in merged["场所平面图"].demands]
    assert ("注明疏散通道",) == merged["场所平面图"].standards


def test_what_one_item_hands_out_is_not_asked() -> None:
    """By number or by code; two items that need it need it once."""
    merged = [one for one in merged_materials(VERSIONS) if one.supplied_by]
    assert [("L1", ["P1", "S1"])] == [(m.supplied_by, [d.item for d in m.demands]) for m in merged]
    alone = [one for one in merged_materials((PERMIT, SIGN)) if one.name.startswith("营业执照")]
    assert alone
    assert all(one.asked for one in alone)


def test_what_is_shared_by_one_but_asked_by_another_is_asked() -> None:
    """Only what nobody asks for is spared."""
    merged = {one.name: one for one in merged_materials((LICENCE, FIRE))}
    assert merged["不动产权证书"].asked
    alone = {one.name: one for one in merged_materials((FIRE,))}
    assert alone["不动产权证书"].shared


def test_answers_choose_the_materials() -> None:
    """Without answers all count, with answers those that follow."""
    question = (Situation("yes", "有招牌吗？", "有", ("b",)), Situation("no", "有招牌吗？", "没有"))
    asked = version(
        "A1", "示例", 1, Material("a", "甲证"), Material("b", "乙证"), situations=question
    )
    assert 2 == len(merged_materials((asked,)))
    assert ["甲证"] == [one.name for one in merged_materials((asked,), {"A1": ("no",)})]
    both = merged_materials((asked,), {"A1": ("yes",)})
    assert ["甲证", "乙证"] == [one.name for one in both]


def test_one_form_fills_all() -> None:
    """Four names of the applicant are one field; each form gets it under its own label."""
    merged = merged_fields(THEME.items)
    by_label = {field.label: field for field in merged}
    assert [("L1", "企业名称"), ("P1", "单位名称"), ("S1", "申请人")] == list(
        by_label["申请人名称"].targets
    )
    forms = filled_forms(merged, {"申请人名称": "示范店", "招牌位置": "门楣"})
    assert {
        "L1": {"企业名称": "示范店"},
        "P1": {"单位名称": "示范店"},
        "S1": {"申请人": "示范店", "招牌位置": "门楣"},
    } == forms


def test_fields_of_different_kinds_stay_apart() -> None:
    """The later one says whose it is."""
    items = (
        ThemeItem("A", (FormField("开业日期"),)),
        ThemeItem("B", (FormField("开业日期", "date", required=False),)),
    )
    merged = merged_fields(items)
    assert ["开业日期", "开业日期（B）"] == [field.label for field in merged]
    assert [True, False] == [field.required for field in merged]


def test_names_are_compared_without_their_trimmings() -> None:
    """原件, 复印件, brackets and quotes do not make another paper."""
    assert "居民身份证" == material_identity("《居民身份证》（原件及复印件）")
    assert "申请人名称" == field_identity("单位名称")
    assert is_own_form("食品经营许可申请表")
    assert not is_own_form("授权委托书")
