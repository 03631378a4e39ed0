"""A reviewer sees what changed and what citizens will see; citizens do not see drafts."""

from __future__ import annotations

from django.test import Client
from django.urls import reverse

from kaocheng.hall.posts import Role
from kaocheng.site.catalogue.services import save_elements
from tests.site.catalogue.conftest import Desk
from tests.site.catalogue.items import AT, publish_ordinary
from tests.site.catalogue.pages.test_items import browser


def test_a_draft_is_compared_with_what_applies(desk: Desk) -> None:
    """Each change in the forms' words, faults, and the guide as it would be."""
    publish_ordinary(desk.county)
    desk.move("P001", "revise")
    save_elements(
        county=desk.county, number="P001", values={"max_visits": 0, "conditions": None},
        by=desk.filler, role=Role.DEPARTMENT_MANAGER, at=AT,
    )  # fmt: skip
    answer = browser(desk.manager).get(reverse("catalogue:version", args=["P001", 2]))
    places = {(c.place, c.before, c.after) for c in answer.context["changes"]}
    assert ("到办事现场次数", "1", "0") in places
    assert "受理条件" in {place for place, *_ in places}
    text = answer.content.decode()
    assert "没有填写受理条件" in text
    assert "公众将看到的办事指南" in text


def test_any_two_versions_can_be_compared(desk: Desk) -> None:
    """The one asked for; one that does not exist is left out."""
    publish_ordinary(desk.county)
    desk.move("P001", "revise")
    manager = browser(desk.manager)
    answer = manager.get(reverse("catalogue:version", args=["P001", 1]), {"with": "2"})
    assert (2, ()) == (answer.context["other"].version, answer.context["changes"])
    none = manager.get(reverse("catalogue:version", args=["P001", 1]), {"with": "99"})
    assert none.context["other"] is None
    assert 404 == manager.get(reverse("catalogue:version", args=["P001", 9])).status_code


def test_a_stranger_does_not_see_versions(desk: Desk, client: Client) -> None:
    """Only the guide of what applies."""
    publish_ordinary(desk.county)
    assert 302 == client.get(reverse("catalogue:version", args=["P001", 1])).status_code
