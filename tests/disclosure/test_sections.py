"""Headings and what stands under them: numbering, levels, contents, notes under tables."""

from __future__ import annotations

import pytest

from kaocheng.disclosure.numbering import count, numbered
from kaocheng.disclosure.sections import Section, sections
from kaocheng.kernel.documents import Document, Paragraph, passage
from kaocheng.kernel.places import Place


def document(text: str) -> Document:
    """A document of paragraphs, one a line."""
    lines = [line for line in text.splitlines() if line.strip()]
    blocks = tuple(
        Paragraph(passage(line.strip(), Place("a.txt", line=number, paragraph=number)))
        for number, line in enumerate(lines, 1)
    )
    return Document("a.txt", "txt", blocks)


def outline(text: str) -> list[tuple[int, str, str]]:
    """Level, number and title of each section."""
    return [(s.level, s.number, s.title) for s in sections(document(text))]


def texts(section: Section) -> list[str]:
    """The texts of the paragraphs of a section."""
    return [block.text for block in section.blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("第二部分 决算说明", "part", 2),
        ("附件1", "attachment", 1),
        ("十二、其他", "chinese", 12),
        ("（三）结构", "bracket", 3),
        ("(三)结构", "bracket", 3),
        ("4.公务接待费", "arabic", 4),
        ("4．公务接待费", "arabic", 4),
        ("4、公务接待费", "arabic", 4),
        ("9．2025年预算总表", "arabic", 9),
        ("（2）职能", "arabic_bracket", 2),
        ("③其他", "ring", 3),
    ],
)
def test_each_way_of_numbering_is_known(text: str, kind: str, value: int) -> None:
    """Chinese and Arabic numerals, with their marks in full and half width."""
    found = numbered(text)
    assert found is not None
    assert (kind, value) == (found.kind, found.value)


@pytest.mark.parametrize("text", ["2020年度收入", "1.5万元", "（项）", "一、二级指标", "一是推进"])
def test_figures_and_words_are_no_numbering(text: str) -> None:
    """A year, an amount, and words that begin alike number nothing."""
    assert numbered(text) is None


@pytest.mark.parametrize(("word", "value"), [("十", 10), ("二十一", 21), ("十二", 12), ("三三", 0)])
def test_chinese_numerals_are_counted(word: str, value: int) -> None:
    """Numerals up to 99; what is no numeral counts 0."""
    assert value == count(word)


def test_levels_nest_by_kind_and_begin_at_one() -> None:
    """The outermost kind that the document uses has level 1."""
    text = "第一部分 概况\n一、职能\n（一）机构\n1.人员\n甲\n二、其他\n第二部分 说明\n一、收入"
    assert [1, 2, 3, 4, 2, 1, 2] == [level for level, _, _ in outline(text)]


def test_a_heading_whose_sentence_goes_on_keeps_its_paragraph() -> None:
    """The title ends at the first stop; the paragraph stays among the blocks."""
    first, second = sections(document("（一）目的。反映项目实施情况。\n（二）方法\n分级评分。"))
    assert ("目的", ["（一）目的。反映项目实施情况。"]) == (first.title, texts(first))
    assert ("方法", ["分级评分。"]) == (second.title, texts(second))


def test_text_before_the_first_heading_has_no_number() -> None:
    """What precedes is kept, without a heading."""
    first, *_ = sections(document("某县政务局\n一、概况\n负责政务服务。"))
    assert ("", None, ["某县政务局"]) == (first.number, first.heading, texts(first))


def test_the_table_of_contents_makes_no_sections() -> None:
    """Each heading comes once, although the contents announce it before."""
    text = """目 录
    第一部分 概况
    一、主要职能
    第二部分 说明
    第一部分 概况
    一、主要职能
    负责政务服务，组织窗口办理各类事项。
    第二部分 说明
    没有其他说明。"""
    titles = [title for _, _, title in outline(text) if title]
    assert ["概况", "主要职能", "说明"] == titles


def test_lines_with_leaders_and_page_numbers_make_no_sections() -> None:
    """A contents line is known by its dots even without the word 目录."""
    assert [(1, "一、", "概况")] == outline("一、概况..........3\n一、概况\n负责。")[1:]


def test_the_notes_of_a_table_are_no_headings() -> None:
    """注：1、… 2、… belongs to the table above it."""
    assert [""] == [number for _, number, _ in outline("注：1、本表反映收支。\n2、没有基金收支。")]


def test_attachments_stand_under_the_part_that_announces_them() -> None:
    """附件1 is inside 第四部分 附件, and a part of its own where no part is open for it."""
    inside = outline("第四部分 附件\n附件1\n某项目绩效评价报告\n一、概况\n好")
    assert [1, 2, 3, 4] == [level for level, _, _ in inside]
    alone = outline("第三部分 名词解释\n1.基本支出：指维持运转的支出。\n附件1\n一、概况\n好")
    assert [1, 2, 1, 2] == [level for level, _, _ in alone]


def test_cells_of_a_flattened_table_are_no_headings() -> None:
    """Each stands right above its amount."""
    text = "一、收支说明\n收支平衡。\n一、财政拨款\n5.00\n二、其他收入\n2.00\n"
    assert ["收支说明"] == [s.title for s in sections(document(text)) if s.heading]
