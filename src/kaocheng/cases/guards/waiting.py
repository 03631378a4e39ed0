"""Guards of special procedures and extension (特别程序、延期的前提): each says why it may not be, or nothing."""

from __future__ import annotations

from datetime import datetime, time

from kaocheng.cases.attempts import Attempt
from kaocheng.cases.guards.authority import OWN_HEAD
from kaocheng.cases.ledgers import as_budget, extra_of
from kaocheng.cases.limits import (
    JOINT_EXTENSION,
    URGINGS,
    due_of,
    extension_of_law,
    longer,
    read_limit,
    urged_on,
)
from kaocheng.cases.lists import special_kinds, specials_of
from kaocheng.hall.posts import Role
from kaocheng.kernel.clocks import SHANGHAI, Budget
from kaocheng.kernel.refusing import Refusal
from kaocheng.law.figures import legal


def specials_listed(a: Attempt) -> Refusal | None:
    """实施清单没有列特别程序的，不能启动特别程序."""
    if specials_of(a.version):
        return None
    why = "这个事项的实施清单没有列特别程序"
    return a.refusal("special", why, "确有需要的，先由事项管理员在实施清单里列明")


def special_known(a: Attempt) -> Refusal | None:
    """特别程序须是实施清单所列的."""
    name, allowed = a.facts["special"], specials_of(a.version)
    if name in allowed:
        return None
    return a.refusal(
        "special", f"这个事项的实施清单没有“{name}”这项特别程序", f"可选：{'、'.join(allowed)}"
    )


def enough_officers(a: Attempt) -> Refusal | None:
    """现场勘验等须有规定人数参加."""
    kind = special_kinds().get(a.facts["special"])
    wanted = legal(kind.officers, a.today).value if kind and kind.officers else 0
    if len(a.facts.get("officers", ())) >= wanted:
        return None
    return a.refusal(
        "officers", f"“{a.facts['special']}”须有 {wanted} 名以上工作人员参加", "请补登参加人员"
    )


def not_already_special(a: Attempt) -> Refusal | None:
    """同一环节同一种特别程序不重复开始."""
    mark = (a.facts["special"], a.facts.get("task", ""))
    if mark not in {(s.kind, s.task) for s in a.case.running}:
        return None
    return a.refusal("special_running", f"“{mark[0]}”正在进行", "请先登记它的结果")


def special_running(a: Attempt) -> Refusal | None:
    """结束的须是正在进行的."""
    if a.facts["number"] in {s.number for s in a.case.running}:
        return None
    return a.refusal("special_over", f"没有正在进行的特别程序 {a.facts['number']}", "请核对编号")


def no_special_running(a: Attempt) -> Refusal | None:
    """特别程序都结束了才能决定."""
    running = a.case.running
    if not running:
        return None
    names = "、".join(s.kind for s in running)
    return a.refusal("special_running", f"{names}还没有结束", "请先登记特别程序的结果")


def not_extended(a: Attempt) -> Refusal | None:
    """只能延期一次."""
    once = a.case.extension
    if once is None:
        return None
    return a.refusal(
        "extended", f"已于 {once.at:%Y年%m月%d日} 延长{once.extra}", "请在延长后的期限内办结"
    )


def before_expiry(a: Attempt) -> Refusal | None:
    """延期须在期限届满前批准并告知."""
    for clock in ("承诺", "法定"):
        reading = read_limit(a.case, clock, a.calendar, a.at)
        if reading is not None and reading.overdue:
            return a.refusal("late", f"{clock}时限已于 {reading.due} 届满", "已经逾期的不能再延长")
    return None


def within_legal_extension(a: Attempt) -> Refusal | None:
    """不超过法定的延长上限（单位不同的比较期满日），单位与时限一致."""
    return _within_law(a, extra_of(a.facts))


def asked_within_law(a: Attempt) -> Refusal | None:
    """批准时，提请的天数仍不超过法定的延长上限."""
    asked = a.case.pending
    return _within_law(a, asked.extra) if asked and asked.extra else None


def _within_law(a: Attempt, extra: Budget) -> Refusal | None:
    figure = extension_of_law(a.case, a.today)
    promised = a.case.promised_budget
    if promised is not None and extra.span is not promised.span:
        return a.refusal(
            "span", f"时限以{promised.span}计，延长也应以{promised.span}计", "请改单位"
        )
    if longer(extra, figure.budget, _end_of_limit(a), a.calendar):
        return a.refusal("too_long", f"最多延长{figure.budget}（{figure.basis}）", "请缩短")
    return None


def _end_of_limit(a: Attempt) -> datetime:
    """When the promised limit ends, from which an extension is counted; now where that day is not known."""
    due = due_of(a.case, "承诺", a.calendar, a.at)
    return datetime.combine(due, time(), SHANGHAI) if due else a.at


def right_approver(a: Attempt) -> Refusal | None:
    """联合办理的延长由本级人民政府负责人批准，其余由本行政机关负责人批准."""
    together = extension_of_law(a.case, a.today).name == JOINT_EXTENSION
    wanted = "本级人民政府负责人" if together else OWN_HEAD
    if a.facts["approver"] == wanted:
        return None
    return a.refusal("approver", f"这样的延长须由{wanted}批准", "请报批后登记批准人")


def not_urged_enough(a: Attempt) -> Refusal | None:
    """申请人每天催办不超过本地规定的次数，从哪个渠道催都算；工作人员督促不限."""
    most = a.figures(URGINGS, a.today)
    if a.role != Role.APPLICANT or urged_on(a.case, a.today) < most.value:
        return None
    why = f"今天已经催办过 {most.value} 次"
    return a.refusal("urged", why, "催办已经登记，承办部门能看到；需要时请明天再催")


def told_within_law(a: Attempt) -> Refusal | None:
    """告知的时间不能超过法律规定的期限（听证），法律没有规定的，不能超过本地规定的最长时间；单位不同的比较期满日."""
    kind = special_kinds()[a.facts["special"]]
    figure, told = a.figures(kind.at_most, a.today), as_budget(a.facts["within"])
    if not longer(told, figure.budget, a.at, a.calendar):
        return None
    return a.refusal("too_long", f"{figure.title}为{figure.budget}（{figure.basis}）", "请缩短")
