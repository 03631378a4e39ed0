"""Today's work (今日待办): what waits for this person, the most urgent first, one section a role."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from kaocheng.cases.states import State
from kaocheng.hall.posts import Role
from kaocheng.kernel.workdays import WorkCalendar
from kaocheng.site.accounts.models import Account
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.cases.models import StoredCase, StoredTask
from kaocheng.site.cases.querysets import CaseQuerySet
from kaocheng.site.cases.showing import days_left, tone_of
from kaocheng.site.law.services import calendar_in_force

SHOWN = 30
MOST = 5_000
FEWEST_DIGITS = 4
"""So many last digits find a case (末几位)."""
AHEAD = timedelta(days=60)
"""So long before the first day nobody knows the working days of, the queue says that they are missing."""
RECENT = timedelta(days=400)
"""Only among the cases of so many days: older ones are found by their whole number, or in the list."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits (待办一件)."""

    case: StoredCase
    step: str
    task: str
    due: date | None
    left: int | None
    tone: str


@dataclass(frozen=True, slots=True)
class Day:
    """Today, and the calendar in force (今天)."""

    today: date
    calendar: WorkCalendar


@dataclass(frozen=True, slots=True)
class Section:
    """What waits in one role (一类待办)."""

    title: str
    about: str
    rows: Sequence[Waiting]
    count: int
    empty: str


def queue(request: SignedIn) -> HttpResponse:
    """Everything that waits for me; a number typed into the box opens that case at once."""
    if wanted := request.GET.get("number", "").strip():
        return _opened(request, wanted)
    sections = list(_sections(request.user))
    late = sum(1 for section in sections for row in section.rows if row.tone == "bad")
    soon = sum(1 for section in sections for row in section.rows if row.tone == "warn")
    context = {
        "sections": sections,
        "total": sum(section.count for section in sections),
        "late": late,
        "soon": soon,
        "takes_in": Role.WINDOW_CLERK in request.user.roles,
        "today": timezone.localdate(),
        "unannounced": _unannounced(timezone.localdate()),
    }
    return render(request, "desk/queue.html", context)


def _unannounced(today: date) -> int | None:
    """The year near at hand whose holidays nobody has entered (放假安排未录入)."""
    last = calendar_in_force().last_day
    return last.year + 1 if last < today + AHEAD else None


def _opened(request: SignedIn, wanted: str) -> HttpResponse:
    seen = StoredCase.objects.visible_to(request.user)
    row = seen.filter(number=wanted).first() or seen.ticketed(wanted).newest().first()
    if row is None and len(wanted) >= FEWEST_DIGITS:
        since = timezone.localdate() - RECENT
        row = seen.ending(wanted, request.user.county, since).first()
    if row is None:
        return render(request, "desk/not_found.html", {"wanted": wanted}, status=404)
    return redirect("desk:case", row.number)


def _sections(account: Account) -> Iterator[Section]:
    day = Day(timezone.localdate(), calendar_in_force())
    yield from _asked(account, day)
    for role, build in _BY_ROLE.items():
        if role in account.roles:
            yield from build(account, day)


def _asked(account: Account, day: Day) -> Iterator[Section]:
    """Extensions this account is asked to approve, whatever its post."""
    about = "提请您批准；批准以前期限照算，期满前不批准的不能再延长"
    found = StoredCase.objects.of(account.county).asked_of(account.get_username())
    yield from _if_any(_of_cases("待批准延期", about, found, "due_on", day))


def _window(account: Account, day: Day) -> Iterator[Section]:
    seen = StoredCase.objects.visible_to(account)
    registered = seen.queue_for(unit=account.unit, role=Role.WINDOW_CLERK)
    yield _of_cases(
        "待受理", "五日内决定是否受理，材料不齐的一次告知", registered, "answer_by", day
    )
    back = seen.filter(state=State.SUPPLEMENTING.value).open().order_by("supply_by", "id")
    wrong = seen.to_correct()
    yield _of_cases("待更正材料", "审查中退回，时限照算，请催申请人更正", wrong, "due_on", day)
    yield _of_cases("等待补正", "申请人补齐后重新起算", back, "supply_by", day)
    lapsed = seen.unsupplied(day.today)
    yield from _if_any(
        _of_cases("补正逾期", "期满没有补正的，退件或请申请人说明", lapsed, "supply_by", day)
    )
    lying = seen.untaken(day.today)
    yield from _if_any(
        _of_cases("即办件未当日受理", "即来即办，当日受理、当日办结", lying, "answer_by", day)
    )
    yield from _returning(seen, day)
    yield from _unchecked(seen, day)
    yield from _urged(seen.filter(state=State.REGISTERED.value), day)


def _returning(seen: CaseQuerySet, day: Day) -> Iterator[Section]:
    """What a colleague calls wrongly registered waits for somebody else's word."""
    about = "由提出人以外的窗口人员或大厅主管核对，受理期限照算"
    yield from _if_any(_of_cases("待确认退件", about, seen.returning(), "answer_by", day))


