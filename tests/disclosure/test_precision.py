"""How precisely a document prints its amounts."""

from __future__ import annotations

from kaocheng.disclosure.precision import zero_decimals
from tests.disclosure.texts import taken
from tests.strategies import figure


def test_a_plain_nought_is_as_precise_as_the_rest() -> None:
    """0万元 beside amounts with two decimals is nothing at all; beside whole ones it may be 0.4."""
    fine = [figure("9.87"), figure("1.50"), figure("3"), figure("0")]
    assert {"万元": 2} == zero_decimals(fine)
    assert {"万元": 0} == zero_decimals([figure("9"), figure("0.00")])


def test_sentences_read_a_nought_so() -> None:
    """Only the nought: 3万元 keeps its own slack."""
    found = (
        taken("出国费0万元，接待费3万元，车辆费9.87万元，会议费1.25万元。\n").sentences[1].mentions
    )
    assert [2, 0, 2, 2] == [mention.figure.decimals for mention in found]
