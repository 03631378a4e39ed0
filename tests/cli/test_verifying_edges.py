"""Running heads, page numbers, contents and cover are compared both ways, told with what they were."""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from kaocheng.cli.packages import opened
from kaocheng.cli.verifying import examined
from kaocheng.proof.records import Fault
from tests.cli.whole_package import whole_package

TITLE = "青禾县行政审批局2023年度部门决算"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny package, written once."""
    return whole_package(tmp_path_factory.mktemp("package"))


@pytest.fixture
def package(published: Path, tmp_path: Path) -> Path:
    """A copy to be altered."""
    return Path(shutil.copytree(published, tmp_path / "copy"))


def _altered(package: Path, suffix: str, member: str, change: Callable[[str], str]) -> list[Fault]:
    """What is told when a member of the file is changed, which must change."""
    path = package / f"paper.{suffix}"
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    before = members[member].decode()
    members[member] = change(before).encode()
    assert before != members[member].decode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return list(examined(opened(package)).faults)


def _unworded(text: str) -> str:
    return re.sub(r"<w:t\b[^>]*>[^<]*</w:t>", "", text)


def _unrun(text: str) -> str:
    return re.sub(r"<w:r>.*</w:r>", "", text, flags=re.DOTALL)


@pytest.mark.parametrize("emptied", [_unworded, _unrun])
@pytest.mark.parametrize(
    ("member", "where", "was"), [("header", "页眉", TITLE), ("footer", "页脚", "—1—")]
)
def test_an_emptied_margin(
    package: Path, emptied: Callable[[str], str], member: str, where: str, was: str
) -> None:
    """The running head and the page number, their words or their runs taken away."""
    (fault,) = _altered(package, "docx", f"word/{member}.xml", emptied)
    assert ("text", "", was) == (fault.kind, fault.written, fault.should)
    assert fault.where.endswith(f"（{where}）")


def test_a_character_of_the_running_head(package: Path) -> None:
    """To the character, with what it was."""
    (fault,) = _altered(
        package, "docx", "word/header.xml", lambda text: text.replace("决算", "预算")
    )
    assert ("text", "预", "决") == (fault.kind, fault.written, fault.should)
    assert f"第{TITLE.index('决') + 1}个字符（页眉）" in fault.where


def test_a_character_of_the_contents(package: Path) -> None:
    """A line of the contents that no longer names its part."""
    (fault,) = _altered(
        package, "docx", "word/document.xml", lambda text: text.replace("第一部分", "第六部分", 1)
    )
    assert ("六", "一") == (fault.written, fault.should)
    assert fault.where.endswith("第2个字符（目录）")


def test_a_line_of_the_contents_that_is_gone(package: Path) -> None:
    """The first place of the heading's text is its line in the contents."""
    (fault,) = _altered(
        package, "docx", "word/document.xml",
        lambda text: re.sub(r"<w:hyperlink .*?</w:hyperlink>", "", text, count=1),
    )  # fmt: skip
    assert "" == fault.written
    assert fault.should.startswith("第一部分决算情况说明")


def test_a_cover_that_is_gone(package: Path) -> None:
    """Its office too stands on the cover only."""
    faults = _altered(
        package, "docx", "word/document.xml",
        lambda text: re.sub(r'<w:p><w:pPr><w:pStyle w:val="(Title|CoverOffice)"/>.*?</w:p>', "", text),
    )  # fmt: skip
    assert "青禾县行政审批局" in "".join(fault.should for fault in faults)
    assert {""} == {fault.written for fault in faults}


def test_margins_that_the_text_no_longer_uses(package: Path) -> None:
    """The part is still in the file, but no page shows it."""
    (fault,) = _altered(
        package, "docx", "word/document.xml",
        lambda text: re.sub(r"<w:headerReference [^>]*/>", "", text),
    )  # fmt: skip
    assert ("aside", "页脚", "页眉、页脚") == (fault.kind, fault.written, fault.should)


def test_a_figure_that_is_hidden(package: Path) -> None:
    """Told as lost, its unit once, and as hidden where it stands."""
    faults = _altered(
        package, "docx", "word/document.xml",
        lambda text: re.sub(
            r"<w:r>((?:<w:rPr>.*?</w:rPr>)?)(<w:t[^>]*>33\.33</w:t>)",
            r"<w:r><w:rPr><w:vanish/></w:rPr>\2", text, count=1,
        ),
    )  # fmt: skip
    assert ["“基本支出占比”应为33.33%，现在没有了。", "多出了隐藏的文字，公布时没有。"] == [
        fault.message for fault in faults
    ]
    assert "33.33" == faults[1].written


