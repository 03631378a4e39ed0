"""Applying through the API (接口申办): the same case the page makes, all of it or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from kaocheng.catalogue.records import ItemVersion
from kaocheng.catalogue.situations import open_questions, valid_answers
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.models import Account
from kaocheng.site.api.services.uploads import hand_over, with_files
from kaocheng.site.applicants.models import StoredApplicant
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.catalogue.services import version_in_force
from kaocheng.site.portal.applying import apply_online


@transaction.atomic
def apply_for(
    *,
    item: str,
    situations: Sequence[str],
    received: Sequence[dict[str, Any]],
    by: Account,
    at: datetime,
    **more: Any,
) -> StoredCase:
    """Open a case of the account's own applicant with the files it has sent ahead."""
    applicant = applicant_of(by)
    version = version_in_force(county=by.county, item=item, on=timezone.localdate(at))
    _check_answers(version, situations)
    rows = with_files(received, by)
    case = apply_online(
        item=item, applicant=applicant, situations=situations, received=rows, by=by, at=at, **more
    )
    hand_over(rows, case=case.number, by=by)
    return case


def applicant_of(account: Account) -> StoredApplicant:
    """The applicant an account is; refused before it has said who it is."""
    found = StoredApplicant.objects.of(account.county).filter(account=account).first()
    if found is None:
        raise Refusal("api.scope", "这个账号还没有登记申请人信息。", "请先在网上大厅完成实名登记。")
    return found


def _check_answers(version: ItemVersion, chosen: Sequence[str]) -> None:
    """Every question that is asked has one answer, and no answer is to a question that is not asked."""
    if missing := open_questions(version, chosen):
        asked = "；".join(
            f"{question.text}（{'、'.join(f'{a.key} {a.answer}' for a in question.answers)}）"
            for question in missing
        )
        raise Refusal(
            "case.situation", f"还有情形没有选择：{asked}", "请在 situations 里写上标识。"
        )
    if strange := sorted(set(chosen) - valid_answers(version, chosen)):
        raise Refusal(
            "case.situation",
            f"情形“{'、'.join(strange)[:200]}”没有问到，或者同一问题选了两个。",
            "请核对事项的情形。",
        )
