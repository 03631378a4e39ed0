"""Filling in without a script: every page saves for itself, tells what is wrong, loses nothing typed."""

from __future__ import annotations

from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from kaocheng.catalogue.elements import parts
from kaocheng.kernel.clocks import Budget, Span
from kaocheng.site.catalogue.models import StoredItem
from kaocheng.site.catalogue.services import version_of
from kaocheng.site.catalogue.services.standing import draft_of
from tests.site.catalogue.conftest import Desk
from tests.site.catalogue.items import publish_ordinary
from tests.site.catalogue.pages.test_items import browser


@pytest.fixture
def department(desk: Desk) -> Client:
    """The browser of the department, with a revision of P001 begun."""
    publish_ordinary(desk.county)
    desk.move("P001", "revise")
    return browser(desk.filler)


def draft() -> Any:
    """The draft as it is stored."""
    return version_of(draft_of(StoredItem.objects.get(number="P001")))


def posted(client: Client, name: str, *args: str) -> dict[str, Any]:
    """What a browser would send back of a page's form, nothing touched."""
    answer = client.get(reverse(name, args=["P001", *args]))
    context = answer.context
    forms = context["formset"].forms if "formset" in context else [context["form"]]
    sent: dict[str, Any] = {"seen": context["draft"].digest}
    if "formset" in context:
        sent |= {f.html_name: f.value() for f in context["formset"].management_form}
    for form in forms:
        for field in form:
            sent |= _sent(field)
    return {key: value for key, value in sent.items() if value not in (None, "", False)}


def _sent(field: Any) -> dict[str, Any]:
    value = field.field.prepare_value(field.value())
    widgets = getattr(field.field.widget, "widgets", None)
    if widgets:
        pair = value if isinstance(value, list) else field.field.widget.decompress(value)
        return {f"{field.html_name}_{at}": one for at, one in enumerate(pair)}
    return {field.html_name: value.isoformat() if hasattr(value, "isoformat") else value}


def save(client: Client, page: str, *args: str, **changes: Any) -> HttpResponse:
    """Send a page's form back with changes; None takes a value out."""
    sent = {**posted(client, page, *args), **changes}
    kept = {key: value for key, value in sent.items() if value is not None}
    return client.post(reverse(page, args=["P001", *args]), kept)


@pytest.mark.parametrize(
    "page", [("catalogue:draft",), *(("catalogue:part", key) for key in parts())]
)
def test_a_form_sent_back_untouched_changes_nothing(
    department: Client, page: tuple[str, ...]
) -> None:
    """What is shown is what is stored, field by field."""
    before = draft()
    assert 302 == save(department, *page).status_code
    assert before == draft()


def test_elements_are_saved(department: Client) -> None:
    """Texts, limits, choices, and an element left blank."""
    changes = {
        "name": "改名", "limits_promised_0": "2", "limits_promised_1": "小时", "applicants": ["1"],
        "conditions": None, "promise_allowed": "是", "is_express": "是",
    }  # fmt: skip
    assert 302 == save(department, "catalogue:draft", **changes).status_code
    now = draft()
    assert ("改名", Budget(2, Span.HOUR), ("1",)) == (now.name, now.limits.promised, now.applicants)
    assert ("", True, "是") == (now.conditions, now.promise_allowed, now.element("is_express"))


def test_what_cannot_be_taken_is_told_and_kept(department: Client) -> None:
    """Nothing is stored, what was typed is still there."""
    answer = save(department, "catalogue:draft", max_visits="很多", name="改名")
    assert (200, "公共场所经营许可（示范）") == (answer.status_code, draft().name)
    assert "需要修改" in answer.content.decode()
    assert "改名" in answer.content.decode()


def test_rows_are_added_removed_and_put_in_order(department: Client) -> None:
    """A new one gets a key; the order is the one written."""
    changes = {
        "materials-5-name": "场所照片", "materials-5-necessity": "必要", "materials-5-ORDER": "1",
        "materials-0-ORDER": "9", "materials-4-DELETE": "on",
    }  # fmt: skip
    assert 302 == save(department, "catalogue:part", "materials", **changes).status_code
    keys = [m.key for m in draft().materials]
    assert {"CL01", "form", "identity", "plan", "lease"} == set(keys)
    assert "form" == keys[-1]
    assert "CL01" == keys[0]


def test_rows_that_are_wrong_are_told(department: Client) -> None:
    """With row and field; nothing of the page is stored."""
    changes = {"fees-0-amount": "十元", "fees-1-basis": "依据"}
    answer = save(department, "catalogue:part", "fees", **changes)
    text = answer.content.decode()
    assert "应是一个数" in text
    assert "没有填写收费名称" in text
    assert "10.00" == str(draft().fees[0].amount)


def test_steps_name_each_other_by_boxes(department: Client) -> None:
    """The steps and materials of the draft stand there to be ticked."""
    changes = {"steps-3-after": ["house"], "steps-1-reads": ["plan"], "steps-1-budget_0": "7"}
    assert 302 == save(department, "catalogue:part", "steps", **changes).status_code
    steps = {step.key: step for step in draft().steps}
    assert (("house",), ("plan",), Budget(7)) == (
        steps["decide"].after, steps["house"].reads, steps["house"].budget
    )  # fmt: skip


def test_two_at_once_do_not_write_over_each_other(department: Client) -> None:
    """The page knows which draft it was made from."""
    old = posted(department, "catalogue:draft")
    save(department, "catalogue:draft", name="先保存的")
    answer = department.post(reverse("catalogue:draft", args=["P001"]), {**old, "name": "后保存的"})
    assert "刚由别人改过" in answer.content.decode()
    stale = posted(department, "catalogue:part", "fees")
    answer = department.post(
        reverse("catalogue:part", args=["P001", "fees"]),
        {**stale, "seen": "0" * 64, "fees-0-name": "改"},
    )
    assert "刚由别人改过" in answer.content.decode()
    assert ("先保存的", "工本费") == (draft().name, draft().fees[0].name)


def test_more_blank_rows_can_be_had(department: Client) -> None:
    """Without a script, by a link."""
    address = reverse("catalogue:part", args=["P001", "fees"])
    few, many = (
        len(department.get(a).context["formset"].forms) for a in (address, f"{address}?more=1")
    )
    assert many > few


def test_the_tabs_say_where_faults_are(department: Client) -> None:
    """And the page of checks lists them all."""
    save(department, "catalogue:draft", conditions=None)
    answer = department.get(reverse("catalogue:checks", args=["P001"]))
    assert 1 == answer.context["errors"]
    assert "没有填写受理条件" in answer.content.decode()


@pytest.mark.parametrize(
    "page", [("catalogue:draft",), ("catalogue:checks",), ("catalogue:part", "fees")]
)
def test_nobody_else_fills(desk: Desk, department: Client, page: tuple[str, ...]) -> None:
    """Not the manager, and nobody once it is under review; an unknown part is none."""
    address = reverse(page[0], args=["P001", *page[1:]])
    assert 404 == browser(desk.manager).get(address).status_code
    desk.move("P001", "submit")
    assert 404 == department.get(address).status_code
    assert 404 == department.get(reverse("catalogue:part", args=["P001", "x"])).status_code
