"""Figures in sentences carry the words they are named by, their kind, year and phase."""

from __future__ import annotations

import pytest

from tests.disclosure.texts import first_sentence, taken


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("本年收入合计120.00万元。", "amount"),
        ("受理办件120件。", "count"),
        ("其他收入占16.67%。", "share"),
        ("完成预算的95.00%。", "completion"),
        ("比上年增长12.00%。", "growth"),
        ("办结率99.00%。", "rate"),
        ("达到80.00%。", "percent"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    """By the words before the figure."""
    (mention,) = first_sentence(text).mentions
    assert kind == mention.kind


def test_labels_are_the_last_clause() -> None:
    """Short brackets belong to the name; earlier clauses do not."""
    mentions = first_sentence("经核算，因公出国（境）费2.00万元，公务接待费1.00万元。").mentions
    assert ["因公出国〔境〕费", "公务接待费"] == [mention.label for mention in mentions]


def test_depth_counts_open_brackets() -> None:
    """What stands in brackets belongs to what stands before them."""
    mentions = first_sentence("支出9.00万元（其中甲4.00万元、乙5.00万元），余1.00万元。").mentions
    assert [0, 1, 1, 0] == [mention.depth for mention in mentions]


def test_a_year_said_before_goes_to_the_figure_and_one_compared_with_does_not() -> None:
    """与2022年相比 speaks of this year."""
    mentions = first_sentence(
        "2022年收入8.00万元，2023年收入9.00万元，与2022年比增加1.00万元。"
    ).mentions
    assert [2022, 2023, 2023] == [mention.figure.year for mention in mentions]


def test_phases() -> None:
    """年初预算, 全年预算 and 上年 are other figures than 决算."""
    text = "年初预算8.00万元，调整后预算9.00万元，上年6.00万元，支出决算7.00万元。"
    phases = [mention.figure.phase for mention in first_sentence(text).mentions]
    assert ["年初预算", "全年预算", "上年", "决算"] == phases


def test_sentences_end_at_full_stops_and_keep_their_place() -> None:
    """Each knows its section; a figure's place is its line and characters."""
    found = taken("一、收入情况\n甲收入8.00万元。乙收入9.00万元！\n").sentences
    texts = [sentence.text for sentence in found if sentence.mentions]
    assert ["甲收入8.00万元。", "乙收入9.00万元！"] == texts
    place = found[-1].mentions[0].figure.place
    assert (3, 13, 19) == (place.line, place.start, place.end)
    assert ("收入情况",) == found[-1].section


def test_wordy_cells_are_read_and_bare_amounts_are_not() -> None:
    """An amount alone in a cell belongs to its table."""
    found = taken("项目\t说明\t金额\n甲\t购置设备3台，支付6.00万元\t60,000.00\n").sentences
    cells = [sentence for sentence in found if sentence.in_table and sentence.mentions]
    assert [["3台", "6.00万元"]] == [[m.figure.text for m in one.mentions] for one in cells]
