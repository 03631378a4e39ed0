"""A theme in force with its items and people, for the tests of this folder."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kaocheng.hall.posts import Role
from kaocheng.site.catalogue.services import adopt_version
from kaocheng.site.themes.models import StoredTheme
from kaocheng.site.themes.services import move_theme, save_theme
from tests.catalogue.themes.samples import OUTSIDE, THEME, VERSIONS
from tests.site.cases.people import MONDAY, Desk, desk_of
from tests.site.conftest import AccountOf


@pytest.fixture
def desk(db: None, county: str, account_of: AccountOf) -> Desk:
    """The people of the cases' tests, and the items of the theme published."""
    for version in (*VERSIONS, OUTSIDE):
        # no steps of review: these cases go straight to the decision
        steps = tuple(step for step in version.steps if step.key in ("accept", "decide", "issue"))
        whole = tuple(replace(step, after=()) for step in steps)
        adopt_version(county=county, version=replace(version, steps=whole), at=MONDAY)
    return desk_of(county, account_of)


@pytest.fixture
def manager(account_of: AccountOf):
    """Who keeps the catalogue."""
    return account_of(Role.CATALOGUE_MANAGER)


@pytest.fixture
def online(desk: Desk, county: str, manager) -> StoredTheme:
    """The theme, online."""
    acting = {"county": county, "by": manager, "role": "catalogue_manager", "at": MONDAY}
    save_theme(theme=THEME, **acting)
    for move in ("enter", "publish"):
        row = move_theme(number=THEME.number, move=move, **acting)
    return row