HIDDEN = "<w:p><w:r><w:rPr>{}</w:rPr><w:t>收入9999万元</w:t></w:r></w:p>"


@pytest.mark.parametrize("how", ["<w:vanish/>", '<w:vanish w:val="1"/>', "<w:b/><w:vanish/>"])
def test_a_hidden_paragraph_of_the_docx(package: Path, how: str) -> None:
    """What is not shown is told with its words."""
    (fault,) = _altered(
        package, "docx", "word/document.xml",
        lambda text: text.replace("<w:body>", "<w:body>" + HIDDEN.format(how)),
    )  # fmt: skip
    assert ("aside", "收入9999万元") == (fault.kind, fault.written)
    assert "多出了隐藏的文字，公布时没有。" == fault.message


def test_hidden_words_of_the_running_head(package: Path) -> None:
    """Not only the text has hidden words."""
    (fault,) = _altered(
        package, "docx", "word/header.xml",
        lambda text: text.replace("</w:hdr>", HIDDEN.format("<w:vanish/>") + "</w:hdr>"),
    )  # fmt: skip
    assert ("页眉隐藏的文字", "收入9999万元") == (fault.where, fault.written)


def test_words_deleted_under_revision(package: Path) -> None:
    """Word shows them struck through."""
    gone = '<w:p><w:del w:id="9"><w:r><w:delText>收入9999万元</w:delText></w:r></w:del></w:p>'
    (fault,) = _altered(
        package, "docx", "word/document.xml",
        lambda text: text.replace("<w:body>", "<w:body>" + gone),
    )  # fmt: skip
    assert ("正文修订中删除的文字", "收入9999万元") == (fault.where, fault.written)


def test_a_row_of_a_table_that_is_hidden(package: Path) -> None:
    """A hidden row of a docx is read, but not shown."""
    (fault,) = _altered(
        package, "docx", "word/document.xml",
        lambda text: re.sub("<w:trPr>(?!.*<w:trPr>)", "<w:trPr><w:hidden/>", text, flags=re.DOTALL)
        if "<w:trPr>" in text else text,
    )  # fmt: skip
    assert fault.where.endswith("隐藏的文字")
    assert "项目支出" in fault.written


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (r'<row r="8"', r'<row r="8" hidden="1"', "第8行"),
        (r'(<row r="8"[^>]* ht=)"[^"]*"', r'\1"0"', "第8行"),
        (r"<col (?=[^>]*min=\"2\")", r'<col hidden="true" ', "第B至C列"),
        (r"<col (?=[^>]*min=\"2\")([^>]*?)width=\"[^\"]*\"", r'<col \1width="0"', "第B至C列"),
    ],
)
def test_hidden_rows_and_columns_of_the_xlsx(package: Path, old: str, new: str, told: str) -> None:
    """Their cells are read as ever, but nobody sees them."""
    (fault,) = _altered(
        package, "xlsx", "xl/worksheets/sheet1.xml", lambda text: re.sub(old, new, text, count=1)
    )
    assert ("aside", told) == (fault.kind, fault.written)
    assert "多出了隐藏的行和列，公布时没有。" == fault.message


def test_a_hidden_sheet_of_the_xlsx(package: Path) -> None:
    """A worksheet nobody sees."""
    (fault,) = _altered(
        package, "xlsx", "xl/workbook.xml",
        lambda text: text.replace("<sheet ", '<sheet state="veryHidden" ', 1),
    )  # fmt: skip
    assert "多出了隐藏的工作表，公布时没有。" == fault.message


@pytest.mark.parametrize(
    "words",
    [
        "<p hidden>收入9999万元</p>",
        '<p style="display:none">收入<b>9999</b>万元</p>',
        "<textarea>收入9999万元</textarea>",
    ],
)
def test_words_of_the_web_page_that_are_not_read(package: Path, words: str) -> None:
    """Hidden, or in an element whose words are none of the running text."""
    page = package / "paper.html"
    page.write_text(page.read_text("utf-8").replace("</main>", words + "</main>"), "utf-8")
    told = [fault.written for fault in examined(opened(package)).faults]
    assert "收入9999万元" in told
