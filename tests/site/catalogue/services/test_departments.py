"""Departments keep their code while their words may change."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from kaocheng.hall.posts import Role
from kaocheng.site.accounts.models import Account
from kaocheng.site.catalogue.services import department_names, department_titles, save_department
from tests.site.catalogue.items import AT


def save(county: str, by: Account, code: str, name: str, short: str = "") -> None:
    """Register or change one."""
    act = {"by": by, "role": Role.CATALOGUE_MANAGER, "at": AT}
    save_department(county=county, code=code, name=name, short=short, **act)


def test_a_department_is_registered_once_and_changed(county: str, manager: Account) -> None:
    """Its short name is the one lists show."""
    save(county, manager, "D001", "示范县住房和城乡建设局", "住建局")
    save(county, manager, "D001", "示范县住房建设局", "住建局")
    assert {"D001": "住建局"} == department_names(county)
    assert {"D001": "示范县住房建设局"} == department_titles(county)


def test_a_department_needs_a_name(county: str, manager: Account) -> None:
    """Nothing is stored of one without."""
    with pytest.raises(ValidationError):
        save(county, manager, "D001", "")
    assert {} == department_names(county)
