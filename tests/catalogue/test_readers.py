"""Items come out of a workbook as they went in; what is wrong is told at its row, all of it at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kaocheng.catalogue.readers import Sheets, judged, read_items
from kaocheng.catalogue.records import ItemVersion
from kaocheng.reading.lists import lists
from tests.catalogue.versions import SINCE, immediate, ordinary, tolerant
from tests.catalogue.workbooks import Rows, csv_files, workbook

NAMES = {"D001": "行政审批局", "D002": "住房和城乡建设局", "D003": "消防救援大队"}
VERSIONS = [ordinary(), immediate(), tolerant()]


def read(*paths: Path) -> Sheets:
    """What the files hold."""
    listings = [listing for path in paths for listing in lists(path)]
    return read_items(listings, NAMES, SINCE)


def spoilt(
    folder: Path, spoil: Callable[[Rows], object], versions: list[ItemVersion] = VERSIONS
) -> Sheets:
    """What csv files hold after they were spoilt."""
    return read(*csv_files(folder, versions, spoil))


def test_a_workbook_gives_back_what_was_written(tmp_path: Path) -> None:
    """Every field of every part, exactly, and nothing to complain of."""
    sheets = read(workbook(tmp_path / "目录.xlsx", VERSIONS))
    assert () == sheets.faults
    assert tuple(VERSIONS) == sheets.versions


def test_csv_files_give_the_same(tmp_path: Path) -> None:
    """One file a worksheet."""
    sheets = spoilt(tmp_path, dict.copy)
    assert (tuple(VERSIONS), ()) == (sheets.versions, sheets.faults)


def test_departments_may_be_written_by_name(tmp_path: Path) -> None:
    """And an unknown one is told."""

    def spoil(texts: Rows) -> None:
        at = texts["事项"][0].index("实施主体")
        texts["事项"][1][at] = "行政审批局"
        texts["事项"][2][at] = "外星局"

    sheets = spoilt(tmp_path, spoil)
    assert ["P001", "P003"] == [version.item for version in sheets.versions]
    assert "D001" == sheets.versions[0].body
    (fault,) = sheets.errors
    assert ("事项.csv", 3, "实施主体", "外星局") == (
        fault.file,
        fault.row,
        fault.column,
        fault.written,
    )


def test_every_fault_of_every_row_is_told_at_once(tmp_path: Path) -> None:
    """Five slips in four sheets: five faults, each at its place with a remedy."""

    def spoil(texts: Rows) -> None:
        items, materials = texts["事项"], texts["申请材料"]
        items[1][items[0].index("事项类型")] = "许可证"
        items[2][items[0].index("承诺办结时限")] = "尽快"
        materials[1][materials[0].index("必要性")] = "也许"
        materials[2][materials[0].index("材料名称")] = ""
        texts["收费"][1][2] = "十元"

    sheets = spoilt(tmp_path, spoil)
    told = {(f.file, f.row, f.column) for f in sheets.errors}
    expected = {
        ("事项.csv", 2, "事项类型"),
        ("事项.csv", 3, "承诺办结时限"),
        ("申请材料.csv", 2, "必要性"),
        ("申请材料.csv", 3, "材料名称"),
        ("收费.csv", 2, "收费标准元"),
    }
    assert expected == told
    assert all(fault.remedy for fault in sheets.errors)
    assert ["P003"] == [version.item for version in sheets.versions]


def test_numbers_that_are_doubled_or_strange_are_told(tmp_path: Path) -> None:
    """An item twice, and a material of an item that is not there."""

    def spoil(texts: Rows) -> None:
        texts["事项"].append(list(texts["事项"][1]))
        texts["申请材料"].append(["P999", "CL01", "甲", "必要"])

    messages = {f.message for f in spoilt(tmp_path, spoil).errors}
    assert {"事项编号与第2行重复", "“事项”工作表里没有这个编号"} == messages


def test_rows_of_a_torn_item_are_not_strange(tmp_path: Path) -> None:
    """One slip is one line: its materials are not told as belonging to nobody."""

    def spoil(texts: Rows) -> None:
        texts["事项"][1][1] = ""

    assert ["没有填写"] == [f.message for f in spoilt(tmp_path, spoil).errors]


def test_the_rules_speak_at_the_rows(tmp_path: Path) -> None:
    """A flaw of a material is told at that material's row, of an element at the item's."""

    def spoil(texts: Rows) -> None:
        items, materials = texts["事项"], texts["申请材料"]
        items[1][items[0].index("受理条件")] = ""
        row = next(row for row in materials if row[0] == "P003" and "drawing" in row)
        row[materials[0].index("容缺补交工作日")] = ""

    sheets = judged(spoilt(tmp_path, spoil))
    told = [(f.file, f.row, f.column) for f in sheets.errors]
    assert [("事项.csv", 2, "受理条件"), ("申请材料.csv", 9, "容缺补交工作日")] == told
    assert "ITM017" in sheets.errors[1].message


def test_without_items_there_is_nothing_to_read(tmp_path: Path) -> None:
    """A file of something else: an error, and a note of what was not read."""
    (tmp_path / "支付.csv").write_text("日期,金额\n2026-01-01,1\n", "utf-8")
    sheets = read(tmp_path / "支付.csv")
    assert () == sheets.versions
    assert [True, False] == sorted((f.is_error for f in sheets.faults), reverse=True)
    assert "没有“事项”工作表" in {f.message for f in sheets.errors}


@pytest.mark.parametrize(("written", "day"), [("2026-07-01", date(2026, 7, 1)), ("", SINCE)])
def test_the_first_day_is_the_written_one_or_the_given(
    tmp_path: Path, written: str, day: date
) -> None:
    """生效日期 may be left blank."""

    def spoil(texts: Rows) -> None:
        texts["事项"][1][texts["事项"][0].index("生效日期")] = written

    assert day == spoilt(tmp_path, spoil).versions[0].valid_from


def test_a_step_handed_to_another_item_stays_with_its_own(tmp_path: Path) -> None:
    """转办事项 names an item, too: not the one the row belongs to."""
    first, *rest = ordinary().steps
    version = ordinary(steps=(replace(first, item="P009"), *rest))
    sheets = spoilt(tmp_path, dict.copy, [version])
    assert ((version,), ()) == (sheets.versions, sheets.faults)
