"""Themes on the site: kept, moved on, applied for as one, going on as their cases are closed."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.files.uploadedfile import SimpleUploadedFile

from kaocheng.catalogue.themes.records import ThemeItem
from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.applicants.sealing import unseal
from kaocheng.site.audit.models import StoredEvent
from kaocheng.site.base.files import purpose_of
from kaocheng.site.base.models import StoredFile
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.themes.models import StoredTheme, StoredThemeCase
from kaocheng.site.themes.services import (
    advance_theme_case,
    advance_theme_cases,
    compiled_theme,
    move_theme,
    open_theme_case,
    save_theme,
)
from kaocheng.site.themes.setfiles import THEME_MATERIAL
from tests.catalogue.themes.samples import THEME
from tests.site.applicants.test_pages import PDF
from tests.site.cases.people import MONDAY

pytestmark = pytest.mark.django_db
TODAY = MONDAY.date()


def opened(desk, online, **more):
    """One application for the whole theme, all materials in, the deed as a file."""
    upload = SimpleUploadedFile("产权.pdf", PDF, "application/pdf")
    handed = {
        "居民身份证": {"form": "纸质", "copies": 1},
        "不动产权证书": {"form": "电子", "upload": upload},
        "场所平面图": {"form": "纸质", "originals": 1},
        "招牌设计图": {"form": "纸质", "originals": 1},
        "从业人员健康证明": {"form": "纸质", "originals": 1},
    }
    told = {
        "county": desk.county, "theme": online.number, "applicant": desk.applicant,
        "channel": "窗口", "by": desk.clerk, "role": Role.WINDOW_CLERK, "at": desk.at,
        "chosen": ("S1",), "values": {"申请人名称": "示范店"}, "handed": handed,
    }  # fmt: skip
    return open_theme_case(**(told | more))


def finished(desk, number: str, *, grant: bool = True) -> None:
    """A case accepted, decided and closed."""
    row = StoredCase.objects.get(county=desk.county, number=number)
    desk.move(row, "accept", desk.clerk)
    if grant:
        desk.move(row, "grant", desk.chief, certificate="证1")
        desk.move(row, "close", desk.issuer)
    else:
        desk.move(row, "deny", desk.chief, reasons="场所不符合第三项条件", remedies="可以复议")
        desk.move(row, "close", desk.issuer)


def children(whole: StoredThemeCase) -> dict[str, str]:
    """The cases of a theme case by item."""
    whole.refresh_from_db()
    return {one["item"]: one["case"] for one in whole.planned() if one["case"]}


def test_a_theme_is_kept_and_told(online) -> None:
    """Each change an event; what is online is not changed."""
    kinds = StoredEvent.objects.filter(stream="theme/T1").values_list("kind", flat=True)
    assert ["theme.saved", "theme.enter", "theme.publish"] == list(kinds)
    assert replace(THEME, state=online.record().state) == online.record()


def test_online_themes_and_late_changes_are_refused(online, manager, county) -> None:
    """Taken offline first; of two people the slower is told."""
    acting = {"county": county, "by": manager, "role": "catalogue_manager", "at": MONDAY}
    with pytest.raises(Refusal, match="已上线，不能改动"):
        save_theme(theme=THEME, **acting)
    move_theme(number="T1", move="withdraw", **acting)
    serial = StoredTheme.objects.get(number="T1").serial
    save_theme(theme=replace(THEME, summary="新"), expected_serial=serial, **acting)
    with pytest.raises(Refusal, match="刚才有人改过"):
        save_theme(theme=THEME, expected_serial=serial, **acting)
    with pytest.raises(Refusal, match="没有编号或名称"):
        save_theme(theme=replace(THEME, name=" "), **acting)
    with pytest.raises(Refusal, match="没有编号为"):
        move_theme(number="T9", move="enter", **acting)


def test_a_theme_that_does_not_compile_is_not_entered(desk, county, manager) -> None:
    """It stays a draft."""
    acting = {"county": county, "by": manager, "role": "catalogue_manager", "at": MONDAY}
    save_theme(theme=replace(THEME, items=(ThemeItem("X9"),)), **acting)
    with pytest.raises(Refusal, match="事项 X9 没有现行"):
        move_theme(number="T1", move="enter", **acting)
    assert "草案" == StoredTheme.objects.get(number="T1").state


def test_shares_know_items_outside_of_the_theme(online, county) -> None:
    """The health certificate is handed out by an item of the catalogue, in five days."""
    found = compiled_theme(county=county, theme=online.record(), on=TODAY).shares[0]
    assert ("健康合格证明", 5) == (found.source, found.days)


def test_one_application_opens_the_first_stage(desk, online) -> None:
    """Side by side, under one number, each with its materials; the form is sealed."""
    whole = opened(desk, online)
    cases = children(whole)
    assert {"L1", "F1"} == set(cases)
    rows = StoredCase.objects.filter(parent=whole.number)
    assert set(cases.values()) == set(rows.values_list("number", flat=True))
    licence = rows.get(item="L1").record()
    assert {"form", "id", "deed"} == licence.received
    assert (11, whole.due_on) == (whole.days, MONDAY.date().replace(day=17))
    assert "示范店" not in whole.values + whole.plan
    assert {"申请人名称": "示范店"} == json.loads(unseal(whole.values, whole.place))


def test_each_case_has_its_own_key_to_the_one_file(desk, online) -> None:
    """The bytes are kept once; who sees a case opens its file, who sees the whole opens the set's."""
    whole = opened(desk, online)
    files = StoredFile.objects.filter(name="产权.pdf")
    cases = children(whole)
    assert {whole.number, cases["L1"], cases["F1"]} == set(files.values_list("subject", flat=True))
    assert 1 == len(set(files.values_list("sha256", flat=True)))
    kept = files.get(subject=whole.number)
    assert THEME_MATERIAL is purpose_of(kept.purpose)
    assert THEME_MATERIAL.may_open(kept, desk.supervisor)
    assert not THEME_MATERIAL.may_open(kept, AnonymousUser())
    assert not purpose_of(kept.purpose).may_open(kept, desk.fireman)


