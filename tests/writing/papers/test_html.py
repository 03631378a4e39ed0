"""Web pages: one file that needs no other, each figure with its anchor and its lineage."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import lxml.html
import pytest

from kaocheng.kernel.papers import Box, Heading, Paper, Prose, Run, Sheet, anchor
from kaocheng.writing.papers import write_html
from kaocheng.writing.papers.html.lineage import MOST_RECORDS
from tests.writing.papers.papers_fixture import of_payments, paper


@pytest.fixture(scope="module")
def raw(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The small paper as html."""
    path = tmp_path_factory.mktemp("html") / "paper.html"
    write_html(paper(), path)
    return path.read_text("utf-8")


def _lineage(raw: str) -> dict[str, list]:
    told = re.search(r'<script type="application/json" id="lineage">(.*?)</script>', raw, re.DOTALL)
    return json.loads(told[1])


def test_every_figure_has_its_anchor(raw: str) -> None:
    """The n-th figure is the element with the n-th name, also inside charts."""
    page = lxml.html.fromstring(raw)
    expected = {anchor(n): figure.text for n, figure in enumerate(paper().figures(), 1)}
    marked = page.xpath("//*[@class='f']")
    assert expected == {one.get("id"): one.text_content() for one in marked}


def test_every_figure_opens_its_lineage(raw: str) -> None:
    """Name, print, sources and entries of the printed figures, in order."""
    told = _lineage(raw)
    figures = [told["figures"][index] for index in told["printed"]]
    assert [f.name for f in paper().figures()] == [one["n"] for one in figures]
    spent = figures[1]
    assert "下列数字相加" == spent["f"]
    assert ["基本支出", "项目支出"] == [told["figures"][s]["n"] for s in spent["s"]]
    basic = told["figures"][spent["s"][0]]
    staff = told["figures"][basic["s"][0]]
    assert (40, "2023-0001") == (staff["c"], told["records"][staff["r"][0]])


def test_it_needs_nothing_from_outside(raw: str) -> None:
    """No address but the name spaces, and a policy that forbids to fetch any."""
    addresses = set(re.findall(r"https?://[^\s\"'<>]+", raw))
    assert {"http://www.w3.org/2000/svg"} == addresses
    assert "default-src 'none'" in raw


def test_long_lists_of_entries_are_cut_and_counted(tmp_path: Path) -> None:
    """The first entries and how many there are; figures.json holds them all."""
    many = of_payments("项目支出", "472.45", 1, 3000)
    path = tmp_path / "paper.html"
    write_html(Paper("文", "", 2023, "", (Prose((Run(many.text, many),)),)), path)
    told = _lineage(path.read_text("utf-8"))["figures"][0]
    assert (3000, MOST_RECORDS) == (told["c"], len(told["r"]))


def test_hostile_words_do_no_harm(tmp_path: Path) -> None:
    """Marks in words are shown, never obeyed, also inside the lineage."""
    one = of_payments("</script><img src=x>", "1", 1, 1)
    words = "<script>alert(1)</script>"
    path = tmp_path / "paper.html"
    parts = (Heading(1, words), Prose((Run(words), Run(one.text, one))))
    write_html(Paper(words, words, 2023, "", parts), path)
    raw = path.read_text("utf-8")
    assert 2 == len(re.findall("<script", raw))
    assert "<img" not in raw


def test_headings_do_not_skip_and_tables_have_heads(raw: str) -> None:
    """One h1, levels below it in order, head cells with a scope."""
    page = lxml.html.fromstring(raw)
    levels = [int(h.tag[1]) for h in page.xpath("//main//*[self::h1 or self::h2 or self::h3]")]
    assert 1 == levels.count(1)
    assert [] == [th for th in page.xpath("//th") if not th.get("scope")]


def test_landmarks_and_what_a_head_is_the_head_of(tmp_path: Path) -> None:
    """One main part behind a link that skips to it, a named contents, tables with names; heads by row."""
    row = (Box("项目名称", header=True, row_span=2), Box("大厅运转"))
    path = tmp_path / "form.html"
    table = Sheet("form", "自评表", "", "", "", (), (row, (Box("负责人", header=True),)), (1, 1))
    write_html(replace(paper(), parts=(*paper().parts, table)), path)
    page = lxml.html.fromstring(path.read_text("utf-8"))
    assert "zh-CN" == page.get("lang")
    assert [1, 1] == [len(page.xpath("//main")), len(page.xpath("//nav[@aria-label='目录']"))]
    (skip,) = page.xpath("//a[@class='skip']/@href")
    assert page.xpath(f"//*[@id='{skip[1:]}']")
    assert [] == page.xpath("//table[not(@aria-label)] | //svg[not(@aria-label)]")
    assert ["rowgroup", "col"] == [th.get("scope") for th in page.xpath("//table")[-1].iter("th")]
