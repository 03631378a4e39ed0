"""Fixtures of the tests of cases: a desk with published items."""

from __future__ import annotations

import pytest

from tests.site.cases.people import Desk, desk_of
from tests.site.catalogue.items import publish_immediate, publish_ordinary, publish_tolerant
from tests.site.conftest import AccountOf


@pytest.fixture
def desk(county: str, account_of: AccountOf) -> Desk:
    """People at work, with P001, P002 and P003 published."""
    publish_ordinary(county)
    publish_immediate(county)
    publish_tolerant(county)
    return desk_of(county, account_of)
