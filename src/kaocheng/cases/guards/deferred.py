"""Guards of deferred materials and promises (容缺与承诺的前提): each says why it may not be, or nothing."""

from __future__ import annotations

from kaocheng.cases.attempts import Attempt
from kaocheng.cases.limits import owed_due
from kaocheng.kernel.refusing import Refusal


def still_owing(a: Attempt) -> Refusal | None:
    """有没有补齐的容缺材料；补来的须是其中的."""
    owing = {o.material for o in a.case.owing}
    if not owing:
        return a.refusal("nothing_owed", "没有待补的容缺材料", "不需要这样办")
    strange = [row["key"] for row in a.facts.get("received", ()) if row["key"] not in owing]
    if not strange:
        return None
    return a.refusal("not_owed", f"{'、'.join(strange)}不是待补的容缺材料", "只交待补的材料")


def owed_expired(a: Attempt) -> Refusal | None:
    """容缺期限届满才能终止."""
    days = [due for o in a.case.owing if (due := owed_due(o, a.calendar)) is not None]
    if days and a.today > min(days):
        return None
    return a.refusal("owed_running", "没有逾期未补的容缺材料", "请等期限届满")


def nothing_owed(a: Attempt) -> Refusal | None:
    """容缺材料补齐以前不出件."""
    owing = a.case.owing
    if not owing:
        return None
    keys = "、".join(o.material for o in owing)
    return a.refusal("owing", f"容缺材料（{keys}）还没有补齐", "可先出具预审意见书，补齐后出件")


def promise_unchecked(a: Attempt) -> Refusal | None:
    """有还没有核查的承诺."""
    if any(p.kept is None for p in a.case.promises):
        return None
    return a.refusal("no_promise", "没有待核查的承诺", "不需要核查")


def broken_needs_credit(a: Attempt) -> Refusal | None:
    """承诺不实的须登记失信记录."""
    if a.facts["kept"] or a.facts.get("credit"):
        return None
    return a.refusal("credit", "承诺不实，没有填写失信记录编号", "请先登记失信记录")
