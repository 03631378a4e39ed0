"""Questions to the cases (办件查询): who may see which, what is late, what waits for whom."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, FilteredRelation, Q

from kaocheng.cases.states import OPEN, State, TaskState
from kaocheng.hall.posts import Role
from kaocheng.site.cases import lateness
from kaocheng.site.cases.reach import only_by_department, own_cases, reach_of

if TYPE_CHECKING:
    from kaocheng.site.accounts.models import Account
    from kaocheng.site.cases.models import StoredCase, StoredTask  # noqa: F401  # named as text

# SQLite enters a partial index only where the question repeats its condition; "in" it never recognises
AT_HAND = Q(state=TaskState.OPEN.value) | Q(state=TaskState.PAUSED.value)
"""Steps somebody has at hand (待办环节)."""
LONGEST_NUMBER = 40
"""Digits of the longest case number (办件编号)."""
OF_PART = ("state", "channel", "received_at", "accepted_at", "closed_at", "case_id")
"""What a part repeats of its case, for lists (部门参与所载办件要素)."""
URGE = "urge"
"""The move by which somebody asks for haste (催办)."""
TO_ISSUE = Q(state=State.DECIDED.value) | Q(state=State.CLOSED.value)
"""Cases whose result has not been handed out (待出件)."""


class CaseQuerySet(models.QuerySet["StoredCase"]):
    """Questions to the cases of one county; every one names the county.

    `parted` names the county and the department beside whose part each case stands (see `with_part`), if any.
    """

    parted: tuple[str, str] | None = None

    def _clone(self) -> CaseQuerySet:
        made: CaseQuerySet = super()._clone()  # type: ignore[misc]  # Django's, without a declared type
        made.parted = self.parted
        return made

    def of(self, county: str) -> CaseQuerySet:
        """Those of a county (本县)."""
        return self.filter(county=county)

    def visible_to(self, account: Account) -> CaseQuerySet:
        """What an account may see: the county's, its hall's, its department's, or its own."""
        here, reach = self.of(account.county), reach_of(account)
        if reach is None:
            return here
        if only_by_department(account):
            return here.with_part(account.county, account.unit)
        own = Q(parts__county=account.county, parts__unit=account.unit)
        return here.annotate(own_part=FilteredRelation("parts", condition=own)).filter(reach)

    def own_of(self, account: Account) -> CaseQuerySet:
        """Those of the applicant this account is, and of those it may act for (本人及代办)."""
        return self.of(account.county).filter(own_cases(account))

    def with_part(self, county: str, unit: str) -> CaseQuerySet:
        """Those a department has a part in (部门参与), each with `part_state` … of its part.

        A list that narrows and orders by these walks one index; by columns of the case it would walk the cases of
        all departments until it has met enough.
        """
        columns = {f"part_{name}": F(f"parts__{name}") for name in OF_PART}
        # the columns are those of the one part asked for: Django names them by the join it has made
        here = self.filter(parts__county=county, parts__unit=unit)
        found: CaseQuerySet = here.annotate(**columns)
        found.parted = (county, unit)
        return found

    def numbered(self, first: str) -> CaseQuerySet:
        """Those whose number begins so (编号开头); case numbers are digits only."""
        if not first.isdecimal():
            return self.none()
        return self.filter(number__range=(first, first.ljust(LONGEST_NUMBER, "9")))

    def ticketed(self, ticket: str) -> CaseQuerySet:
        """Those opened from a ticket (号票); most cases of a county have none."""
        return self.filter(ticket=ticket).exclude(ticket="")

    def ending(self, last: str, county: str, since: date) -> CaseQuerySet:
        """Those of a county numbered since a day whose number ends so (编号末几位), the newest first."""
        recent = self.filter(number__gte=f"{county}{since:%Y%m%d}", number__endswith=last)
        return recent.order_by("-number")

    def column(self, name: str) -> str:
        """The column of this name that an index has in order: the part's, where the cases stand beside a part."""
        of_part = {"id": "case_id"}.get(name, name)
        return f"part_{of_part}" if self.parted and of_part in OF_PART else name

    def open(self) -> CaseQuerySet:
        """Those somebody still owes an outcome (在办)."""
        found = self.filter(ended_at__isnull=True)
        # says nothing new, but an index of the part's states holds the few that are open
        return found.filter(Q(part_state__in=[s.value for s in OPEN])) if self.parted else found

    def timed(self) -> CaseQuerySet:
        """Those with a clock that may still run (有时限在走): open, to be served, owed, to be checked."""
        return self.filter(
            Q(ended_at__isnull=True)
            | Q(state=State.CLOSED.value)
            | Q(owed_by__isnull=False)
            | Q(check_by__isnull=False)
            | Q(serve_by__isnull=False)
        )

    def owing_since(self, on: date) -> CaseQuerySet:
        """Those whose deferred material did not come in time (容缺逾期), the longest first."""
        return self.filter(owed_by__lt=on).order_by("owed_by", "id")

    def to_check(self, on: date) -> CaseQuerySet:
        """Those whose promise should have been checked by this day (承诺待核查)."""
        return self.filter(check_by__lte=on).order_by("check_by", "id")

    def overdue(self, on: date) -> CaseQuerySet:
        """Open ones whose promised limit has passed (承诺超期), the latest first."""
        return self.open().filter(lateness.past_promise(on)).order_by("due_on", "id")

    def legally_overdue(self, on: date) -> CaseQuerySet:
        """Open ones whose statutory limit has passed (法定超期), the latest first."""
        return self.open().filter(lateness.past_law(on)).order_by("legal_due_on", "id")

    def special_overdue(self, on: date) -> CaseQuerySet:
        """Open ones with a special procedure past the day told (特别程序逾期未结束), the longest first."""
        return self.open().filter(lateness.past_special(on)).order_by("special_by", "id")

    def returning(self) -> CaseQuerySet:
        """Those that somebody calls wrongly registered (登记有误待确认退件), the oldest first."""
        return self.filter(returning=True).order_by("received_at", "id")

    def offered_to(self, unit: str) -> CaseQuerySet:
        """Those whose decision is offered to this department (待接受决定权)."""
        return self.filter(offered_to=unit).exclude(offered_to="").order_by("due_on", "id")

    def asked_of(self, account: str) -> CaseQuerySet:
        """Those whose extension this account is asked to approve (待批准延期), the most urgent first."""
        return self.filter(asked_of=account).exclude(asked_of="").order_by("due_on", "id")

    def led_by(self, unit: str) -> CaseQuerySet:
        """Those this department has in hand as a whole, or decides (牵头或决定)."""
        return self.filter(Q(unit=unit) | Q(decider_unit=unit))

    def unserved(self, on: date) -> CaseQuerySet:
        """Decided ones whose result has not reached the applicant in time (送达超期), the latest first."""
        return self.filter(serve_by__lt=on).order_by("serve_by", "id")

    def posted(self) -> CaseQuerySet:
        """Those sent by post and not signed for (邮寄未签收), the longest first."""
        sent = self.filter(serve_by__isnull=False, state=State.DELIVERED.value)
        return sent.order_by("serve_by", "id")

    def unsupplied(self, on: date) -> CaseQuerySet:
        """Those whose applicant let the day for supplying pass (补正逾期), the longest first."""
        return self.filter(supply_by__lt=on).order_by("supply_by", "id")

    def unanswered(self, on: date) -> CaseQuerySet:
        """Registered ones, supplemented, that nobody has accepted or refused in time (补正后逾期未决定是否受理)."""
        return self.open().filter(lateness.unanswered(on)).order_by("answer_by", "id")

    def urged(self) -> CaseQuerySet:
        """Those where nothing has happened since somebody asked for haste (催办未办), the longest first."""
        return self.filter(last_move=URGE).order_by("moved_at", "id")

    def to_archive(self) -> CaseQuerySet:
        """Those handed out and not archived (待归档), the oldest first."""
        done = self.filter(state=State.DELIVERED.value, serve_by__isnull=True)
        return done.order_by("received_at", "id")

    def not_on_spot(self, day: date) -> CaseQuerySet:
        """即办件 accepted before that day and still open (即办件未当日办结)."""
        return self.open().filter(lateness.not_on_spot(day)).order_by("accepted_at", "id")

    def untaken(self, day: date) -> CaseQuerySet:
        """即办件 of an earlier working day that are still only registered (即办件未当日受理)."""
        return self.open().filter(lateness.untaken(day)).order_by("received_at", "id")

    def silent_since(self, on: date) -> CaseQuerySet:
        """Registered 行政许可 whose applicant was told nothing in time (逾期未告知, 行政许可法第三十二条)."""
        return self.open().filter(lateness.silent(on)).order_by("answer_by", "id")

    def renewals_expired(self, on: date) -> CaseQuerySet:
        """Renewals of 行政许可 not decided when it expired (延续逾期未决定, 行政许可法第五十条)."""
        late = (
            self.open()
            .filter(lateness.of_permits(), renews_after__lt=on)
            .exclude(state=State.DECIDED.value)
        )
        return late.order_by("renews_after", "id")

    def unchecked_permits(self, on: date) -> CaseQuerySet:
        """Renewals whose old permit nobody has compared (原许可未核对): accepted already, or past the stated day."""
        stated = self.open().filter(lateness.of_permits(), claimed_until__isnull=False)
        due = stated.filter(Q(claimed_until__lt=on) | Q(accepted_at__isnull=False))
        return due.exclude(state=State.DECIDED.value).order_by("claimed_until", "id")

    def to_correct(self) -> CaseQuerySet:
        """Those that wait for materials the applicant has to correct (待更正材料), the most urgent first."""
        return self.filter(correcting=True).order_by("due_on", "id")

    def to_decide(self, unit: str, role: str) -> CaseQuerySet:
        """Those that wait for a decision of this department (待决定), the most urgent first."""
        waiting = self.filter(state=State.DECIDING.value, decider_unit=unit)
        if role != Role.CHIEF_REPRESENTATIVE:
            waiting = waiting.filter(decider_role=role)
        return waiting.order_by("due_on", "id")

    def to_issue(self) -> CaseQuerySet:
        """Decided and closed ones whose result has not been handed out (待出件)."""
        return self.filter(TO_ISSUE).order_by("serve_by", "id")

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

    def at_hand(self) -> TaskQuerySet:
        """Those somebody has at hand (待办)."""
        return self.filter(AT_HAND)

    def queue_for(self, *, unit: str, role: str) -> TaskQuerySet:
        """What is at hand for this department in this role (待办环节), the most urgent first."""
        waiting = self.filter(AT_HAND, unit=unit)
        if role != Role.CHIEF_REPRESENTATIVE:
            waiting = waiting.filter(role=role)
        return waiting.order_by("due_on", "id")

    def overdue(self, on: date) -> TaskQuerySet:
        """Those at hand whose own limit has passed (环节超期)."""
        return self.at_hand().filter(due_on__lt=on).order_by("due_on", "id")
