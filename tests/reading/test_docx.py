"""Word documents are read as they are printed."""

from pathlib import Path

import docx as python_docx
import pytest
from office_files import W, cell, docx, paragraph, zipped
from soundness import assert_sound, texts

from kaocheng.kernel.documents import Document, Picture, Unreadable
from kaocheng.reading.docx import read_docx
from kaocheng.reading.docx.counting import counted


def _read(path: Path, body: str, **parts: str) -> Document:
    document = read_docx(docx(path / "文.docx", body, **parts))
    assert_sound(document)
    return document


def _lines(document: Document, role: str = "body") -> list[str]:
    return [one.text for one in document.paragraphs() if one.role == role]


def _row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def test_headings_of_python_docx(tmp_path: Path) -> None:
    """Heading styles give levels, the header of the page comes with its role."""
    made = python_docx.Document()
    made.add_heading("决算说明", 1)
    made.add_heading("收入", 2)
    made.add_paragraph("正文")
    made.sections[0].header.paragraphs[0].text = "页眉文字"
    made.save(str(tmp_path / "a.docx"))
    document = read_docx(tmp_path / "a.docx")
    assert_sound(document)
    assert [(one.text, one.level, one.role) for one in document.paragraphs()][:3] == [
        ("页眉文字", None, "header"),
        ("决算说明", 1, "heading"),
        ("收入", 2, "heading"),
    ]


def test_merges_of_python_docx(tmp_path: Path) -> None:
    """A block merged by another library is one cell object in all its positions."""
    made = python_docx.Document()
    table = made.add_table(3, 3)
    table.cell(0, 0).merge(table.cell(1, 1)).text = "合"
    table.cell(2, 2).text = "角"
    made.save(str(tmp_path / "a.docx"))
    document = read_docx(tmp_path / "a.docx")
    assert_sound(document)
    grid = next(document.grids())
    assert texts(grid) == [["合", "合", ""], ["合", "合", ""], ["", "", "角"]]
    assert (grid.rows[1][1].row_span, grid.rows[1][1].column_span) == (2, 2)


def test_level_from_style_it_is_based_on(tmp_path: Path) -> None:
    """A style inherits its outline level, and circles of styles end."""
    styles = (
        '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style>'
        '<w:style w:styleId="B"><w:basedOn w:val="A"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr>'
        "</w:style>"
    )
    body = paragraph("三级", '<w:pStyle w:val="A"/>')
    body += paragraph("正文", '<w:pStyle w:val="A"/><w:outlineLvl w:val="9"/>')
    document = _read(tmp_path, body, styles=styles)
    assert [one.level for one in document.paragraphs()] == [3, None]


def test_automatic_numbering(tmp_path: Path) -> None:
    """Numbers of lists are part of the text, deeper levels begin anew."""
    numbering = (
        '<w:abstractNum w:abstractNumId="0">'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
        '<w:lvlText w:val="%1、"/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>'
        '<w:lvl w:ilvl="2"><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%3"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>'
    )

    def item(text: str, level: int) -> str:
        return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="5"/></w:numPr>')

    body = item("甲", 0) + item("子", 1) + item("丑", 1) + item("乙", 0) + item("寅", 1)
    document = _read(tmp_path, body + item("卯", 2), numbering=numbering)
    assert _lines(document) == ["一、甲", "（一）子", "（二）丑", "二、乙", "（一）寅", "2.1 卯"]


@pytest.mark.parametrize(
    ("kind", "number", "expected"),
    [
        ("chineseCounting", 10, "十"),
        ("chineseCounting", 21, "二十一"),
        ("chineseCounting", 105, "一百〇五"),
        ("chineseLegalSimplified", 12, "壹拾贰"),
        ("upperRoman", 14, "XIV"),
        ("lowerLetter", 28, "bb"),
        ("decimalEnclosedCircle", 3, "③"),
        ("ideographTraditional", 2, "乙"),
        ("decimalFullWidth", 12, "\uff11\uff12"),
        ("noSuchFormat", 7, "7"),
    ],
)
def test_numerals(kind: str, number: int, expected: str) -> None:
    """Each numbering format prints its numerals."""
    assert expected == counted(number, kind)


