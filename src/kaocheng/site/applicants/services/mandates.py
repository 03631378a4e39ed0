"""Mandates (委托): an agent (代办人) acts for an applicant under a 委托书, until it ends or is revoked."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.models import Account
from kaocheng.site.applicants.models import StoredApplicant, StoredMandate
from kaocheng.site.applicants.services.reading import applicant_of
from kaocheng.site.applicants.services.registering import new_number
from kaocheng.site.applicants.services.telling import Acting, tell


def grant_mandate(
    *,
    county: str,
    principal: str,
    agent: str,
    paper: str,
    since: date,
    at: datetime,
    by: Account,
    role: str,
    until: date | None = None,
    scope: str = "",
    powers: str = "",
) -> StoredMandate:
    """Note a mandate; `paper` is the number of the file that holds the 委托书, without which it is refused."""
    if principal == agent:
        raise Refusal("mandate.self", "不能委托自己代办。", "请填写受托人。")
    if not paper:
        raise Refusal("mandate.paper", "没有委托书。", "请先上传经委托人签字（盖章）的委托书。")
    if until is not None and until < since:
        raise Refusal("mandate.dates", "委托的截止日早于开始日。", "请改正日期。")
    with transaction.atomic():
        stood_for = _principal(county, principal)
        row = StoredMandate(
            county=county,
            number=new_number(county, "W"),
            principal=stood_for,
            agent=applicant_of(county=county, number=agent),
            scope=scope,
            paper=paper,
            since=since,
            until=until,
            granted_at=at,
        )
        row.powers = powers or row.powers
        row.save(force_insert=True)
        acting = Acting(by, role, at)
        tell(stood_for, "mandate.granted", acting, mandate=row.number, agent=agent, scope=scope)
        return row


def _principal(county: str, number: str) -> StoredApplicant:
    """Who is to be stood for: nobody an account merely says it is."""
    found = applicant_of(county=county, number=number)
    if found.claimed:
        raise Refusal(
            "mandate.unproven", "委托人的身份还没有核验。", "请先持证件原件到窗口核验身份。"
        )
    return found


def revoke_mandate(
    *, county: str, number: str, at: datetime, by: Account, role: str
) -> StoredMandate:
    """End a mandate from now on; what was done under it stands."""
    with transaction.atomic():
        row = (
            StoredMandate.objects.select_for_update()
            .select_related("principal")
            .get(county=county, number=number)
        )
        if row.revoked_at is None:
            row.revoked_at = at
            row.save(update_fields=["revoked_at"])
            tell(row.principal, "mandate.revoked", Acting(by, role, at), mandate=number)
        return row


def mandate_in_force(
    *, county: str, principal: str, agent: str, on: date, scope: str = ""
) -> StoredMandate | None:
    """The mandate under which this agent may act for that applicant on this day, None without one."""
    held = StoredMandate.objects.in_force(on).filter(
        county=county,
        principal__number=principal,
        agent__number=agent,
        scope__in=("", scope),
    )
    return held.order_by("-scope", "number").first()
