"""What came of a case, for the applicant (办理结果): verdict, licence, how the result is or was handed over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kaocheng.cases.moves import moves
from kaocheng.cases.opening import OPENING
from kaocheng.cases.records import Case, Delivery, Outcome
from kaocheng.cases.states import State, Verdict
from kaocheng.kernel.clocks import local_day
from kaocheng.kernel.dates import official_date
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.cases.services import events_of
from kaocheng.site.hall.models import StoredWindow

_TOLD = {
    "tell_not_needed": ("reason",),
    "refuse_authority": ("reason", "right_body"),
    "refuse_incomplete": ("reason", "remedies"),
    "lapse_supplement": ("reason",),
    "return_case": ("ground", "reason"),
    "confirm_return": ("ground", "reason"),
    "withdraw": ("reason",),
    "request_correction": ("reason",),
    "begin_special": ("special", "reason"),
    "end_special": ("result",),
    "extend": ("reason",),
    "lapse_owed": ("reason",),
    "deny": ("reasons", "remedies"),
    "grant": ("reasons",),
    "rectify": ("reason",),
    "revoke": ("reason",),
}
"""What of a step is said to the applicant; the rest is between offices."""
_INSIDE = frozenset(
    {
        "claim_task", "transfer", "offer_decision", "take_decision", "decline_decision", "ask_return",
        "ask_extension", "refuse_extension", "keep_case", "invite_rating", "archive", "hand_over", "check_promise",
    }
)  # fmt: skip
"""Steps within the hall that are no news to the applicant."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A name and a value (一项)."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Passed:
    """A step as the applicant sees it (经过): when, what, and what was said about it."""

    on: date
    title: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """The outcome (办理结果): the verdict, and whether it is a good one; facts; where to collect it."""

    verdict: str
    good: bool
    facts: tuple[Fact, ...]
    collect: tuple[str, ...] = ()


def outcome_of(case: Case, row: StoredCase, *, own: bool) -> Told | None:
    """What was decided and what becomes of it; None while nothing is.

    The reasons only to the applicant who has signed in: a receipt may lie about.
    """
    if case.outcome is None:
        return None
    revoked = case.state is State.REVOKED
    word = f"{case.outcome.verdict}（已撤销）" if revoked else case.outcome.verdict.value
    good = case.outcome.verdict is not Verdict.DENIED and not revoked
    waits = case.state in (State.DECIDED, State.CLOSED) and case.delivery is None
    facts = (*_decided(case.outcome, own=own), *_delivered(case.delivery))
    return Told(word, good, facts, tuple(collecting(row)) if waits else ())


def _decided(outcome: Outcome, *, own: bool) -> Iterator[Fact]:
    yield Fact("决定日期", official_date(local_day(outcome.at)))
    if outcome.certificate:
        yield Fact("证照或批文编号", outcome.certificate)
    if outcome.valid_until:
        yield Fact("有效期至", official_date(outcome.valid_until))
    if own and outcome.reasons:
        yield Fact("理由和说明", outcome.reasons)
    if own and outcome.remedies:
        yield Fact("不服的，可以", outcome.remedies)


def _delivered(delivery: Delivery | None) -> Iterator[Fact]:
    if delivery is None:
        return
    yield Fact(
        "送达方式",
        {"现场": "现场领取", "邮寄": "邮寄", "电子": "电子送达"}.get(delivery.mode, delivery.mode),
    )
    if delivery.waybill:
        yield Fact("运单号", delivery.waybill)
    yield Fact("送出日期", official_date(local_day(delivery.at)))
    if delivery.served_at:
        yield Fact("送达日期", official_date(local_day(delivery.served_at)))


def collecting(row: StoredCase) -> Iterator[str]:
    """The windows where results are handed out: of the hall that took the case in, or of every hall."""
    windows = StoredWindow.objects.filter(
        county=row.county, kind="issuing", spells__until__isnull=True
    )
    if row.hall:
        windows = windows.filter(hall__number=row.hall)
    for window in windows.select_related("hall").order_by("hall__number", "number"):
        yield f"{window.hall.name}（{window.hall.address}）{window.name}"


def passed_of(row: StoredCase, *, own: bool) -> list[Passed]:
    """What happened to the case, the latest first; what was said only to the applicant himself."""
    titles = {OPENING: "提交申请"} | {key: move.asked for key, move in moves().items()}
    found = [
        Passed(
            event.at.date(),
            titles.get(event.kind, event.kind),
            tuple(
                str(event.facts[name])
                for name in (_TOLD.get(event.kind, ()) if own else ())
                if event.facts.get(name)
            ),
        )
        for event in events_of(county=row.county, number=row.number)
        if event.kind not in _INSIDE
    ]
    return found[::-1]