def test_the_next_stage_opens_when_what_it_waited_for_is_closed(desk, online) -> None:
    """With the licence already in hand, and only once."""
    whole = opened(desk, online)
    acting = {
        "county": desk.county,
        "number": whole.number,
        "by": desk.clerk,
        "role": "window_clerk",
    }
    advance_theme_case(at=desk.at, **acting)
    assert {"L1", "F1"} == set(children(whole))
    finished(desk, children(whole)["L1"])
    advance_theme_case(at=desk.at, **acting)
    advance_theme_case(at=desk.at, **acting)
    cases = children(whole)
    assert {"L1", "F1", "P1", "S1"} == set(cases)
    permit = StoredCase.objects.get(number=cases["P1"]).record()
    assert "部门共享" == next(m.form for m in permit.materials if m.key == "lic")
    assert 4 == StoredCase.objects.filter(parent=whole.number).count()


def test_the_whole_ends_with_its_last_case(desk, online) -> None:
    """Not before."""
    whole = opened(desk, online, chosen=())
    finished(desk, children(whole)["L1"])
    finished(desk, children(whole)["F1"])
    assert 1 == advance_theme_cases(county=desk.county, at=desk.at)
    whole.refresh_from_db()
    assert whole.closed_at is None
    finished(desk, children(whole)["P1"])
    advance_theme_cases(county=desk.county, at=desk.at)
    whole.refresh_from_db()
    assert desk.at == whole.closed_at
    assert 0 == advance_theme_cases(county=desk.county, at=desk.at)


def test_a_refused_first_ends_what_waited_for_it(desk, online) -> None:
    """Nothing is opened that could never be granted."""
    whole = opened(desk, online, chosen=())
    finished(desk, children(whole)["F1"])
    finished(desk, children(whole)["L1"], grant=False)
    advance_theme_cases(county=desk.county, at=desk.at)
    assert {"L1", "F1"} == set(children(whole))
    assert whole.closed_at


def test_what_is_not_online_cannot_be_applied_for(desk, online, manager, county) -> None:
    """Nor what does not exist."""
    acting = {"county": county, "by": manager, "role": "catalogue_manager", "at": MONDAY}
    move_theme(number="T1", move="withdraw", **acting)
    with pytest.raises(Refusal, match="没有上线"):
        opened(desk, online)
    with pytest.raises(Refusal, match="没有编号为"):
        advance_theme_case(
            county=county, number="N", by=desk.clerk, role="window_clerk", at=desk.at
        )


def test_who_sees_a_case_sees_the_whole(desk, online) -> None:
    """The supervisor and the applicant do, a stranger does not."""
    whole = opened(desk, online)
    seen = StoredThemeCase.objects.visible_to
    assert [whole] == list(seen(desk.supervisor))
    assert [whole] == list(seen(desk.citizen))
    assert [] == list(seen(desk.fireman))
