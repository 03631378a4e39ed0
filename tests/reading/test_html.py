"""Web pages are read as a browser shows them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from soundness import assert_sound, texts

from kaocheng.kernel.documents import Document, Picture, Unreadable
from kaocheng.reading.html import read_html
from kaocheng.reading.html.encoding import decoded
from kaocheng.reading.html.reading import unended


def _read(folder: Path, page: str | bytes) -> Document:
    path = folder / "a.html"
    path.write_bytes(page if isinstance(page, bytes) else page.encode())
    document = read_html(path)
    assert_sound(document)
    return document


def test_flow(tmp_path: Path) -> None:
    """Headings, paragraphs, line breaks, lists; nothing hidden."""
    document = _read(
        tmp_path,
        "<h2>公开&amp;说明</h2><p>收入\n增加<br>下行</p><script>x</script><div hidden>藏</div>"
        '<p style="color:red; display: none">藏</p><ol start=3><li>甲<li>乙</ol><ul><li>丙</ul>尾',
    )
    assert [one.text for one in document.paragraphs()] == [
        "公开&说明",
        "收入增加\n下行",
        "3. 甲",
        "4. 乙",
        "丙",
        "尾",
    ]
    assert next(document.paragraphs()).level == 2


def test_spans_and_nested_table(tmp_path: Path) -> None:
    """Rowspan and colspan, a table in a cell, a picture in a cell."""
    document = _read(
        tmp_path,
        "<table><tr><th rowspan=2>项目<th colspan=1000000>金额<tr><td>1<td>2"
        "<table><tr><td>内<td>部</table><img alt=章></table>",
    )
    outer, inner = document.grids()
    assert texts(outer) == [["项目", "金额", "金额"], ["项目", "1", "2"]]
    assert texts(inner) == [["内", "部"]]
    assert (inner.place.table, inner.rows[0][1].place.row, inner.rows[0][1].place.column) == (
        2,
        1,
        2,
    )
    assert [one.description for one in document.blocks if isinstance(one, Picture)] == ["章"]


def test_frame_table_is_no_table(tmp_path: Path) -> None:
    """A table of one cell round the whole page is only its frame."""
    document = _read(tmp_path, "<table><tr><td><p>文</p><table><tr><td>x<td>y</table></table>")
    assert [one.text for one in document.paragraphs()] == ["文"]
    assert [texts(grid) for grid in document.grids()] == [[["x", "y"]]]


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [("gb18030", "gb2312"), ("utf-8", "utf-8"), ("gb18030", "utf-8"), ("utf-16", ""), ("gbk", "")],
)
def test_encodings(encoding: str, declared: str) -> None:
    """Marks, declarations and wrong declarations."""
    page = f'<meta charset="{declared}"><p>预算绩效公开，合计１２３万元。㎡镕</p>'
    assert page == decoded(page.encode(encoding))


def test_too_deep_page_is_refused(tmp_path: Path) -> None:
    """A page the parser would silently cut short is refused."""
    with pytest.raises(Unreadable, match="嵌套"):
        _read(tmp_path, "<div>" * 5000 + "深")


@pytest.mark.parametrize("depth", [50, 80, 120])
def test_deep_tables(tmp_path: Path, depth: int) -> None:
    """Nested tables end in all their words or a sentence at every depth, never in a crash."""
    try:
        words = str(_read(tmp_path, "<table><tr><td>甲<td>" * depth))
    except Unreadable as refusal:
        words = "甲" * depth if "嵌套" in str(refusal) else ""
    assert words.count("甲") >= depth


@pytest.mark.parametrize(
    "page",
    [
        "<table>" + "<tr><td rowspan=65534>x" * 5000 + "</table>",
        "<table><tr>" + "<td rowspan=0>x" * 3000 + "<tr><td>x" * 3000 + "</table>",
        "<table><tr>" + "<td>x" * 3000 + "<tr><td>x" * 3000 + "</table>",
    ],
)
def test_absurd_tables(tmp_path: Path, page: str) -> None:
    """Tables that would fill the memory are refused."""
    with pytest.raises(Unreadable, match="表格"):
        _read(tmp_path, page)


PAGE = "<!DOCTYPE html><html><head><title>题</title></head><body><p>甲</p></body></html>"


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        (PAGE + "\n<p>乙</p>", ["甲", "乙"]),
        (PAGE + PAGE.replace("甲", "乙"), ["甲", "乙"]),
        (PAGE + "乙", ["甲", "乙"]),
        ("<p>甲</p></BODY\n></HTML ><p>乙</p></html/>丙", ["甲", "乙", "丙"]),
        ("<p>甲</body\0><p>乙</p></ht\0ml><p>丙", ["甲", "乙", "丙"]),
        ("<p>甲</p></html data-a='>'><p>乙", ["甲", "乙"]),
        ("<!-- </html> --><p>甲</p><!--</body></html>--><p>乙", ["甲", "乙"]),
        ("<script>'</body></html>'</script><p title='</html>'>甲<p>乙", ["甲", "乙"]),
        ("<p>甲</p></html><!-- 丙 </html> --><p>乙", ["甲", "乙"]),
        (
            "<p>甲</p></html><script>'丙'</script><style>丙</style><div hidden>丙</div>乙",
            ["甲", "乙"],
        ),
        ("<p>甲</p></html><![CDATA[丙]]><p>乙", ["甲", "乙"]),
        ("<body-note>甲</body-note><p>乙</p></html", ["甲", "乙"]),
    ],
)
def test_what_follows_the_end_of_the_page(tmp_path: Path, page: str, shown: list[str]) -> None:
    """A browser shows what stands behind the end tags of body and page."""
    assert shown == [one.text for one in _read(tmp_path, page).paragraphs()]


def test_the_end_within_a_table(tmp_path: Path) -> None:
    """An end tag of the page in a cell ends neither cell nor table."""
    (found,) = _read(tmp_path, "<table><tr><td>甲</body>乙<td>丙</html><tr><td>丁<td>1").grids()
    assert [["甲乙", "丙"], ["丁", "1"]] == texts(found)


def test_many_ends_take_time_in_proportion() -> None:
    """Each place is looked at once, whatever follows it."""
    page = "</html" * 200_000 + "</" * 200_000 + "</body>" * 200_000
    assert len(unended(page)) == len(page) + 400_000 * len("x-")


TAGS = ["<table>", "<tr>", "<td>", "<td rowspan=3>", "<th colspan=9>", "</table>", "</td>", "甲"]
TAGS += ["</body>", "</html>", "<html>", "<body>"]
TAGS += ["<p>", "<h1>", "<ol>", "<li>", "<br>", "<img>", "&nbsp;", "</p>", "<tbody>", "<td hidden>"]


@given(st.lists(st.sampled_from(TAGS), max_size=60))
def test_any_order_of_tags(tmp_path_factory: pytest.TempPathFactory, tags: list[str]) -> None:
    """However tags are mixed, what is read is sound."""
    path = tmp_path_factory.getbasetemp() / "tags.html"
    path.write_text("甲" + "".join(tags), encoding="utf-8")
    assert_sound(read_html(path))
