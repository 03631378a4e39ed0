"""A theme compiled: what is saved, what one more share would save, what stands against going online."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kaocheng.catalogue.themes import moving
from kaocheng.catalogue.themes.compiling import cautions, chosen_part, compile_theme
from kaocheng.catalogue.themes.encoding import decoded, encoded
from kaocheng.catalogue.themes.lists import listing, theme_lists
from kaocheng.catalogue.themes.moving import moved, open_moves
from kaocheng.catalogue.themes.planning import plan_cases
from kaocheng.catalogue.themes.records import ThemeItem, ThemeState
from kaocheng.kernel.events.canonical import canonical
from kaocheng.kernel.refusing import Refusal
from tests.catalogue.themes.samples import FIRE, LICENCE, OUTSIDE, PERMIT, THEME, VERSIONS, version

ON = date(2026, 9, 1)


def test_what_is_saved() -> None:
    """Papers, forms, fields, days, visits: one by one and as one."""
    compiled = compile_theme(THEME, VERSIONS)
    told = {one.title: (one.before, one.after) for one in compiled.comparisons}
    assert {
        "材料": (9, 5), "申请表": (3, 1), "填写栏目": (13, 8), "时限": (25, 11), "跑动": (4, 1),
    } == told  # fmt: skip
    assert compiled.days == 11
    assert [4, 2, 5, 14, 3] == [one.saved for one in compiled.comparisons]


def test_asked_and_spared_are_told_apart() -> None:
    """Whatever is not asked says why."""
    compiled = compile_theme(THEME, VERSIONS)
    assert {"居民身份证", "不动产权证书", "场所平面图", "招牌设计图", "从业人员健康证明"} == {
        one.name for one in compiled.asked
    }
    assert ["营业执照副本"] == [one.name for one in compiled.spared]


def test_what_one_more_share_would_save() -> None:
    """The health certificate takes five days elsewhere; the identity card is asked for by two items."""
    found = compile_theme(THEME, VERSIONS, (OUTSIDE,)).shares
    assert ("从业人员健康证明", "健康合格证明", 1, 5) == (
        found[0].name, found[0].source, found[0].papers, found[0].days,
    )  # fmt: skip
    assert [("不动产权证书", 2), ("场所平面图", 2), ("居民身份证", 2)] == [
        (share.name, share.papers) for share in found[1:4]
    ]
    assert all(share.days == 0 for share in compile_theme(THEME, VERSIONS).shares)


def test_a_theme_without_a_version_is_not_compiled() -> None:
    """It says which item has none."""
    with pytest.raises(Refusal, match="事项 S1 没有现行的实施清单"):
        compile_theme(THEME, VERSIONS[:3])


def test_optional_items_are_left_out_unless_asked_for() -> None:
    """And with them their materials."""
    plain, whole = chosen_part(THEME, ()), chosen_part(THEME, ("S1",))
    assert ["L1", "P1", "F1"] == [item.item for item in plain.items]
    assert THEME == whole
    assert "招牌设计图" not in {one.name for one in compile_theme(plain, VERSIONS).materials}


def test_cautions_before_going_online() -> None:
    """Too few items, too long, no fields, no lead; nothing where all is well."""
    assert () == cautions(compile_theme(THEME, VERSIONS), ON)
    slow = version("P1", "食品经营许可", 50)
    bare = replace(THEME, lead="", items=(ThemeItem("P1"),))
    said = "".join(cautions(compile_theme(bare, (slow,)), ON))
    assert [] == [
        w
        for w in ("只有一个事项", "50 个工作日", "栏目还没有录入", "没有牵头单位")
        if w not in said
    ]


def test_the_plan_hands_every_material_to_its_item() -> None:
    """Stage by stage; the licence from its case, the rest from the one set."""
    plan = plan_cases(compile_theme(THEME, VERSIONS))
    assert [("L1", 0), ("F1", 0), ("P1", 1), ("S1", 1)] == [(c.item, c.stage) for c in plan.cases]
    permit = next(case for case in plan.cases if case.item == "P1")
    assert ("L1",) == permit.waits_for
    assert {"form": "", "lic": "L1", "who": "", "plan": ""} == {
        h.key: h.supplied_by for h in permit.materials
    }
    assert ["form"] == [h.key for h in permit.materials if h.form]
    assert 11 == plan.days


def test_answers_of_the_theme_and_of_the_applicant_count() -> None:
    """What is always so within the theme is not asked again."""
    theme = replace(THEME, items=(replace(THEME.items[0], situations=("owned",)), *THEME.items[1:]))
    plan = plan_cases(compile_theme(theme, VERSIONS), {"L1": ("x",), "P1": ("y",)})
    assert [("owned", "x"), ("y",)] == [
        case.situations for case in plan.cases if case.item in ("L1", "P1")
    ]


def test_a_theme_goes_online_step_by_step() -> None:
    """草案 → 录入 → 上线 → 下线, and not otherwise."""
    entered = moved(THEME, "enter")
    online = moved(entered, "publish")
    assert [ThemeState.ENTERED, ThemeState.ONLINE] == [entered.state, online.state]
    assert ["enter"] == [move.key for move in open_moves(THEME)]
    assert ThemeState.DRAFT == moved(moved(online, "withdraw"), "revise").state
    with pytest.raises(Refusal, match="现在是“草案”"):
        moved(THEME, "publish")
    with pytest.raises(Refusal):
        moved(THEME, "fly")
    assert {"enter", "publish", "withdraw", "revise"} == {m.key for m in moving.theme_moves()}


def test_a_theme_is_kept_as_it_is() -> None:
    """As data and back, in one text."""
    assert THEME == decoded(encoded(THEME))
    assert canonical(encoded(THEME))


def test_the_national_lists_say_what_is_not_known() -> None:
    """Thirteen of 2024 are known; of later ones only what has been seen, and each list says so."""
    lists = {told.key: told for told in theme_lists()}
    assert (13, True) == (len(lists["national_2024_1"].entries), lists["national_2024_1"].complete)
    assert not lists["national_2025_1"].complete
    assert (12, 9) == (lists["national_2025_1"].count, lists["national_2025_2"].count)
    keys = [entry.key for told in lists.values() for entry in told.entries]
    assert len(keys) == len(set(keys))
    assert all(told.basis and len(told.entries) <= told.count for told in lists.values())
    found = listing("national_2024_1-03")
    assert found
    assert "开办餐饮店" == found[1].name
    assert listing("nowhere-01") is None


def test_a_place_adds_its_own_list(tmp_path) -> None:
    """From a folder of its own."""
    (tmp_path / "county_2026.toml").write_text(
        'title = "本县清单"\nbasis = "示范县"\ncount = 1\nentry = [{ name = "开店", audience = "个人" }]\n',
        "utf-8",
    )
    assert "本县清单" in {told.title for told in theme_lists(str(tmp_path))}


def test_a_licence_does_not_wait_for_itself() -> None:
    """An item that asks for its own earlier result is no circle of the theme."""
    assert compile_theme(replace(THEME, items=THEME.items[:3]), (LICENCE, PERMIT, FIRE)).days == 11
