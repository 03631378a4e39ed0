"""When an open case is late (在办件超期条件): by each of its clocks, as conditions lists and counts share."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.db.models import Exists, OuterRef, Q

from kaocheng.cases.states import State
from kaocheng.catalogue.records import PERMIT
from kaocheng.kernel.clocks import SHANGHAI
from kaocheng.site.catalogue.models import StoredVersion
from kaocheng.site.law.services import calendar_in_force


def of_permits() -> Exists:
    """Whether the version a case is pinned to is one of a 行政许可."""
    pinned = StoredVersion.objects.filter(
        county=OuterRef("county"), number=OuterRef("item"), version=OuterRef("version"), kind=PERMIT
    )
    return Exists(pinned)


def past_promise(on: date) -> Q:
    """The promised limit has passed (承诺超期)."""
    return Q(due_on__lt=on)


def past_law(on: date) -> Q:
    """The statutory limit has passed (法定超期)."""
    return Q(legal_due_on__lt=on)


def past_special(on: date) -> Q:
    """A special procedure lasts longer than the applicant was told (特别程序逾期未结束)."""
    return Q(special_by__lt=on)


def silent(on: date) -> Q:
    """A 行政许可 whose applicant was told nothing in time (逾期未告知, 行政许可法第三十二条)."""
    return Q(answer_by__lt=on) & Q(told_at__isnull=True) & Q(of_permits())


def unanswered(on: date) -> Q:
    """Supplemented, and neither accepted nor refused in time (补正后逾期未决定是否受理)."""
    return Q(answer_by__lt=on) & Q(told_at__isnull=False)


def not_on_spot(day: date) -> Q:
    """A 即办件 accepted before that day (即办件未当日办结)."""
    return Q(immediate=True, accepted_at__lt=datetime.combine(day, time.min, SHANGHAI))


def untaken(day: date) -> Q:
    """A 即办件 handed in on an earlier working day and still only registered (即办件未当日受理).

    What came in on a day off is due on the working day after it.
    """
    calendar, last = calendar_in_force(), day - timedelta(days=1)
    while not calendar.is_workday(last):
        last -= timedelta(days=1)
    over = datetime.combine(last + timedelta(days=1), time.min, SHANGHAI)
    return Q(immediate=True, state=State.REGISTERED.value, received_at__lt=over)
