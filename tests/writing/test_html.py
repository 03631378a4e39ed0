"""The web page."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import HealthCheck, given, settings

from kaocheng.kernel.documents import Cell, Document, Grid, passage
from kaocheng.kernel.places import Place
from kaocheng.kernel.reports import Report
from kaocheng.writing import html
from kaocheng.writing.cards import cards
from kaocheng.writing.coverage import families
from kaocheng.writing.html.document import paper
from kaocheng.writing.safe import clean
from kaocheng.writing.summary import refusal, summary
from tests.writing.doctored import doctored, sheeted
from tests.writing.strategies import HOSTILE

VOID = {"meta", "input", "circle", "rect", "img", "br", "link"}


class Outline(HTMLParser):
    """Elements with their attributes, ids, and whether all were closed."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the element."""
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the element, which closes itself."""
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        """Close what is open."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Keep the words."""
        self.text.append(data)

    @property
    def ids(self) -> list[str]:
        """Every id."""
        return [str(found["id"]) for _, found in self.tags if "id" in found]


def batch(reports: list[Report]) -> str:
    """A whole file."""
    bodies = "\n".join(html.body(item) for item in reports)
    return html.head() + bodies + html.tail([summary(item) for item in reports])


def test_every_finding_has_an_anchor(report: Report) -> None:
    """Each finding is marked once in the document and listed once; links lead both ways."""
    page = Outline(batch([report]))
    for card in cards(report):
        assert 1 == page.ids.count(f"m-{card.id}")
        assert 1 == page.ids.count(f"f-{card.id}")
    targets = {str(found.get("href"))[1:] for tag, found in page.tags if tag == "a"}
    assert targets <= set(page.ids)


def test_marks_stand_on_the_quoted_words(report: Report) -> None:
    """In a paragraph the exact characters are marked, in a table the exact cell."""
    page = html.body(report)
    quoted = re.findall(r'<a class="mark (?:error|note)"[^>]*>([^<]*)</a>', page)
    assert ["缺少应有的部分：名词解释", "10.43%", "主要原因是", "386.30", "386.30"] == quoted[:5]
    assert 2 == page.count('class="n hit-error"')
    assert 'class="free"' in page


def test_document_is_shown(report: Report) -> None:
    """Page breaks, headings, merged cells and pictures of the document appear."""
    page = html.body(report)
    assert 5 == page.count('class="break"')
    assert '<td colspan="4"' in page
    assert "机构设置图" in page


def test_self_contained(report: Report) -> None:
    """Nothing is fetched from anywhere, the language is told, charts have words."""
    page = batch([report])
    assert not re.search(r'(?:src|href)="(?!#)', page)
    assert "url(" not in page
    assert '<html lang="zh-CN">' in page
    assert 3 == len(re.findall(r'<svg[^>]*role="img" aria-label="[^"]+"', page))


def test_many_documents(report: Report) -> None:
    """Several documents get a summary with a link to each, also to one that was not read."""
    reports = sheeted(report, 3)
    bodies = "".join(html.body(item) for item in reports) + html.unreadable("空.pdf", "是空的。")
    kept = [*(summary(item) for item in reports), refusal("空.pdf", "是空的。")]
    page = Outline(html.head() + bodies + html.tail(kept))
    assert len(page.ids) == len(set(page.ids))
    links = [str(found["href"]) for tag, found in page.tags if tag == "a"]
    assert 4 == sum(1 for link in links if link.startswith("#d"))
    assert {link[1:] for link in links} <= set(page.ids)
    assert [] == page.open


def test_index(report: Report) -> None:
    """A folder of pages has an index that links to them."""
    page = html.index([(summary(report), "001.html"), (refusal("空.pdf", "是空的。"), "")])
    assert 'href="001.html"' in page


def test_clean_document(report: Report) -> None:
    """A document without findings says so."""
    assert "没有发现问题" in html.page(replace(report, findings=()))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(words=HOSTILE)
def test_everything_is_escaped(report: Report, words: str) -> None:
    """Whatever words a document brings, the elements of the page stay the same."""
    hostile = Outline(batch([doctored(report, words)]))
    harmless = Outline(batch([doctored(report, "字" * len(words))]))
    assert [] == hostile.open
    assert {tag for tag, _ in harmless.tags} >= {tag for tag, _ in hostile.tags}
    allowed = {name for _, found in harmless.tags for name in found}
    assert {name for _, found in hostile.tags for name in found} <= allowed
    assert 1 == sum(1 for tag, _ in hostile.tags if tag == "script")
    assert clean(words).split() == [] or clean(words).split()[0] in "".join(hostile.text)


def test_the_chart_of_families_counts_causes(report: Report) -> None:
    """The bars come to the numbers on the badges; consequences are no faults of their own."""
    assert any(finding.cause for finding in report.findings)
    found = families(report)
    assert report.errors == sum(errors for _, errors, _ in found)
    assert report.notes == sum(notes for _, _, notes in found)


def test_heads_of_text_files_are_shown_spread() -> None:
    """Text tells nothing of merged cells: an empty cell behind a head is shown as part of it."""
    place = Place("a.txt", line=1, table=1)
    texts = (("收入", "", "支出", ""), ("项目", "金额", "项目", "金额"), ("甲", "100.00", "乙", ""))
    rows = tuple(
        tuple(Cell(passage(text, replace(place, row=r + 1)), r, c) for c, text in enumerate(row))
        for r, row in enumerate(texts)
    )
    shown = paper(Document("a.txt", "txt", (Grid(rows, place),)), {})
    assert '<td colspan="2">收入</td><td colspan="2">支出</td></tr>' in shown
    assert "<td>乙</td><td></td></tr>" in shown
