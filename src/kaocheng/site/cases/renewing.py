"""The permit to be renewed (原许可): compared with what this hall issued, where it did."""

from __future__ import annotations

from dataclasses import replace

from kaocheng.cases.intakes import Intake, no
from kaocheng.cases.records import Case
from kaocheng.cases.states import Verdict
from kaocheng.site.cases.models import StoredCase

_GRANTED = (Verdict.GRANTED.value, Verdict.RENEWED.value)
_MOST = 500
"""Decisions of one applicant that are looked through, the newest first."""


def compared(intake: Intake) -> Intake:
    """The intake with the case that issued the permit here; refuses a number or day that differs from it.

    A permit of another office, or one issued before this hall kept cases, is left to the clerk who sees the original.
    """
    if not intake.renewal_of:
        return intake
    issued = _issued(intake)
    if issued is None:
        return intake
    made = issued.outcome
    until = made.valid_until if made else None
    if issued.revoked_at is not None:
        raise no(
            "renewal", f"原许可 {intake.renewal_of} 已经撤销", "撤销的许可不能延续，按新申请办理"
        )
    if until is None:
        return intake
    if until != intake.expires_on:
        why = (
            f"原许可 {intake.renewal_of} 由本厅签发（办件 {issued.number}），"
            f"有效期至 {until}，与所填的 {intake.expires_on} 不同"
        )
        raise no("renewal", why, "请按证件上的届满日填写；证件有误的先办更正")
    return replace(intake, renewal_issue=issued.number)


def _issued(intake: Intake) -> Case | None:
    """The last case of this applicant that granted a permit of this number."""
    rows = StoredCase.objects.of(intake.county).filter(
        applicant=intake.applicant, verdict__in=_GRANTED
    )
    records = (row.record() for row in rows.newest()[:_MOST])
    return next(
        (r for r in records if r.outcome and r.outcome.certificate == intake.renewal_of), None
    )
