"""What a compared amount is called (所比的数的名称), without the words every such sentence has."""

from __future__ import annotations

import re

from kaocheng.disclosure.context import essence
from kaocheng.disclosure.sentences import Mention

_EMPTY = re.compile(
    r"相?[比较与]于?|相比|上年度?|去年|同期|年初|期初|期末|部门|全年|调整后?|本年|当年|其中"
    r"|实际|支出决算|决算|预算|执行|安排|完成|投入|达到|20\d\d|年度?|成交|中标|合同|采购|金额|总额|资金|数|为|是|的|共|均"
)


def name_of(mention: Mention) -> str:
    """The name, "" where nothing but such words stands there."""
    return _EMPTY.sub("", essence(mention.label))
