"""The page of figures: those of the law with their basis, local ones as such."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from kaocheng.law.figures import figure_names, legal, standing_values

pytestmark = pytest.mark.django_db


def test_local_values_are_told_as_such() -> None:
    """One badge for each of them, none for the law's; no local one is marked as still to be compared with a text."""
    page = Client().get(reverse("law:figures")).text
    local = [name for name in figure_names() if standing_values(name)[-1].local]
    assert "local.supplement_least" in local
    assert len(local) == page.count("badge-info")
    law, _, ours = page.partition("<h2>本地缺省值</h2>")
    assert "badge-info" not in law
    assert "待核" not in ours
    least = standing_values("local.supplement_least")[-1]
    assert least == legal(least.name, least.since)
    assert least.basis in ours
