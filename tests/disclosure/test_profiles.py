"""Recognising a document: kind, year, office, edition, blank template."""

from __future__ import annotations

import pytest

from kaocheng.disclosure.profiles import profile
from kaocheng.disclosure.sections import sections
from kaocheng.disclosure.signatures import signatures
from kaocheng.kernel.documents import Document, Paragraph, passage
from kaocheng.kernel.places import Place
from kaocheng.kernel.reports import Profile


def profiled(text: str) -> Profile:
    """The profile of a text without tables."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    blocks = tuple(
        Paragraph(passage(line, Place("a.txt", line=number, paragraph=number)))
        for number, line in enumerate(lines, 1)
    )
    document = Document("a.txt", "txt", blocks)
    return profile(document, sections(document), ())


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("某县政务局2023年度部门决算\n收入支出决算总表", "部门决算公开"),
        ("某县政务中心2023年度单位决算\n收入支出决算总表", "单位决算公开"),
        ("某县政务局2024年部门预算\n部门预算编制说明", "部门预算公开"),
        ("某县政务中心2024年单位预算\n单位预算编制说明", "单位预算公开"),
        ("某县政务局2023年部门整体支出绩效评价报告", "部门整体支出绩效自评"),
        ("大厅运行项目绩效评价报告\n项目支出绩效情况", "项目支出绩效评价报告"),
        ("某局项目支出绩效自评表\n项目名称\n大厅运行", "项目支出绩效自评"),
        ("2023年度项目绩效自评表\n项目名称\n大厅运行", "项目支出绩效自评"),
        ("会议通知\n请准时参加。", "其他文件"),
    ],
)
def test_the_kind_is_read_from_the_words(text: str, kind: str) -> None:
    """Each kind of document is told by its title and its terms."""
    assert kind == profiled(text).kind


def test_the_year_is_the_documents_own() -> None:
    """Years that are only compared with do not outvote the year of the title."""
    text = """某县政务局2023年度部门决算
    与2022年度相比增加。与2022年度相比减少。与2022年度相比持平。"""
    assert profiled(text).year == 2023


@pytest.mark.parametrize(
    "text",
    [
        "部门：云岭县政务服务管理局\n收入决算表",
        "云岭县政务服务管理局2023年度部门决算",
        "一、概况\n2023年度，云岭县政务服务管理局机关运行经费支出1万元。",
    ],
)
def test_the_office_is_found_by_label_title_or_sentence(text: str) -> None:
    """A label weighs most; without one the title or the sentences tell."""
    assert profiled(text).body == "云岭县政务服务管理局"


def test_an_unknown_layout_is_called_so() -> None:
    """No edition is guessed."""
    found = profiled("某县政务局2023年度部门决算\n收入总计20万元。")
    assert ("", "未知版式") == (found.edition, found.edition_title)


@pytest.mark.parametrize("mark", signatures(), ids=lambda mark: mark.edition)
def test_each_signature_recognises_its_own_words(mark) -> None:
    """A text of a signature's words, place and year gets that edition."""
    text = "".join(mark.words) + mark.places[0]
    year = mark.years[-1]
    best = max(signatures(), key=lambda other: other.score(text, year))
    assert mark.edition == best.edition


def test_a_blank_form_is_a_template_and_a_filled_one_is_not() -> None:
    """XX万元 in place of the figures makes a template."""
    line = "2024年度收入总计XX万元，支出总计XX万元，基本支出XX万元，项目支出XX万元。\n"
    assert profiled("某局2024年度部门决算\n" + line * 3).template
    assert not profiled("某局2024年度部门决算\n" + line.replace("XX", "20.00") * 3).template


def test_a_form_no_other_edition_has_needs_no_place() -> None:
    """An office whose place nobody lists is known by its tables."""
    text = """青禾县政务局2020年度部门决算
    公开01表
    公开09表
    “三公”经费、行政参公单位机关运行经费情况表"""
    assert "yunnan_2020" == profiled(text).edition
    assert "" == profiled(text.replace("行政参公单位", "本单位")).edition