def test_offsets_and_vertical_merge(tmp_path: Path) -> None:
    """gridBefore, gridSpan and vMerge put each cell where it is printed."""
    body = "<w:tbl>"
    body += _row(cell("甲", '<w:gridSpan w:val="2"/>'), cell("乙", '<w:vMerge w:val="restart"/>'))
    body += _row(cell("丙"), cell("", "<w:vMerge/>"), properties='<w:gridBefore w:val="1"/>')
    document = _read(tmp_path, body + "</w:tbl>")
    grid = next(document.grids())
    assert texts(grid) == [["甲", "甲", "乙"], ["", "丙", "乙"]]
    assert grid.rows[0][2] is grid.rows[1][2]
    assert (
        grid.rows[1][1].place.table,
        grid.rows[1][1].place.row,
        grid.rows[1][1].place.column,
    ) == (1, 2, 2)


def test_absurd_span_costs_nothing(tmp_path: Path) -> None:
    """A span of a million columns covers the columns that exist."""
    body = "<w:tbl>" + _row(cell("甲", '<w:gridSpan w:val="1000000"/>'), cell("乙"))
    body += _row(cell("丙"), cell("丁")) + "</w:tbl>"
    assert texts(next(_read(tmp_path, body).grids())) == [["甲", "甲", "乙"], ["丙", "丁", ""]]


def test_tracked_changes_and_hidden_text(tmp_path: Path) -> None:
    """Insertions stay; deletions, field codes and hidden text go; a deleted mark joins lines."""
    body = (
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:ins><w:r><w:t>增</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>删</w:delText></w:r></w:del></w:p>"
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r><w:hyperlink><w:r><w:t>链</w:t></w:r>"
        "</w:hyperlink><w:r><w:tab/><w:t>尾</w:t><w:br/><w:t>行</w:t></w:r></w:p>"
        "<w:sdt><w:sdtContent>" + paragraph("控件") + "</w:sdtContent></w:sdt>"
    )
    assert _lines(_read(tmp_path, body)) == ["增链\t尾\n行", "控件"]


def test_text_box_once_and_picture(tmp_path: Path) -> None:
    """Of two alternatives one is read; a picture keeps its description."""
    box = f"<w:txbxContent>{paragraph('框')}</w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>锚</w:t><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>"
        f"{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}"
        "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:drawing>"
        '<wp:inline><wp:docPr descr="公章"/><a:blip/></wp:inline></w:drawing></w:r></w:p>'
    )
    document = _read(tmp_path, body)
    assert _lines(document, "textbox") == ["框"]
    assert [one.description for one in document.blocks if isinstance(one, Picture)] == ["公章"]


def test_nested_table_and_notes(tmp_path: Path) -> None:
    """A table in a cell follows the outer one; notes come last with their role."""
    inner = "<w:tbl>" + _row(cell("内")) + "</w:tbl>"
    body = f"<w:tbl><w:tr><w:tc>{paragraph('外')}{inner}</w:tc></w:tr></w:tbl>"
    notes = '<w:footnote w:type="separator"><w:p/></w:footnote><w:footnote>'
    notes += paragraph("注") + "</w:footnote>"
    document = _read(tmp_path, body, footnotes=notes)
    assert [texts(grid) for grid in document.grids()] == [[["外"]], [["内"]]]
    assert [grid.place.table for grid in document.grids()] == [1, 2]
    assert _lines(document, "footnote") == ["注"]


def test_deep_nesting_is_refused(tmp_path: Path) -> None:
    """Tables nested a hundred deep end in a sentence, not in a crash."""
    body = "<w:tbl><w:tr><w:tc>" * 100 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 100
    with pytest.raises(Unreadable, match="XML"):
        _read(tmp_path, body)


def test_deepest_nesting_that_parses(tmp_path: Path) -> None:
    """The deepest document the parser lets pass is read without exhausting the stack."""
    body = "<w:tbl><w:tr><w:tc>" * 80 + paragraph("底") + "</w:tc></w:tr></w:tbl>" * 80
    assert len(list(_read(tmp_path, body).grids())) == 80
    body = "<w:p>" + "<w:ins>" * 240 + "<w:r/>" + "</w:ins>" * 240 + "</w:p>"
    assert _read(tmp_path, body).blocks == ()


def test_document_type_is_refused(tmp_path: Path) -> None:
    """A document with entities of its own is refused."""
    path = docx(tmp_path / "a.docx", "")
    hostile = f'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document {W}><w:body>'
    hostile += "<w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>"
    zipped(path, {"word/document.xml": hostile})
    with pytest.raises(Unreadable, match="不安全"):
        read_docx(path)
