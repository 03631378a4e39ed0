"""Guards of the one notice and of silence (一次告知与逾期未告知的前提): each says why it may not be, or nothing."""

from __future__ import annotations

from kaocheng.cases.attempts import Attempt
from kaocheng.cases.ledgers import as_budget
from kaocheng.cases.limits import (
    INTAKE,
    intake_is_late,
    longer,
    shortest_supplement,
    supplement_due,
)
from kaocheng.cases.materials import missing
from kaocheng.kernel.refusing import Refusal
from kaocheng.law.figures import legal


def no_notice_yet(a: Attempt) -> Refusal | None:
    """一次告知：只能有一次补正告知."""
    told = a.case.supplement
    if told is None:
        return None
    why = f"已于 {told.told_at:%Y年%m月%d日} 一次告知全部补正内容"
    return a.refusal("notice_once", why, "补正后齐全的应当受理，仍不符合的作出不予受理决定")


def missing_all_named(a: Attempt) -> Refusal | None:
    """一次告知要告知全部：还没有交的每一项都要写上."""
    named = {key for key, _ in a.facts["missing"]}
    left = [m.name for m in missing(a.case, a.version) if m.key not in named]
    if not left:
        return None
    why = f"还有没交的材料没有写进告知：{'、'.join(left)}"
    return a.refusal("notice_partial", why, "请一次写明全部需要补正的内容，以后不能再要求")


def period_long_enough(a: Attempt) -> Refusal | None:
    """补正期限不短于实施清单或名单规定的最短期限."""
    least, basis = shortest_supplement(a.version, a.today, a.figures)
    if not longer(least, as_budget(a.facts["within"]), a.at, a.calendar):
        return None
    return a.refusal(
        "period_short", f"补正期限短于{least}（{basis}）", f"请给申请人{least}以上的时间"
    )


def notice_in_time(a: Attempt) -> Refusal | None:
    """逾期未告知的行政许可申请依法即为受理，不能再作别的处理."""
    if not _silent(a):
        return None
    limit = legal(INTAKE, a.case.received_at.date()).budget
    return a.refusal(
        "notice_late",
        f"收到材料后{limit}内没有告知，依法自收到之日起即为受理",
        "系统将登记“视为受理”，请随后按已受理的办件办理",
    )


def guard_expired(a: Attempt) -> Refusal | None:
    """行政许可申请逾期没有告知，才依法视为受理."""
    if _silent(a):
        return None
    return a.refusal(
        "guard_running",
        "一次告知的期限还没有过，或者已经告知，或者不是行政许可",
        "请由窗口决定是否受理",
    )


def _silent(a: Attempt) -> bool:
    """行政许可法第三十二条 speaks of 行政许可 only: elsewhere silence accepts nothing."""
    return a.version.permit and intake_is_late(a.case, a.calendar, a.at)


def supplement_expired(a: Attempt) -> Refusal | None:
    """补正期限届满才能按逾期退件."""
    told = a.case.supplement
    due = supplement_due(told, a.calendar) if told else None
    if due is not None and a.today > due:
        return None
    return a.refusal("supplement_running", f"补正期限到 {due} 才届满", "请等申请人补正")


def supplement_answered(a: Attempt) -> Refusal | None:
    """补正之后才能以材料不符不予受理."""
    told = a.case.supplement
    if told is not None and told.answered_at is not None:
        return None
    return a.refusal("not_told", "还没有一次告知补正", "材料不齐全的，先一次告知需要补正的全部内容")


def unmet_were_named(a: Attempt) -> Refusal | None:
    """只能以补正告知书写明过的材料不予受理."""
    told = a.case.supplement
    named = {key for key, _ in told.missing} if told else set()
    strange = [m.name for m in a.version.materials if m.key in set(a.facts["unmet"]) - named]
    if not strange:
        return None
    why = f"补正告知书没有要求补正{'、'.join(strange)}"
    return a.refusal("not_named", why, "没有告知过的，不能作为不予受理的理由；其余齐全的应当受理")
