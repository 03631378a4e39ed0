"""A docx that was only saved again has no fault; a digit changed in it is still found."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kaocheng.cli.packages import opened
from kaocheng.cli.verifying import examined
from tests.cli import resaving
from tests.cli.resaving import Members, resaved
from tests.cli.whole_package import whole_package

EVERYTHING = (
    resaving.margins_apart,
    resaving.vectors_dropped,
    resaving.pages_counted,
    resaving.styles_renamed,
    resaving.runs_split,
)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny package, written once."""
    return whole_package(tmp_path_factory.mktemp("package"))


@pytest.fixture
def package(published: Path, tmp_path: Path) -> Path:
    """A copy to be saved again."""
    return Path(shutil.copytree(published, tmp_path / "copy"))


@pytest.mark.parametrize("change", EVERYTHING, ids=lambda one: one.__name__)
def test_one_habit_of_a_program(package: Path, change: Callable[[Members], None]) -> None:
    """Not a fault, but said."""
    resaved(package / "paper.docx", change)
    verdict = examined(opened(package))
    assert () == verdict.faults
    assert "paper.docx 在公布之后重新保存过" in verdict.remarks[-1]


def test_all_of_them_with_a_digit_changed(package: Path) -> None:
    """The figure is named with its place, nothing else."""

    def digit(members: Members) -> None:
        text = members["word/document.xml"]
        assert b">33.33<" in text
        members["word/document.xml"] = text.replace(b">33.33<", b">38.33<", 1)

    resaved(package / "paper.docx", digit, *EVERYTHING)
    (fault,) = examined(opened(package)).faults
    assert ("print", "38.33", "33.33") == (fault.kind, fault.written, fault.should)
    assert "个字符" in fault.where


def test_pages_that_were_counted_anew_are_told(package: Path) -> None:
    """With what they were; the words beside them stand."""
    resaved(package / "paper.docx", resaving.pages_counted)
    (pages, _) = examined(opened(package)).remarks
    assert "有 2 处页码不是公布时的（1→2、2→3）" in pages


def test_a_picture_that_lost_its_drawing_and_is_another(package: Path) -> None:
    """Without the drawing nothing but the picture itself says what it shows."""

    def another(members: Members) -> None:
        members["word/media/chart1.png"] += b"."

    resaved(package / "paper.docx", resaving.vectors_dropped, another)
    assert ["第1幅图图片", "第1幅图图中文字"] == [
        fault.where for fault in examined(opened(package)).faults
    ]


def test_a_running_head_of_one_section_that_differs(package: Path) -> None:
    """Equal parts are one; one that is not equal is found."""

    def other(members: Members) -> None:
        head = members["word/header20.xml"].decode()
        members["word/header20.xml"] = head.replace("决算", "预算").encode()

    def second(members: Members) -> None:
        members["word/document.xml"] = members["word/document.xml"].replace(
            b'<w:headerReference w:type="default" r:id="rIdHeader"/>',
            b'<w:headerReference w:type="default" r:id="rIdHeader"/>' * 2,
        )

    resaved(package / "paper.docx", second, resaving.margins_apart, other)
    assert "预算" in "".join(fault.written for fault in examined(opened(package)).faults)
