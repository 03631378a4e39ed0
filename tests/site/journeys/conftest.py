"""Fixtures of the journeys: a real browser, a small hall with its people."""

from __future__ import annotations

import pytest

from kaocheng.site.applicants.models import StoredApplicant
from tests.site.cases.people import Desk, desk_of
from tests.site.catalogue.items import publish_immediate, publish_ordinary, publish_tolerant
from tests.site.conftest import AccountOf

__all__ = ["hall"]


@pytest.fixture
def hall(transactional_db: None, county: str, account_of: AccountOf) -> Desk:
    """People at work; the citizen has an account and has not said yet who it is."""
    for publish in (publish_ordinary, publish_immediate, publish_tolerant):
        publish(county)
    made = desk_of(county, account_of)
    StoredApplicant.objects.filter(account=made.citizen).delete()
    return made
