"""The whole of a list, for each share printed in it."""

from __future__ import annotations

from kaocheng.disclosure.context import is_level, paragraphs
from kaocheng.disclosure.shares.wholes import lines_of, wholes_of
from tests.disclosure.texts import taken


def test_the_whole_of_a_list() -> None:
    """What stands before 其中."""
    statement = taken(
        "一、支出\n支出80.00万元，其中：甲项20.00万元，占25%；乙项60.00万元，占75%。\n"
    )
    group = next(g for g in paragraphs(statement) if g[0].mentions)
    near = [m for sentence in group for m in sentence.mentions if is_level(m)]
    found = wholes_of(group, near, statement)
    assert ["80.00万元"] * 2 == [base.terms[0].figure.text for base in found.values()]


def test_lines_share_the_whole_told_before_them() -> None:
    """One share a numbered line."""
    text = "一、支出\n支出80.00万元，用于以下方面：\n（1）甲项20.00万元，占25%。\n（2）乙项60.00万元，占75%。\n"
    found = lines_of(taken(text))
    assert ["80.00万元"] * 2 == [base.terms[0].figure.text for base in found.values()]
