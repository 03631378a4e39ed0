"""Opening a theme's cases (一件事登记): one application, one number above, a case for each item of the first stage."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from kaocheng.cases.states import Channel
from kaocheng.catalogue.themes.planning import Plan, plan_cases
from kaocheng.hall.posts import Role
from kaocheng.kernel.events.canonical import canonical
from kaocheng.kernel.refusing import Refusal
from kaocheng.kernel.workdays import Unannounced
from kaocheng.site.accounts.models import Account
from kaocheng.site.applicants.sealing import seal
from kaocheng.site.audit.services import append
from kaocheng.site.cases.services.numbering import next_number
from kaocheng.site.law.services import calendar_in_force
from kaocheng.site.themes.models import StoredTheme, StoredThemeCase
from kaocheng.site.themes.services.advancing import Acting, open_ready
from kaocheng.site.themes.services.compiling import compiled_theme
from kaocheng.site.themes.services.handing import Handed, kept_set, planned


def open_theme_case(
    *,
    county: str,
    theme: str,
    applicant: str,
    channel: Channel | str,
    by: Account,
    role: Role | str,
    at: datetime,
    chosen: Collection[str] = (),
    answers: Mapping[str, Collection[str]] | None = None,
    values: Mapping[str, str] | None = None,
    handed: Handed | None = None,
    window: str = "",
) -> StoredThemeCase:
    """Register one application for everything a theme holds.

    `chosen` are the optional items asked for, `answers` the answers to each item's questions, `values` the one
    form, `handed` the one set of materials by their merged names. Cases of the first stage are opened at
    once, side by side; `advance_theme_case` opens the others when those they wait for are closed.
    """
    row = _online(county, theme)
    today = timezone.localdate(at)
    compiled = compiled_theme(county=county, theme=row.record(), on=today, chosen=chosen)
    plan = plan_cases(compiled, answers)
    with transaction.atomic():
        whole = StoredThemeCase(
            county=county, number=f"{next_number(county, today)}Y", theme=row.number,
            theme_name=row.name, theme_serial=row.serial, applicant=applicant, channel=str(channel),
            window=window, days=plan.days, due_on=_due(today, plan.days), opened_at=at,
            opened_by=by.get_username(),
        )  # fmt: skip
        one_set = kept_set(handed or {}, number=whole.number, by=by, at=at)
        whole.plan = json.dumps(planned(plan, one_set), ensure_ascii=False)
        whole.values = seal(canonical(dict(values or {})), whole.place)
        whole.save(force_insert=True)
        _tell(whole, plan, Acting(by, str(role), at))
        open_ready(whole, Acting(by, str(role), at))
        return whole


def _online(county: str, theme: str) -> StoredTheme:
    row = StoredTheme.objects.of(county).online().filter(number=theme).first()
    if row is None:
        raise Refusal(
            "theme.offline", "这个“一件事”没有上线，不能申请。", "请从“一件事”列表里选择。"
        )
    return row


def _tell(whole: StoredThemeCase, plan: Plan, acting: Acting) -> None:
    append(
        county=whole.county, stream=f"theme_case/{whole.number}", kind="theme_case.opened",
        facts={"theme": whole.theme, "serial": whole.theme_serial, "days": plan.days,
               "items": [case.item for case in plan.cases]},
        actor=acting.by, role=acting.role, at=acting.at,
    )  # fmt: skip


def _due(today: date, days: int) -> date | None:
    """The joint limit as a day, None where the calendar of that year is not announced."""
    try:
        return calendar_in_force().due(today, days)
    except Unannounced:
        return None
