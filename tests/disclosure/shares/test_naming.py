"""What a share says it is a share of."""

from __future__ import annotations

import pytest

from kaocheng.disclosure.shares.naming import named_base
from tests.disclosure.texts import first_sentence

NAMED = [
    ("办公费20.00万元，占本年支出合计的10%。", "本年支出合计"),
    ("办公费20.00万元，占10%。", ""),
    ("办公费20.00万元，占总额的10%。", ""),
    ("办公费20.00万元，占“三公”经费的比重为10%。", "三公经费"),
]


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_the_named_whole(text: str, name: str) -> None:
    """Without quotes; words such as 总额 name nothing."""
    assert name == named_base(first_sentence(text + "\n").mentions[-1])
