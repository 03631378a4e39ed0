"""Items taken in by the thousand: all of them or none, in seconds, each with its event."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from kaocheng.catalogue.readers import judged, read_items
from kaocheng.catalogue.records import ItemVersion
from kaocheng.catalogue.states import State
from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal
from kaocheng.reading.lists import lists
from kaocheng.site.audit.models import StoredEvent
from kaocheng.site.catalogue.models import StoredCode, StoredItem, StoredVersion
from kaocheng.site.catalogue.services import (
    Taking,
    department_names,
    import_items,
    published_items,
    version_in_force,
    version_of,
)
from tests.catalogue.versions import SINCE, ordinary
from tests.catalogue.workbooks import many, workbook
from tests.site.catalogue.conftest import Desk
from tests.site.catalogue.items import AT

TODAY = AT.date()


def take(desk: Desk, versions: list[ItemVersion], taking: Taking) -> int:
    """Import as the catalogue manager."""
    return import_items(
        county=desk.county, versions=versions, taking=taking, by=desk.manager,
        role=Role.CATALOGUE_MANAGER, at=AT, source="省级目录",
    )  # fmt: skip


def test_published_items_are_read_as_they_were_written(desk: Desk) -> None:
    """Content, codes, state, event."""
    versions = many(5)
    assert 5 == take(desk, versions, Taking.PUBLISHED)
    assert versions == [version_of(row) for row in published_items(desk.county, TODAY)]
    assert {State.PUBLISHED} == {row.state for row in StoredItem.objects.all()}
    assert 5 == StoredCode.objects.count() == StoredEvent.objects.filter(kind="import").count()


def test_a_second_import_follows_the_first(desk: Desk) -> None:
    """The new version begins on its day, the old one ends the day before."""
    take(desk, many(2), Taking.PUBLISHED)
    later = TODAY + timedelta(days=30)
    changed = [replace(version, valid_from=later, name="改名") for version in many(2)]
    take(desk, changed, Taking.PUBLISHED)
    named = [
        version_in_force(county=desk.county, item="P00000", on=day).name for day in (TODAY, later)
    ]
    assert ["示范许可0", "改名"] == named
    assert [2, 1] == list(
        StoredVersion.objects.of(desk.county, "P00001").values_list("version", flat=True)
    )


def test_one_that_cannot_be_taken_keeps_all_out(desk: Desk) -> None:
    """A faulty item among sound ones: nothing is stored, no event remains."""
    with pytest.raises(Refusal, match="1 处错误"):
        take(desk, [*many(3), ordinary(item="P999", conditions="")], Taking.PUBLISHED)
    assert 0 == StoredItem.objects.count() == StoredEvent.objects.count()


def test_a_directory_waits_for_its_departments(desk: Desk) -> None:
    """No version yet; taken twice is refused."""
    take(desk, many(2), Taking.DIRECTORY)
    rows = StoredItem.objects.all()
    assert {(State.UNASSIGNED, "", "省级目录")} == {(r.state, r.unit, r.source) for r in rows}
    assert (0, 2) == (StoredVersion.objects.count(), StoredCode.objects.count())
    with pytest.raises(Refusal, match="已在目录里"):
        take(desk, many(3), Taking.DIRECTORY)
    assert 2 == StoredItem.objects.count()


def test_drafts_are_filled_for_the_department(desk: Desk) -> None:
    """Faulty ones too, for they are to be mended; a claimed item's draft is replaced."""
    take(desk, many(1), Taking.DIRECTORY)
    faulty = replace(many(1)[0], conditions="")
    take(desk, [faulty], Taking.DRAFTS)
    row = StoredItem.objects.get(number="P00000")
    assert (State.FILLING, "D001") == (row.state, row.unit)
    with pytest.raises(Refusal, match="1 处错误"):
        desk.move("P00000", "submit")
    take(desk, many(1), Taking.DRAFTS)
    assert State.REVIEW == desk.move("P00000", "submit").state
    assert 2 == row.versions.count()


def test_another_departments_item_is_not_filled_over(desk: Desk) -> None:
    """The file must name the department that claimed it."""
    desk.registered("P00000")
    desk.move("P00000", "assign", {"unit": "D002"})
    with pytest.raises(Refusal, match="由部门 D002 认领"):
        take(desk, many(1), Taking.DRAFTS)


def test_hundreds_of_items_from_a_workbook(desk: Desk, tmp_path: Path) -> None:
    """From the file to the store, the rules and events included; the statements stay few an item."""
    path = workbook(tmp_path / "目录.xlsx", many(300))
    sheets = judged(read_items(lists(path), department_names(desk.county), SINCE))
    assert () == sheets.errors
    assert 300 == take(desk, list(sheets.versions), Taking.PUBLISHED)
    assert 300 == published_items(desk.county, date(2026, 5, 6)).count()
