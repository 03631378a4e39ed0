"""Guards (办理条件): what must hold for a move besides state and role; each says why it does not.

A guard is a function from the scene to a sentence, "" when it holds. moves.toml names them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from kaocheng.feedback.deadlines import is_overdue
from kaocheng.feedback.records import BadRating, ClockKey
from kaocheng.hall.posts import Role
from kaocheng.kernel.clocks import local_day
from kaocheng.kernel.workdays import Unannounced, WorkCalendar

_COUNTY_WIDE = frozenset({Role.HALL_SUPERVISOR, Role.INSPECTOR})


@dataclass(frozen=True, slots=True)
class Doer:
    """Who wants to make a move (经办人): account, roles held today, department."""

    account: str
    roles: frozenset[Role]
    unit: str


@dataclass(frozen=True, slots=True)
class Scene:
    """All a guard may look at: the ticket, who acts, when, and the calendar of the clocks."""

    ticket: BadRating
    doer: Doer
    at: datetime
    calendar: WorkCalendar


def why_not(scene: Scene, names: tuple[str, ...]) -> str:
    """The first reason why the move may not be made, "" when it may.

    That nobody who was rated or did something to the case does anything in the ticket holds for every move.
    """
    sentences = (GUARDS[name](scene) for name in ("not_rated", *names))
    return next((sentence for sentence in sentences if sentence), "")


def _not_rated(scene: Scene) -> str:
    doer = scene.doer.account
    if not scene.ticket.concerns(doer):
        return ""
    who = "被评价人" if doer == scene.ticket.rated else "办过这件的人"
    return f"{who}不能办理对自己的差评。"


def _in_scope(scene: Scene) -> str:
    if scene.doer.roles & _COUNTY_WIDE or _same_unit(scene):
        return ""
    return "这条差评属于别的部门。"


def _own_unit(scene: Scene) -> str:
    return "" if _same_unit(scene) else "申诉只能由被评价的部门提出。"


def _same_unit(scene: Scene) -> bool:
    return bool(scene.ticket.unit) and scene.ticket.unit == scene.doer.unit


def _handler(scene: Scene) -> str:
    return "" if scene.ticket.handler == scene.doer.account else "只有负责人可以办理这一步。"


def _handler_or_above(scene: Scene) -> str:
    above = scene.doer.roles & _COUNTY_WIDE
    return "" if above else _handler(scene)


def _not_handler(scene: Scene) -> str:
    same = scene.ticket.handler == scene.doer.account
    return "负责人不能自己决定这一步，请由另一位大厅主管或监察办理。" if same else ""


def _not_asker(scene: Scene) -> str:
    return "不能审批自己提出的延期。" if scene.ticket.asker == scene.doer.account else ""


def _not_appellant(scene: Scene) -> str:
    return "申诉人不能复核自己的申诉。" if scene.ticket.appellant == scene.doer.account else ""


def _named(scene: Scene) -> str:
    return "" if scene.ticket.named else "评价人没有实名，无法回访。"


def _anonymous(scene: Scene) -> str:
    return "实名差评必须回访后才能办结。" if scene.ticket.named else ""


def _tried_enough(scene: Scene) -> str:
    ticket = scene.ticket
    wanted = ticket.allowed.call_attempts
    if ticket.reached:
        return "评价人已经联系上，请按回访结果办理。"
    return "" if ticket.missed >= wanted else f"至少联系{wanted}次，现在是{ticket.missed}次。"


def _refused_before(scene: Scene) -> str:
    return "" if scene.ticket.refused else "还没有“不认可”的回访记录。"


def _before_due(scene: Scene) -> str:
    late = is_overdue(scene.ticket, ClockKey.RECTIFY, scene.calendar, scene.at)
    return "时限已过，延期要在期满前提出并批准。" if late else ""


def _extension_free(scene: Scene) -> str:
    if scene.ticket.extended:
        return "已经延期过一次。"
    return "延期申请正在等待审批。" if scene.ticket.asked_days else ""


def _extension_asked(scene: Scene) -> str:
    return "" if scene.ticket.asked_days else "没有待审批的延期申请。"


def _never_appealed(scene: Scene) -> str:
    return "这条差评已经申诉过一次。" if scene.ticket.appealed else ""


def _appeal_open(scene: Scene) -> str:
    days = scene.ticket.allowed.appeal_days
    opened, today = (local_day(moment) for moment in (scene.ticket.opened_at, scene.at))
    try:
        gone = scene.calendar.count(opened, today)
    except Unannounced:
        gone = 0 if (today - opened).days <= days else days + 1
    return f"申诉期{days}个工作日已过。" if gone > days else ""


GUARDS: Mapping[str, Callable[[Scene], str]] = MappingProxyType(
    {
        "not_rated": _not_rated,
        "in_scope": _in_scope,
        "own_unit": _own_unit,
        "handler": _handler,
        "handler_or_above": _handler_or_above,
        "not_handler": _not_handler,
        "not_asker": _not_asker,
        "not_appellant": _not_appellant,
        "named": _named,
        "anonymous": _anonymous,
        "tried_enough": _tried_enough,
        "refused_before": _refused_before,
        "before_due": _before_due,
        "extension_free": _extension_free,
        "extension_asked": _extension_asked,
        "never_appealed": _never_appealed,
        "appeal_open": _appeal_open,
    }
)
"""Every guard by the name moves.toml uses (条件表)."""
