"""Questions to the cases (办件查询): who may see which, what is late, what waits for whom."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import FilteredRelation, Q

from kaocheng.cases.states import State, TaskState
from kaocheng.hall.posts import Role
from kaocheng.kernel.clocks import SHANGHAI
from kaocheng.site.cases.reach import reach_of

if TYPE_CHECKING:
    from kaocheng.site.accounts.models import Account
    from kaocheng.site.cases.models import StoredCase, StoredTask  # noqa: F401  # named as text

_AT_HAND = (TaskState.OPEN.value, TaskState.PAUSED.value)


class CaseQuerySet(models.QuerySet["StoredCase"]):
    """Questions to the cases of one county; every one names the county."""

    def of(self, county: str) -> CaseQuerySet:
        """Those of a county (本县)."""
        return self.filter(county=county)

    def visible_to(self, account: Account) -> CaseQuerySet:
        """What an account may see: the county's, its hall's, its department's, or its own."""
        here, reach = self.of(account.county), reach_of(account)
        if reach is None:
            return here
        own = Q(parts__county=account.county, parts__unit=account.unit)
        return here.annotate(part=FilteredRelation("parts", condition=own)).filter(reach)

    def open(self) -> CaseQuerySet:
        """Those somebody still owes an outcome (在办)."""
        return self.filter(ended_at__isnull=True)

    def timed(self) -> CaseQuerySet:
        """Those with a clock that may still run (有时限在走): open, to be served, owed, to be checked."""
        return self.filter(
            Q(ended_at__isnull=True)
            | Q(state=State.CLOSED.value)
            | Q(owed_by__isnull=False)
            | Q(check_by__isnull=False)
        )

    def owing_since(self, on: date) -> CaseQuerySet:
        """Those whose deferred material did not come in time (容缺逾期), the longest first."""
        return self.filter(owed_by__lt=on).order_by("owed_by", "id")

    def to_check(self, on: date) -> CaseQuerySet:
        """Those whose promise should have been checked by this day (承诺待核查)."""
        return self.filter(check_by__lte=on).order_by("check_by", "id")

    def overdue(self, on: date) -> CaseQuerySet:
        """Open ones whose promised limit has passed (承诺超期), the latest first."""
        return self.open().filter(due_on__lt=on).order_by("due_on", "id")

    def due_between(self, first: date, last: date) -> CaseQuerySet:
        """Open ones that fall due from – until, both included (将到期)."""
        return self.open().filter(due_on__range=(first, last)).order_by("due_on", "id")

    def not_on_spot(self, day: date) -> CaseQuerySet:
        """即办件 accepted before that day and still open (即办件未当日办结)."""
        begun = datetime.combine(day, time.min, SHANGHAI)
        return (
            self.open().filter(immediate=True, accepted_at__lt=begun).order_by("accepted_at", "id")
        )

    def silent_since(self, on: date) -> CaseQuerySet:
        """Registered ones whose applicant was told nothing in time (逾期未告知)."""
        late = self.open().filter(answer_by__lt=on, told_at__isnull=True)
        return late.order_by("answer_by", "id")

    def renewals_expired(self, on: date) -> CaseQuerySet:
        """Renewals not decided when the licence expired (延续逾期未决定)."""
        late = self.open().filter(renews_after__lt=on).exclude(state=State.DECIDED.value)
        return late.order_by("renews_after", "id")

    def to_decide(self, unit: str, role: str) -> CaseQuerySet:
        """Those that wait for a decision of this department (待决定), the most urgent first."""
        waiting = self.filter(state=State.DECIDING.value, decider_unit=unit)
        if role != Role.CHIEF_REPRESENTATIVE:
            waiting = waiting.filter(decider_role=role)
        return waiting.order_by("due_on", "id")

    def to_issue(self) -> CaseQuerySet:
        """Decided and closed ones whose result has not been handed out (待出件)."""
        waiting = self.filter(state__in=(State.DECIDED.value, State.CLOSED.value))
        return waiting.order_by("serve_by", "id")

    def queue_for(self, *, unit: str, role: str) -> CaseQuerySet:
        """What waits for somebody of this department in this role (待办): whole cases, not their tasks."""
        if role == Role.WINDOW_CLERK:
            return self.filter(state=State.REGISTERED.value, ended_at__isnull=True).order_by(
                "answer_by", "id"
            )
        if role == Role.ISSUER:
            return self.to_issue()
        return self.to_decide(unit, role)

    def newest(self) -> CaseQuerySet:
        """The latest first."""
        return self.order_by("-received_at", "-id")


class TaskQuerySet(models.QuerySet["StoredTask"]):
    """Questions to the tasks of one county."""

    def of(self, county: str) -> TaskQuerySet:
        """Those of a county (本县)."""
        return self.filter(county=county)

    def queue_for(self, *, unit: str, role: str) -> TaskQuerySet:
        """What is at hand for this department in this role (待办环节), the most urgent first."""
        waiting = self.filter(state__in=_AT_HAND, unit=unit)
        if role != Role.CHIEF_REPRESENTATIVE:
            waiting = waiting.filter(role=role)
        return waiting.order_by("due_on", "id")

    def overdue(self, on: date) -> TaskQuerySet:
        """Those at hand whose own limit has passed (环节超期)."""
        return self.filter(state__in=_AT_HAND, due_on__lt=on).order_by("due_on", "id")
