"""Pages of themes: the public guide, composing with its savings, applying once, following the whole."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from kaocheng.catalogue.themes.records import FormField
from kaocheng.hall.posts import Role
from kaocheng.site.audit.models import StoredRefusal
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.themes.fieldlines import read_lines, written
from kaocheng.site.themes.models import StoredTheme, StoredThemeCase
from tests.site.applicants.test_pages import PDF
from tests.site.themes.test_services import opened

pytestmark = pytest.mark.django_db


def address(name: str, *args: object) -> str:
    """An address of this app."""
    return reverse(f"themes:{name}", args=args)


def browser(account) -> Client:
    """A browser in which this account has signed in."""
    client = Client()
    client.force_login(account)
    return client


def test_the_public_sees_what_is_online(online, client) -> None:
    """The list, and a guide with one set, one form, order and what it saves."""
    assert "开办餐饮店" in client.get(address("themes")).content.decode()
    page = client.get(address("guide", "T1")).content.decode()
    wanted = (
        "一套材料（5 份）",
        "一张表单（8 项）",
        "填一次，用 3 处",
        "第 1 批，同时办",
        "部门之间转交",
        "省 14工作日",
    )
    assert [] == [word for word in wanted if word not in page]
    assert 404 == client.get(address("guide", "T9")).status_code


def test_what_is_not_online_is_not_public(online, manager, client) -> None:
    """A theme taken offline is gone from the public pages."""
    browser(manager).post(address("move", "T1", "withdraw"))
    assert 404 == client.get(address("guide", "T1")).status_code
    assert "还没有上线的" in client.get(address("themes")).content.decode()


def test_a_theme_is_composed(desk, manager, county) -> None:
    """From a list's entry to its items, its savings, and online."""
    keeper = browser(manager)
    start = keeper.get(address("new"), {"listed": "national_2024_1-03", "name": "开办餐饮店"})
    assert 'value="开办餐饮店"' in start.content.decode()
    head = {
        "number": "YJS-1",
        "name": "开办餐饮店",
        "audience": "经营主体",
        "listed": "national_2024_1-03",
    }
    assert address("theme", "YJS-1") == keeper.post(address("new"), head)["Location"]
    assert "已有这个编号" in keeper.post(address("new"), head).content.decode()
    assert "还没有事项" in keeper.get(address("theme", "YJS-1")).content.decode()
    for item, fields in (
        ("L1", "企业名称\n开业日期：日期"),
        ("P1", "单位名称\n从业人数：数字（可不填）"),
    ):
        keeper.post(address("item", "YJS-1", "new"), {"item": item, "fields_text": fields})
    keeper.post(address("item", "YJS-1", "X9"), {"item": "X9"})
    page = keeper.get(address("theme", "YJS-1")).content.decode()
    assert "事项 X9 没有现行的实施清单" in page
    keeper.post(address("drop", "YJS-1", "X9"))
    page = keeper.get(address("theme", "YJS-1")).content.decode()
    assert "没有牵头单位" in page
    assert "再共享一项数据能省多少" in page
    changed = keeper.post(
        address("item", "YJS-1", "P1"), {"fields_text": "单位名称", "optional": "on"}
    )
    assert 302 == changed.status_code
    record = StoredTheme.objects.get(number="YJS-1").record()
    assert [("L1", 2, False), ("P1", 1, True)] == [
        (one.item, len(one.fields), one.optional) for one in record.items
    ]
    for move in ("enter", "publish"):
        keeper.post(address("move", "YJS-1", move))
    assert "上线" == StoredTheme.objects.get(number="YJS-1").state
    refused = keeper.post(address("head", "YJS-1"), head | {"name": "新名"})
    assert "已上线，不能改动" in refused.content.decode()
    listed = keeper.get(address("managed")).content.decode()
    assert "共 13 项，已上线 1 项" in listed
    assert "名单只录入 0 项" in listed


def test_applying_online_once(online, desk) -> None:
    """Choose, fill in once, hand in once: cases of two departments, followed as one."""
    citizen = browser(desk.citizen)
    first = citizen.get(address("apply", "T1"))
    assert "同时办理" in first.content.decode()
    asked = citizen.get(address("apply", "T1"), {"chosen": ["S1"], "asked": "1"})
    page = asked.content.decode()
    assert "填一次，用于3张申请表" in page
    names = re.findall(r'name="((?:field|file)-\d+)"', page)
    dated = re.findall(r'type="date" name="(field-\d+)"', page)
    told = {
        name: "2026-03-09" if name in dated else "示范"
        for name in names
        if name.startswith("field")
    }
    files = {
        name: SimpleUploadedFile(f"{name}.pdf", PDF, "application/pdf")
        for name in names
        if name.startswith("file")
    }
    lacking = citizen.post(address("apply", "T1"), told | {"chosen": ["S1"], "asked": "1"})
    assert 422 == lacking.status_code
    done = citizen.post(address("apply", "T1"), told | files | {"chosen": ["S1"], "asked": "1"})
    whole = StoredThemeCase.objects.get()
    assert address("case", whole.number) == done["Location"]
    assert {"L1", "F1"} == set(StoredCase.objects.values_list("item", flat=True))
    page = citizen.get(done["Location"]).content.decode()
    assert "未登记" in page
    assert whole.number in citizen.get(address("cases"), {"open": 1}).content.decode()


def test_taking_in_at_the_window(online, desk) -> None:
    """On paper, without files; then going on is tried and nothing is ready."""
    clerk = browser(desk.clerk)
    given = {"asked": "1"} | {f"field-{n}": "示范" for n in range(6)} | {"field-6": "2026-03-09"}
    page = clerk.get(address("take_in", "T1", desk.applicant), {"asked": "1"}).content.decode()
    dated = re.findall(r'type="date" name="(field-\d+)"', page)
    given |= dict.fromkeys(dated, "2026-03-09")
    done = clerk.post(address("take_in", "T1", desk.applicant), given)
    whole = StoredThemeCase.objects.get()
    assert address("case", whole.number) == done["Location"]
    # the hall of the clerk has no window here: whoever opened it sees its cases as the supervisor does
    page = browser(desk.supervisor).get(address("case", whole.number)).content.decode()
    assert "公众聚集场所消防安全检查" in page
    assert 404 == clerk.get(address("take_in", "T1", "nobody")).status_code


def test_a_stranger_s_whole_is_not_there(online, desk, account_of) -> None:
    """404 with a sentence, and logged."""
    whole = opened(desk, online)
    stranger = browser(account_of(Role.APPLICANT))
    assert 404 == stranger.get(address("case", whole.number)).status_code
    assert StoredRefusal.objects.filter(what=f"联办件 {whole.number}").exists()


def test_who_has_not_registered_is_led_to_it(online, account_of) -> None:
    """And comes back afterwards."""
    answer = browser(account_of(Role.APPLICANT)).get(address("apply", "T1"))
    assert answer["Location"].startswith(reverse("portal:profile"))


def test_fields_are_written_line_by_line() -> None:
    """And read back as they were."""
    fields = (
        FormField("经营范围"),
        FormField("开业日期", "date"),
        FormField("从业人员数", "number", required=False),
    )
    text = "经营范围\n开业日期：日期\n从业人员数：数字（可不填）"
    assert text == written(fields)
    assert fields == read_lines(f"\n{text}\n  \n")
    assert (FormField("比例：甲"),) == read_lines("比例：甲")
