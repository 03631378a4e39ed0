"""Rules and devices on their pages."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path
from pkgutil import iter_modules

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kaocheng.feedback.localrules import local_rules
from kaocheng.hall.posts import Role
from kaocheng.site.feedback import pages, urls
from kaocheng.site.feedback.models import StoredLocalValue, StoredRatingDevice
from kaocheng.site.hall.models import StoredWindow
from tests.site.feedback.factory import Feedback
from tests.site.feedback.pages.test_desk import of, text
from tests.site.hall.halls import make_hall

pytestmark = pytest.mark.django_db


def test_every_page_has_an_address() -> None:
    """No module of pages that the addresses do not reach, by itself or through another."""
    addresses = Path(urls.__file__).read_text("utf-8")
    shared = {"answering"}
    names = {module.name for module in iter_modules(pages.__path__)}
    assert shared == {name for name in names if f"feedback.pages.{name} import" not in addresses}


def test_every_rule_is_shown_with_its_basis(feedback: Feedback) -> None:
    """To whoever reads ratings; setting is for others."""
    page = text(of(feedback, Role.INSPECTOR), "rules")
    for rule in local_rules().values():
        assert rule.title in page
    assert "另定" not in page
    assert (
        403
        == of(feedback, Role.INSPECTOR)
        .get(reverse("feedback:rule", args=["rectify_days"]))
        .status_code
    )


def test_a_rule_is_set_from_tomorrow(feedback: Feedback) -> None:
    """Shown beside the present value; a wrong one is told beside the form."""
    client = of(feedback, Role.SYSTEM_MANAGER)
    address = reverse("feedback:rule", args=["default_rating"])
    tomorrow = timezone.localdate() + timedelta(days=1)
    given = {"value": "是", "since": tomorrow.isoformat(), "basis": "某政办〔2026〕1号"}
    assert "早于今天" in client.post(address, given | {"since": "2020-01-01"}).content.decode()
    assert 302 == client.post(address, given).status_code
    assert f"{tomorrow}起：是" in text(client, "rules")
    assert 1 == StoredLocalValue.objects.count()
    assert 404 == client.get(reverse("feedback:rule", args=["gone"])).status_code


def test_a_device_is_registered_and_revoked(feedback: Feedback) -> None:
    """Its token is shown once; the tablet enrols with it; revoked it is a stranger."""
    make_hall(feedback.county)
    window = StoredWindow.objects.filter(county=feedback.county).order_by("number")[0]
    client, tablet = of(feedback, Role.HALL_SUPERVISOR), Client()
    page = client.post(reverse("feedback:devices"), {"number": "E1", "window": window.number})
    token = re.search(r'<code class="token">([^<]+)</code>', page.content.decode())
    assert token
    assert token[1] not in text(client, "devices")
    assert 302 == tablet.post(reverse("feedback:enrol"), {"token": token[1]}).status_code
    assert str(window) in tablet.get(reverse("feedback:device")).content.decode()
    second = client.post(reverse("feedback:devices"), {"number": "E2", "window": window.number})
    assert "已经有一台" in second.content.decode()
    assert 302 == client.post(reverse("feedback:revoke", args=["E1"])).status_code
    assert reverse("feedback:enrol") == tablet.get(reverse("feedback:device"))["Location"]
    assert "已停用" in text(client, "devices")
    assert 1 == StoredRatingDevice.objects.count()
