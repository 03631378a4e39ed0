"""What the tests of the catalogue share: three departments, a town, people, and a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

import pytest

from kaocheng.hall.posts import Role
from kaocheng.site.accounts.models import Account
from kaocheng.site.catalogue.models import StoredDepartment, StoredItem
from kaocheng.site.catalogue.services import move_item, register_item
from tests.catalogue.versions import BUREAU
from tests.site.catalogue.items import AT, DEPARTMENTS
from tests.site.conftest import AccountOf

TOWN = "T001"


@pytest.fixture
def departments(county: str, db: None) -> None:
    """Three departments and a town."""
    for code, name in {**DEPARTMENTS, TOWN: "示范镇"}.items():
        StoredDepartment.objects.create(county=county, code=code, name=name, town=code == TOWN)


@pytest.fixture
def manager(account_of: AccountOf) -> Account:
    """Who keeps the catalogue."""
    return account_of(Role.CATALOGUE_MANAGER)


@pytest.fixture
def filler(account_of: AccountOf, departments: None) -> Account:
    """Who fills in for the bureau."""
    return account_of(Role.DEPARTMENT_MANAGER, unit=BUREAU)


class Desk:
    """Makes moves with an item as the right person would."""

    def __init__(self, county: str, manager: Account, filler: Account) -> None:
        self.county, self.manager, self.filler = county, manager, filler

    def registered(self, number: str = "P100") -> StoredItem:
        """A new item in the directory."""
        return register_item(
            county=self.county, number=number, name="示范许可", kind="01", level="4",
            by=self.manager, role=Role.CATALOGUE_MANAGER, at=AT, codes=[("基本编码", f"B{number}")],
        )  # fmt: skip

    def move(self, number: str, move: str, given: Mapping[str, str] | None = None, *, by: Account | None = None,
             at: datetime = AT, serial: int | None = None) -> StoredItem:  # fmt: skip
        """One move, by whoever the table asks for unless told otherwise."""
        asked = by or (self.manager if move in _MANAGERS else self.filler)
        role = Role.CATALOGUE_MANAGER if move in _MANAGERS else Role.DEPARTMENT_MANAGER
        return move_item(
            county=self.county, number=number, move=move, given=given or {}, by=asked, role=role,
            at=at, expected_serial=serial,
        )  # fmt: skip


_MANAGERS = {"assign", "publish", "send_back", "withdraw"}


@pytest.fixture
def desk(county: str, manager: Account, filler: Account) -> Desk:
    """The catalogue's desk."""
    return Desk(county, manager, filler)
