"""The grammar of sentence patterns."""

from __future__ import annotations

import pytest

from kaocheng.disclosure.compose.grammar import Slot, Unparsable, filled_in, parsed


@pytest.mark.parametrize(
    ("pattern", "pieces"),
    [
        ("没有数字。", ("没有数字。",)),
        ("共{收支总计}。", ("共", Slot("", ("收支总计",)), "。")),
        ("{收支总计|亿元|4}", (Slot("", ("收支总计",), "亿元", 4),)),
        ("占{share: 甲 / 乙}", ("占", Slot("share", ("甲", "乙")))),
        ("{growth: 甲, ^甲}", (Slot("growth", ("甲", "^甲")),)),
    ],
)
def test_slots_are_parsed(pattern: str, pieces: tuple[object, ...]) -> None:
    """Words stay words; a slot has its action, operands, unit and decimals."""
    assert parsed(pattern) == pieces


@pytest.mark.parametrize("pattern", ["{", "甲}", "{}", "{half: 甲}", "{甲|元|2|3}", "{share: 甲,}"])
def test_a_wrong_slot_is_refused(pattern: str) -> None:
    """An open brace, an unknown action, an empty operand: none is printed as it is."""
    with pytest.raises(Unparsable):
        parsed(pattern)


def test_a_phrase_takes_its_operands() -> None:
    """$1, $2 are replaced; one left over is a fault of the pattern."""
    assert filled_in("$1比^$1，$2", ("甲", "乙")) == "甲比^甲，乙"
    with pytest.raises(Unparsable):
        filled_in("$1$2", ("甲",))
