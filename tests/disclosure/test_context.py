"""Finding one's way in a paragraph."""

from __future__ import annotations

import pytest

from kaocheng.disclosure.context import before, essence, is_change, is_level, nearest, paragraphs
from tests.disclosure.texts import first_sentence, taken


@pytest.mark.parametrize(
    ("words", "core"),
    [
        ("“三公”经费", "三公经费"),
        ("2023年度本年收入", "本年收入"),
        ("因公出国（境）费用", "因公出国境费用"),
        ("本年的支出", "本年支出"),
    ],
)
def test_essence(words: str, core: str) -> None:
    """Quotes, years, brackets and 的 tell no two names apart."""
    assert core == essence(words)


def test_changes_are_no_levels() -> None:
    """增加 and 结余 are differences; counts are no amounts."""
    mentions = first_sentence("支出9.00万元，比上年增加1.00万元，结余2.00万元，共3件。").mentions
    assert [False, True, True, False] == [is_change(mention) for mention in mentions]
    assert [True, False, False, False] == [is_level(mention) for mention in mentions]


def test_nearest_looks_back_over_sentences() -> None:
    """As far as it is allowed to."""
    group = list(paragraphs(taken("甲1.00万元。乙2.00万元。丙占50.00%。")))[-1]
    earlier = before(group, group[-1].mentions[0])
    assert ["2.00万元", "1.00万元"] == [mention.figure.text for mention in earlier]
    first = nearest(earlier, lambda mention: "甲" in mention.label)
    assert first is earlier[1]
    assert nearest(earlier, lambda mention: "甲" in mention.label, 1) is None


def test_paragraphs_keep_sentences_of_a_line_together() -> None:
    """Lines stay apart."""
    groups = list(paragraphs(taken("甲1.00万元。乙2.00万元。\n丙3.00万元。\n")))
    assert [1, 2, 1] == [len(group) for group in groups]
