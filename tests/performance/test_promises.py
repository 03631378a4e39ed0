"""Promises are told from mere numbers, and matched only with the same thing."""

from __future__ import annotations

from kaocheng.kernel.documents import Passage, passage
from kaocheng.kernel.places import Place
from kaocheng.performance.promises import promises, same_subject, subject
from kaocheng.performance.quantities import quantities


def _text(text: str) -> Passage:
    return passage(text, Place("a.txt"))


def test_what_is_a_promise() -> None:
    """以上 after or 达到 before the number; money and dates are none."""
    goal = _text("受理办件达到1000件，培训20期以上，编制清单800条以上，投入100万元以上，共8个股室")
    assert ["1000件", "800条"] == [q.text for q in promises(goal)]


def test_same_subject_needs_four_common_words_before_the_number() -> None:
    """审批事项300件以上 is met by 审批事项260项, not by 政务服务事项1060个 or a monthly figure."""
    (promise,) = promises(_text("审批事项300件以上"))
    told = list(quantities(_text("审批事项260项，政务服务事项1060个，每月审批事项20项")))
    assert [True, False, False] == [same_subject(promise, q) for q in told]
    assert "审批事项" == subject(promise)
