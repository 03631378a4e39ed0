"""Files in and out by the site: what was exported comes back, faults are told, formulas are not run."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.urls import reverse

from kaocheng.catalogue.records import ItemVersion
from kaocheng.catalogue.states import State
from kaocheng.site.catalogue.models import StoredItem
from kaocheng.site.catalogue.services import Taking, published_items, version_of
from tests.catalogue.versions import SINCE, immediate, ordinary
from tests.catalogue.workbooks import csv_files, workbook
from tests.site.catalogue.conftest import Desk
from tests.site.catalogue.items import publish, publish_immediate, publish_ordinary
from tests.site.catalogue.pages.test_items import browser


def upload(
    desk: Desk, *files: Path, taking: Taking = Taking.PUBLISHED, by: object = None
) -> HttpResponse:
    """Send files to the import page."""
    sent = [SimpleUploadedFile(path.name, path.read_bytes()) for path in files]
    data = {"upload": sent, "taking": taking.value, "source": "省级目录", "on": SINCE.isoformat()}
    return browser(by or desk.manager).post(reverse("catalogue:import"), data)


def stored(desk: Desk) -> list[ItemVersion]:
    """What applies."""
    rows = published_items(desk.county, SINCE).select_related("written")
    return [version_of(row) for row in rows]


def test_a_workbook_is_taken_in(desk: Desk, tmp_path: Path) -> None:
    """Exactly what was written."""
    versions = [ordinary(), immediate()]
    assert 302 == upload(desk, workbook(tmp_path / "目录.xlsx", versions)).status_code
    assert versions == stored(desk)


def test_csv_files_are_taken_in_together(desk: Desk, tmp_path: Path) -> None:
    """One worksheet a file, sent at once."""
    assert 302 == upload(desk, *csv_files(tmp_path, [ordinary()], dict.copy)).status_code
    assert [ordinary()] == stored(desk)


def test_one_fault_keeps_everything_out_and_is_told_at_its_row(desk: Desk, tmp_path: Path) -> None:
    """By the reader and by the rules alike."""
    faulty = ordinary(item="P009", conditions="")
    answer = upload(desk, workbook(tmp_path / "目录.xlsx", [ordinary(), faulty]))
    text = answer.content.decode()
    assert "没有导入：1 处错误" in text
    assert "第3行" in text
    assert "没有填写受理条件" in text
    assert 0 == StoredItem.objects.count()


def test_the_same_file_is_taken_as_drafts(desk: Desk, tmp_path: Path) -> None:
    """Faults of content are mended later, on the pages."""
    faulty = ordinary(item="P009", conditions="")
    path = workbook(tmp_path / "目录.xlsx", [faulty])
    assert 302 == upload(desk, path, taking=Taking.DRAFTS).status_code
    assert State.FILLING == StoredItem.objects.get(number="P009").state


def test_a_department_takes_in_its_own_drafts_only(desk: Desk, tmp_path: Path) -> None:
    """Not published, and not another department's."""
    own = workbook(tmp_path / "own.xlsx", [ordinary(item="P008")])
    others = workbook(
        tmp_path / "others.xlsx", [ordinary(item="P009", body="D002", handling_body="D002")]
    )
    assert "只能导入本部门" in upload(desk, own, by=desk.filler).content.decode()
    refused = upload(desk, others, taking=Taking.DRAFTS, by=desk.filler)
    assert "只能导入本部门" in refused.content.decode()
    assert 0 == StoredItem.objects.count()
    assert 302 == upload(desk, own, taking=Taking.DRAFTS, by=desk.filler).status_code


@pytest.mark.parametrize("name", ["目录.xlsx", "事项.csv", "目录.exe"])
def test_a_file_that_is_none_is_told(desk: Desk, tmp_path: Path, name: str) -> None:
    """Torn, or something else; a sentence, not a breakdown."""
    (tmp_path / name).write_bytes(b"\x00\x01PK torn" * 50)
    answer = upload(desk, tmp_path / name)
    assert 200 == answer.status_code
    assert answer.context["errors"]


def test_what_is_exported_can_be_imported(desk: Desk, tmp_path: Path) -> None:
    """The workbook of one site is the start of another."""
    publish_ordinary(desk.county)
    publish_immediate(desk.county)
    before = stored(desk)
    answer = browser(desk.manager).get(reverse("catalogue:export"))
    (tmp_path / "out.xlsx").write_bytes(answer.content)
    StoredItem.objects.all().delete()
    assert 302 == upload(desk, tmp_path / "out.xlsx").status_code
    assert before == stored(desk)


def test_the_template_is_empty_and_explained(desk: Desk) -> None:
    """Heads and drop-downs, no rows."""
    answer = browser(desk.filler).get(reverse("catalogue:export"), {"template": "1"})
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    assert {"事项", "申请材料", "说明"} <= set(book.sheetnames)
    assert 1 == book["事项"].max_row


def test_csv_holds_no_formula(desk: Desk, tmp_path: Path) -> None:
    """A name that a spreadsheet would run is text, and comes back as it was."""
    publish(desk.county, ordinary(name="=HYPERLINK(1)"))
    answer = browser(desk.manager).get(reverse("catalogue:export"), {"form": "csv"})
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        text = archive.read("事项.csv").decode("utf-8-sig")
        archive.extractall(tmp_path)
    assert ",=HYPERLINK" not in text
    before = stored(desk)
    StoredItem.objects.all().delete()
    assert 302 == upload(desk, *sorted(tmp_path.glob("*.csv"))).status_code
    assert before == stored(desk)


def test_a_department_takes_out_its_own(desk: Desk) -> None:
    """Not the others'."""
    publish(desk.county, ordinary(body="D002", handling_body="D002"))
    publish_immediate(desk.county)
    answer = browser(desk.filler).get(reverse("catalogue:export"))
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    assert ["P002"] == [row[0].value for row in book["事项"].iter_rows(min_row=2)]