def _unchecked(seen: CaseQuerySet, day: Day) -> Iterator[Section]:
    """Renewals of which nobody knows when the old permit ends: silence may have renewed them by law."""
    about = "届满日只是申请人所填：核对以前不能确定期满是否视为准予延续"
    found = seen.unchecked_permits(day.today)
    yield from _if_any(_of_cases("原许可待核对", about, found, "claimed_until", day))


def _urged(seen: CaseQuerySet, day: Day) -> Iterator[Section]:
    """Where somebody asked for haste and nothing has happened since."""
    about = "申请人或主管催过，之后还没有办理"
    yield from _if_any(_of_cases("催办", about, seen.urged(), "due_on", day))


def _if_any(section: Section) -> Iterator[Section]:
    """What ought not to happen is shown only where it has."""
    if section.count:
        yield section


def _tasks(account: Account, day: Day) -> Iterator[Section]:
    role = _reviewer(account)
    mine = StoredTask.objects.of(account.county).queue_for(unit=account.unit, role=role)
    rows = [
        _waiting(task.case, task.name, task.key, task.due_on or task.case.due_on, day)
        for task in mine.select_related("case").defer("case__facts")[:SHOWN]
    ]
    yield Section("待审查环节", "按环节时限排序", rows, _count(mine), "没有等待审查的环节。")


def _to_decide(account: Account, day: Day) -> Iterator[Section]:
    role = _reviewer(account)
    waiting = StoredCase.objects.of(account.county).to_decide(account.unit, role)
    yield _of_cases("待决定", "各环节已办，等待决定", waiting, "due_on", day)


def _reviewer(account: Account) -> Role:
    """The wider of the two roles that examine."""
    chief = Role.CHIEF_REPRESENTATIVE
    return chief if chief in account.roles else Role.APPROVER


def _reviewing(account: Account, day: Day) -> Iterator[Section]:
    yield from _tasks(account, day)
    yield from _to_decide(account, day)
    seen = StoredCase.objects.visible_to(account)
    led = seen.led_by(account.unit)
    yield from _offered(account, day)
    yield from _specials(seen, day)
    yield from _if_any(
        _of_cases(
            "容缺逾期", "期满没有补齐，催补或终止", led.owing_since(day.today), "owed_by", day
        )
    )
    yield from _if_any(
        _of_cases("承诺待核查", "核查承诺是否属实", led.to_check(day.today), "check_by", day)
    )
    yield from _unchecked(seen.exclude(state=State.REGISTERED.value), day)
    yield from _urged(seen.exclude(state=State.REGISTERED.value), day)


def _offered(account: Account, day: Day) -> Iterator[Section]:
    """Cases another department would have this one decide; its chief representative answers."""
    if Role.CHIEF_REPRESENTATIVE in account.roles:
        about = "别的部门拟移交，接受以后由本部门决定"
        found = StoredCase.objects.of(account.county).offered_to(account.unit)
        yield from _if_any(_of_cases("待接受决定权", about, found, "due_on", day))


def _specials(seen: CaseQuerySet, day: Day) -> Iterator[Section]:
    """Special procedures that last longer than was told: the promised limit stands still meanwhile."""
    about = "超过告知申请人的时间，承诺时限还停着：请登记结果"
    found = seen.special_overdue(day.today)
    yield from _if_any(_of_cases("特别程序逾期", about, found, "special_by", day))


def _chief(account: Account, day: Day) -> Iterator[Section]:
    """The chief representative works both queues; one who also approves sees them once."""
    if Role.APPROVER not in account.roles:
        yield from _reviewing(account, day)


def _issuing(account: Account, day: Day) -> Iterator[Section]:
    seen = StoredCase.objects.visible_to(account)
    yield _of_cases("待出件", "自决定之日起十日内送达", seen.to_issue(), "serve_by", day)
    yield from _if_any(
        _of_cases("邮寄未签收", "查运单，签收后登记签收日期", seen.posted(), "serve_by", day)
    )
    yield from _if_any(
        _of_cases("待归档", "已经出件，材料齐全后归档", seen.to_archive(), "serve_by", day)
    )


_BY_ROLE: dict[Role, Callable[[Account, Day], Iterator[Section]]] = {
    Role.WINDOW_CLERK: _window,
    Role.APPROVER: _reviewing,
    Role.CHIEF_REPRESENTATIVE: _chief,
    Role.ISSUER: _issuing,
}


def _of_cases(
    title: str,
    about: str,
    found: QuerySet[StoredCase],
    column: str,
    day: Day,
) -> Section:
    rows = [
        _waiting(row, row.state, "", getattr(row, column), day)
        for row in found.defer("facts")[:SHOWN]
    ]
    return Section(title, about, rows, _count(found), f"没有{title}的办件。")


def _waiting(case: StoredCase, step: str, task: str, due: date | None, day: Day) -> Waiting:
    left = days_left(due, day.today, day.calendar)
    return Waiting(case, step, task, due, left, tone_of(left))


def _count(found: QuerySet[Any]) -> int:
    """Exact up to `MOST`: whoever has more at hand does not need the last digit."""
    return found.order_by()[:MOST].count()
