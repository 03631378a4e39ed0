"""A round in the browser: the window's device and a telephone rate, a manager deals with the bad rating."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from kaocheng.feedback.channels import RatingChannel
from kaocheng.hall.posts import Role
from kaocheng.site.feedback.models import StoredBadRating, StoredRating
from kaocheng.site.feedback.services import address_of, register_device
from tests.site.browsing import OpenPage, barriers
from tests.site.feedback.factory import Feedback

pytestmark = pytest.mark.django_db(transaction=True)
DEVICE = {"width": 1024, "height": 600}
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 800}


def no_faults(page: Page) -> None:
    """What the accessibility checker finds, by rule and place; and nothing sticks out sideways."""
    assert [] == barriers(page)
    assert 0 == page.evaluate("document.documentElement.scrollWidth - innerWidth")


def test_the_device_wakes_rates_and_sleeps(feedback: Feedback, open_page: OpenPage) -> None:
    """Idle, pushed from the window, rated with two touches, thanks, idle again; all on one screen."""
    _, token = register_device(
        county=feedback.county, number="E1", window="W1", by=feedback.person(Role.HALL_SUPERVISOR),
        role="hall_supervisor", at=timezone.now(),
    )  # fmt: skip
    page = open_page(f"{reverse('feedback:enrol')}#{token}", **DEVICE)
    expect(page.get_by_text("办完业务后")).to_be_visible()
    no_faults(page)
    feedback.invite(at=timezone.now() - timedelta(seconds=2))
    expect(page.get_by_text("您满意吗")).to_be_visible(timeout=10_000)
    no_faults(page)
    page.get_by_role("link", name="不满意", exact=True).click()
    page.get_by_text("没有一次告知").click()
    assert page.evaluate("document.documentElement.scrollHeight <= innerHeight")
    no_faults(page)
    page.get_by_role("button", name="提交评价").click()
    expect(page.get_by_text("谢谢您的评价")).to_be_visible()
    expect(page.get_by_text("办完业务后")).to_be_visible(timeout=15_000)
    assert ["not_told_at_once"] == StoredRating.objects.get().reasons


def test_a_telephone_rates_by_keyboard(feedback: Feedback, open_page: OpenPage) -> None:
    """Tab and Enter are enough; the link is used up."""
    invitation = feedback.invite(at=timezone.now() - timedelta(minutes=1))
    address = address_of(invitation, RatingChannel.QR_CODE)
    page = open_page(address, **PHONE)
    no_faults(page)
    page.get_by_role("link", name="非常满意").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="非常满意")).to_be_visible()
    no_faults(page)
    page.get_by_role("button", name="提交评价").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("thanks"))
    no_faults(page)
    page.goto(address)
    expect(page.get_by_text("已经评价过了")).to_be_visible()


def test_a_manager_sees_it_through(feedback: Feedback, open_page: OpenPage) -> None:
    """From the list to the end: claimed, mended, called, closed."""
    applicant = feedback.applicant()
    feedback.bad(at=timezone.now() - timedelta(minutes=5), rater=applicant.number)
    page = open_page(
        reverse("feedback:desk"), account=feedback.person(Role.DEPARTMENT_MANAGER), **DESK
    )
    no_faults(page)
    page.get_by_role("link", name=StoredBadRating.objects.get().number).click()
    page.get_by_role("link", name="领办核实").click()
    page.get_by_role("button", name="领办核实").click()
    no_faults(page)
    page.get_by_role("link", name="属实，立行立改").click()
    page.get_by_label("核实情况").fill("窗口没有一次告知")
    page.get_by_label("整改措施和结果").fill("已补发清单")
    page.get_by_role("button", name="属实，立行立改").click()
    page.get_by_role("button", name="查看评价人联系方式").click()
    expect(page.get_by_text("13800000000")).to_be_visible()
    page.get_by_role("link", name="认可，办结").click()
    page.get_by_label("评价人的答复").fill("认可")
    page.get_by_role("button", name="回访：认可，办结").click()
    expect(page.get_by_text("这条差评已经终结")).to_be_visible()
    no_faults(page)
