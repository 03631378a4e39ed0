"""Everybody is invited to rate (应邀尽邀): when a case ends, whatever came of it, without anybody's doing.

国办发〔2019〕51号 asks for every item, every applicant and every channel; were the invitation a clerk's to
give, whoever is displeased could be left out. What the pages miss, the round catches.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from kaocheng.cases.moves import BY_LAW, moves
from kaocheng.cases.states import Channel, State, Verdict
from kaocheng.feedback.channels import WHOLE_CASE, RatingChannel
from kaocheng.feedback.records import Invited
from kaocheng.kernel.clocks import local_day
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.models import Account
from kaocheng.site.audit.models import StoredEvent
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.cases.services import make_move
from kaocheng.site.feedback.models import StoredInvitation
from kaocheng.site.feedback.services import invite_rating, push_rating, rules_on
from kaocheng.site.papers.models import StoredCursor

ENDED = frozenset(set(State) - {
    State.REGISTERED, State.SUPPLEMENTING, State.EXAMINING, State.DECIDING, State.DECIDED,
})  # fmt: skip
"""States in which the applicant knows what came of it (已有结果)."""
ONLINE = (Channel.ONLINE, Channel.MOBILE)
SERVICES = {
    "accept": "受理",
    "notify_supplement": "受理",
    "supply": "补正",
    "answer_correction": "更正",
    "pay_owed": "补齐",
    "deliver": "出件",
}
"""The service each step at a window is, to be rated by itself (评价的服务环节)."""
_MOVE = "invite_rating"
_CURSOR = "invitations"
_AT_ONCE = 2000
_SLOWEST = timedelta(minutes=10)
"""Longer than any transaction lasts: events younger than this are looked at again, for one may yet appear."""


def invite_after(
    *, row: StoredCase, at: datetime, by: Account | None = None
) -> StoredInvitation | None:
    """Invite the applicant of a case that has its outcome, once; None for one that has not.

    `by` is who has just made the step: stood the applicant at his window, its device shows the invitation.
    """
    window = _met_at(row, by) if by is not None else ""
    if not has_outcome(row):
        _invite_step(row, window, by, at)
        return None
    held = invitation_of(row)
    if held is None:
        if _long_ago(row, at):
            return None
        held = _invited(row, at)
    if by is not None and window:
        push_at_window(invitation=held, window=window, by=by, at=at)
    if held.state == Invited.RATED:
        _invite_step(row, window, by, at)
    _note(row, held, at)
    return held


def _invite_step(row: StoredCase, window: str, by: Account | None, at: datetime) -> None:
    """Have the service just given at a window rated by itself (现场一次一评): once a case and service.

    While the whole case waits to be rated the device asks for that; it does not ask for two things at once.
    """
    service = SERVICES.get(row.last_move)
    if by is None or not window or service is None:
        return
    with suppress(Refusal):  # rated already, or run out
        invite_rating(
            county=row.county, case=row.number, service=service,
            channel=RatingChannel.WINDOW_DEVICE, window=window, rated=by, unit=row.unit,
            item=row.item, subject=row.item_name, rater=row.applicant, closed_at=row.moved_at,
            role=BY_LAW, at=at,
        )  # fmt: skip


def has_outcome(row: StoredCase) -> bool:
    """Whether the applicant knows what came of it: ended, or refused though not yet closed."""
    return row.state in ENDED or row.verdict == Verdict.DENIED


def invitation_of(row: StoredCase) -> StoredInvitation | None:
    """The invitation to rate the whole case, None before there is one."""
    held = StoredInvitation.objects.of(row.county).filter(case=row.number, occasion=WHOLE_CASE)
    found: StoredInvitation | None = held.first()
    return found


def push_at_window(*, invitation: StoredInvitation, window: str, by: Account, at: datetime) -> None:
    """Show it on the device of a window; what has been rated or has run out stays as it is."""
    try:
        push_rating(invitation=invitation, window=window, by=by, at=at)
    except Refusal:
        return


def window_of(account: Account) -> str:
    """The window somebody sits at today, "" for none."""
    held = account.posts.held_on(timezone.localdate()).exclude(window="")
    return str(held.values_list("window", flat=True).first() or "")


@dataclass(frozen=True, slots=True)
class Round:
    """What one round has looked at and done (本轮)."""

    invited: int
    seen: int


def invite_recent(*, county: str, at: datetime, limit: int = _AT_ONCE) -> Round:
    """Invite to rate whatever ended since the last round and was not invited yet."""
    cursor, _ = StoredCursor.objects.get_or_create(county=county, name=_CURSOR)
    rows = StoredEvent.objects.filter(county=county, pk__gt=cursor.last).order_by("pk")
    found = list(rows.values_list("pk", "stream", "at")[:limit])
    cases = {s.removeprefix("case/") for _, s, _ in found if s.startswith("case/")}
    invited = sum(_invited_once(row, at) for row in _waiting(county, cases))
    settled = [pk for pk, _, when in found if when < at - _SLOWEST]
    if settled:
        StoredCursor.objects.filter(pk=cursor.pk, last=cursor.last).update(last=settled[-1])
    return Round(invited, len(found))


def _waiting(county: str, numbers: set[str]) -> list[StoredCase]:
    """Those of these cases that have their outcome and no invitation."""
    asked = StoredInvitation.objects.of(county).filter(case__in=numbers, occasion=WHOLE_CASE)
    left = numbers - set(asked.values_list("case", flat=True))
    return [
        row for row in StoredCase.objects.of(county).filter(number__in=left) if has_outcome(row)
    ]


def _invited_once(row: StoredCase, at: datetime) -> int:
    try:
        return int(invite_after(row=row, at=at) is not None)
    except Refusal:  # somebody else has, at the same moment
        return 0


def _long_ago(row: StoredCase, at: datetime) -> bool:
    """Whether an invitation given when the case ended would have run out by now."""
    days = rules_on(row.county, local_day(at)).count("token_days")
    return _known_since(row, at) <= at - timedelta(days=days)


def _known_since(row: StoredCase, at: datetime) -> datetime:
    """When the applicant came to know what came of it."""
    return row.closed_at or row.ended_at or row.decided_at or at


def _invited(row: StoredCase, at: datetime) -> StoredInvitation:
    served = _served_by(row)
    online = row.channel in ONLINE
    return invite_rating(
        county=row.county,
        case=row.number,
        service=WHOLE_CASE,
        channel=RatingChannel.ONLINE if online else RatingChannel.QR_CODE,
        window=row.window,
        rated=served,
        unit=row.unit,
        item=row.item,
        subject=row.item_name,
        rater=row.applicant,
        closed_at=_known_since(row, at),
        role=BY_LAW,
        at=at,
    )


def _note(row: StoredCase, invitation: StoredInvitation, at: datetime) -> None:
    """Note the invitation in the case, where its state takes such a note."""
    if State(row.state) not in moves()[_MOVE].sources or row.record().rating:
        return
    try:
        with transaction.atomic():
            make_move(
                county=row.county, number=row.number, move=_MOVE,
                given={"rating": invitation.number}, by=None, role=BY_LAW, at=max(at, row.moved_at),
            )  # fmt: skip
    except (
        Refusal
    ):  # noted by somebody else, or moved on meanwhile: the invitation stands all the same
        return


def _served_by(row: StoredCase) -> Account | None:
    """Who took the case in, the face the applicant knows; else who ended it, if that was staff."""
    for name in (row.accepted_by, row.moved_by):
        found: Account | None = Account.objects.filter(county=row.county, username=name).first()
        if found is not None:
            return found
    return None


def _met_at(row: StoredCase, by: Account) -> str:
    """The window at which the applicant stood when the last step was made, "" where nobody stood."""
    move = moves().get(row.last_move)
    if (
        move is None
        or not move.contact
        or row.channel in ONLINE
        or row.moved_by != by.get_username()
    ):
        return ""
    return window_of(by)
