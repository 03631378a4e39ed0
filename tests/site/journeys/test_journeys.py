"""Journeys through the whole site in a browser: a citizen from applying to rating, and a case sent back."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from kaocheng.cases.states import State, TaskState
from kaocheng.feedback.levels import Level
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.feedback.models import StoredRating
from tests.site.applicants.conftest import citizen
from tests.site.base.files.samples import png
from tests.site.browsing import OpenPage, barriers
from tests.site.cases.people import Desk

pytestmark = pytest.mark.django_db(transaction=True)
PHONE = {"width": 390, "height": 844}


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """A photographed paper."""
    path = tmp_path / "材料.png"
    path.write_bytes(png())
    return path


def _case(state: State) -> StoredCase:
    return StoredCase.objects.get(state=state.value)


def _do(page: Page, title: str, *choices: str, **filled: str) -> None:
    """Open a move by its title, choose what is named, fill in the rest, and make it."""
    page.get_by_role("link", name=title, exact=True).click()
    for choice in choices:
        page.get_by_label(choice, exact=True).check()
    for label, text in filled.items():
        box = page.get_by_label(label)
        if box.evaluate("box => box.tagName") == "SELECT":
            box.select_option(text)
        else:
            box.fill(text)
    page.get_by_role("button", name=title, exact=True).click()
    expect(page.get_by_text(f"已办理“{title}”")).to_be_visible()


def _apply(page: Page, paper: Path) -> None:
    """Say who I am, answer the question, hand in every paper."""
    page.get_by_label("姓名（名称）").fill("申请人丁")
    page.get_by_label("证件号码").fill(citizen(11))
    page.get_by_label("联系电话").fill("13900000000")
    page.get_by_label("我已阅读个人信息处理告知").check()
    assert [] == barriers(page)
    page.get_by_role("button", name="保存，继续").click()
    page.get_by_label("自有").check()
    assert [] == barriers(page)
    page.get_by_role("button", name="下一步").click()
    for box in page.locator("input[type=file]").all():
        box.set_input_files(paper)
    page.get_by_label("我对提交材料实质内容的真实性负责").check()
    assert [] == barriers(page)
    page.get_by_role("button", name="提交申请").click()
    expect(page.get_by_text("已提交，办件编号")).to_be_visible()


def test_from_applying_to_rating(hall: Desk, open_page: OpenPage, paper: Path) -> None:
    """On a telephone, at the window, in two departments, at the issuing window, and back on the telephone."""
    phone = open_page("/apply/P001/", account=hall.citizen, **PHONE)
    _apply(phone, paper)
    assert [] == barriers(phone)
    number = _case(State.REGISTERED).number

    clerk = open_page("/desk/", account=hall.clerk)
    assert [] == barriers(clerk)
    clerk.keyboard.press("j")
    clerk.keyboard.press("Enter")
    expect(clerk.get_by_role("heading", level=1)).to_contain_text("公共场所")
    assert [] == barriers(clerk)
    _do(clerk, "受理")
    for account in (hall.house, hall.fireman):
        page = open_page("/desk/", account=account)
        page.get_by_role("link", name=number).click()
        _do(page, "审查完成", "通过")
    chief = open_page(f"/desk/cases/{number}/", account=hall.chief)
    _do(chief, "准予", 证照或批文编号="示许〔2026〕1号")
    _do(chief, "办结")
    issuer = open_page(f"/desk/cases/{number}/", account=hall.issuer)
    _do(issuer, "出件", "现场", 由谁领取="本人")

    phone.reload()
    expect(phone.get_by_role("heading", name="办理结果 准予")).to_be_visible()
    expect(phone.get_by_role("img", name="评价二维码")).to_be_visible()
    assert [] == barriers(phone)
    phone.get_by_role("link", name="去评价").click()
    phone.get_by_text("非常满意", exact=True).click()
    phone.get_by_role("button", name="提交评价").click()
    expect(phone.get_by_text("谢谢您的评价")).to_be_visible()
    assert [Level.VERY_SATISFIED] == [Level(r.level) for r in StoredRating.objects.all()]


def test_sent_back_inside_parallel_work(hall: Desk, open_page: OpenPage, paper: Path) -> None:
    """A paper only one department reads is corrected: that department works again, the other's result stands."""
    phone = open_page("/apply/P001/", account=hall.citizen, **PHONE)
    _apply(phone, paper)
    number = _case(State.REGISTERED).number
    address = f"/desk/cases/{number}/"
    clerk = open_page(address, account=hall.clerk)
    _do(clerk, "受理")
    house = open_page(address, account=hall.house)
    _do(house, "审查完成", "通过")
    fire = open_page(address, account=hall.fireman)
    _do(fire, "审查完成", "通过")

    house.reload()
    house.get_by_role("link", name="退回更正材料").click()
    house.get_by_label("不动产权证书").check()
    house.get_by_label("错在哪里").fill("地址与申请表不一致")
    house.get_by_role("button", name="退回更正材料").click()
    expect(house.get_by_text("已办理“退回更正材料”")).to_be_visible()

    phone.reload()
    phone.get_by_role("link", name="交来更正材料").click()
    phone.locator("input[type=file]").set_input_files(paper)
    phone.get_by_role("button", name="提交").click()
    expect(phone.get_by_text("“交来更正材料”已经提交")).to_be_visible()
    tasks = {t.key: t for t in _case(State.EXAMINING).record().tasks}
    assert (TaskState.OPEN, 2) == (tasks["house"].state, tasks["house"].round)
    assert (TaskState.DONE, 1) == (tasks["fire"].state, tasks["fire"].round)
    house.reload()
    _do(house, "审查完成", "通过")
    assert State.DECIDING == StoredCase.objects.get(number=number).state


def test_a_day_at_the_window_without_a_mouse(hall: Desk, open_page: OpenPage) -> None:
    """N opens the list of items, the box has the focus, Enter searches, J and Enter choose."""
    page = open_page("/desk/", account=hall.clerk)
    page.keyboard.press("n")
    expect(page.get_by_role("heading", name="接件")).to_be_visible()
    page.keyboard.type("从业")
    page.keyboard.press("Enter")
    expect(page.locator("tbody tr")).to_have_count(1)
    page.locator("h1").click()
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.get_by_label("证件号码").fill(citizen(12))
    page.get_by_label("姓名（名称）").fill("申请人戊")
    page.get_by_label("申请人身份证明", exact=True).check()
    assert [] == barriers(page)
    page.get_by_role("button", name="登记").click()
    expect(page.get_by_text("已登记办件")).to_be_visible()
    for title in ("受理", "准予", "办结"):
        _do(page, title)
    _do(page, "出件", "现场", 由谁领取="本人")
    assert State.DELIVERED == StoredCase.objects.get().state
