"""Amounts and the shares printed behind them."""

from __future__ import annotations

from decimal import Decimal

from kaocheng.disclosure.context import is_level
from kaocheng.disclosure.shares.pairs import complete_runs, pairs, voted
from tests.disclosure.texts import first_sentence

RUN = "其中：办公费20.00万元，占20%；差旅费30.00万元，占30%；印刷费50.00万元，占50%。\n"


def _shown(text: str) -> list[tuple[str, str]]:
    return [(a.figure.text, b.figure.text) for a, b in pairs(first_sentence(text))]


def test_each_share_has_the_amount_before_it() -> None:
    """Brackets between the two are passed over."""
    assert [("20.00万元", "20%"), ("30.00万元", "30%"), ("50.00万元", "50%")] == _shown(RUN)
    assert ("9.00万元", "9%") in _shown("办公费9.00万元（含纸张2.00万元），占9%。\n")


def test_shares_that_make_up_the_whole() -> None:
    """To 100 % within their last digits, else they are not all."""
    assert 1 == len(list(complete_runs(first_sentence(RUN))))
    assert [] == list(complete_runs(first_sentence(RUN.replace("占50%", "占40%"))))


def test_the_base_that_most_shares_fit() -> None:
    """An earlier amount wins over the sum where it bears out more of them."""
    sentence = first_sentence("总额200.00万元，办公费20.00万元，占10%；差旅费30.00万元，占15%。\n")
    wholes = [m for m in sentence.mentions[:1] if is_level(m)]
    found = voted(list(pairs(sentence)), wholes)
    assert {Decimal(2_000_000)} == {base.terms[0].figure.base for base in found.values()}
