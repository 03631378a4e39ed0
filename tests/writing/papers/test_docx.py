"""Word documents: headings, contents, anchors, repeated heads, turned pages, sharp charts."""

from __future__ import annotations

import zipfile
from pathlib import Path

import docx
import pytest
from lxml import etree

from kaocheng.kernel.papers import Heading, Paper, Prose, Run, Sheet, Unwritable, anchor
from kaocheng.writing.papers import write_docx
from kaocheng.writing.papers.planning import contents, sections
from tests.writing.papers.papers_fixture import OFFICE, paper

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small paper as docx."""
    path = tmp_path_factory.mktemp("docx") / "paper.docx"
    write_docx(paper(), path)
    return path


@pytest.fixture(scope="module")
def body(written: Path) -> etree._Element:
    """Its document part."""
    with zipfile.ZipFile(written) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def _anchored(body: etree._Element) -> dict[str, str]:
    """The text between the ends of each figure's bookmark."""
    found = {}
    for start in body.iter(f"{W}bookmarkStart"):
        name = start.get(f"{W}name")
        if name.startswith("_kc"):
            run = start.getnext()
            found[name] = "".join(text.text or "" for text in run.iter(f"{W}t"))
    return found


def test_every_figure_has_its_anchor(body: etree._Element) -> None:
    """The n-th figure of the paper stands in the n-th bookmark; charts are pictures."""
    in_charts = range(10, 18)
    expected = {
        f"_{anchor(n)}": figure.text
        for n, figure in enumerate(paper().figures(), 1)
        if n not in in_charts
    }
    assert expected == _anchored(body)


def test_bookmarks_are_unique_and_closed(body: etree._Element) -> None:
    """Each number opens once and closes once, as Word demands."""
    opened = [mark.get(f"{W}id") for mark in body.iter(f"{W}bookmarkStart")]
    closed = [mark.get(f"{W}id") for mark in body.iter(f"{W}bookmarkEnd")]
    assert sorted(set(opened)) == sorted(opened) == sorted(closed)


def test_headings_bear_real_styles(written: Path) -> None:
    """Level n is Word's own heading n, so that its outline works."""
    read = docx.Document(str(written))
    found = [(p.style.name, p.text) for p in read.paragraphs if p.style.name.startswith("Heading")]
    parts = [part for part in paper().parts if isinstance(part, Heading)]
    assert [(f"Heading {part.level}", part.text) for part in parts] == found


def test_the_contents_are_filled_in(body: etree._Element) -> None:
    """Each entry shows its title and a page, and leads to a bookmark that exists."""
    links = list(body.iter(f"{W}hyperlink"))
    titles = ["".join(t.text for t in link.iter(f"{W}t")) for link in links]
    pages = ["1", "1", "1", "2", "2", "3", "4", "4", "5"]
    items = contents(sections(paper()))
    expected = [item.title + page for item, page in zip(items, pages, strict=True)]
    marks = {mark.get(f"{W}name") for mark in body.iter(f"{W}bookmarkStart")}
    assert expected == titles
    assert {link.get(f"{W}anchor") for link in links} <= marks


def test_heads_repeat_and_rows_stay_whole(body: etree._Element) -> None:
    """Each head row is marked for each page, and no row breaks over two."""
    tables = [part for part in paper().parts if isinstance(part, Sheet)]
    heads = sum(len(table.head) for table in tables)
    rows = heads + sum(len(table.body) for table in tables)
    assert heads == len(list(body.iter(f"{W}tblHeader")))
    assert rows == len(list(body.iter(f"{W}cantSplit")))


def test_wide_tables_stand_on_turned_pages(body: etree._Element) -> None:
    """Front pages, upright text, the wide table, the end: four sections, one turned."""
    turned = [size.get(f"{W}orient") for size in body.iter(f"{W}pgSz")]
    assert [None, None, "landscape", None] == turned


def test_charts_are_vectors_with_a_picture_to_fall_back_on(written: Path) -> None:
    """Each chart is there as SVG and PNG, and described in words."""
    with zipfile.ZipFile(written) as archive:
        names = set(archive.namelist())
        png = archive.read("word/media/chart1.png")
        text = archive.read("word/document.xml").decode()
    assert {f"word/media/chart{n}.{kind}" for n in (1, 2) for kind in ("png", "svg")} <= names
    assert png.startswith(b"\x89PNG")
    assert 'descr="柱状图：2022年收、支总计均为1,094.59万元' in text


def test_no_font_is_a_clear_refusal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages cannot be counted without a font; the sentence says what to install."""
    monkeypatch.setenv("KAOCHENG_FONTS", str(tmp_path))
    with pytest.raises(Unwritable, match="请安装 fonts-noto-cjk"):
        write_docx(paper(), tmp_path / "paper.docx")
    assert [] == list(tmp_path.iterdir())


def test_hostile_words_do_no_harm(tmp_path: Path) -> None:
    """Marks of XML and control characters are words like any other."""
    path = tmp_path / "paper.docx"
    write_docx(Paper("<b>&", OFFICE, 2023, "", (Prose((Run('a\x00<&>"\n乙'),)),)), path)
    texts = [p.text for p in docx.Document(str(path)).paragraphs]
    assert 'a�<&>"\n乙' in texts
