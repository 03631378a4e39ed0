"""Letters of authority (委托书) as files: opened by both sides and by staff who may read the applicant."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils import timezone

from kaocheng.site.accounts.models import Account
from kaocheng.site.applicants.models import StoredApplicant, StoredMandate
from kaocheng.site.audit.services import log_read
from kaocheng.site.base.files import Kind, Purpose
from kaocheng.site.base.models import StoredFile

PURPOSE = "mandate"


def may_open(file: StoredFile, account: Any) -> bool:
    """Who may open the applicant may open its letters; so may the agent."""
    if not account.is_authenticated:
        return False
    rows = StoredApplicant.objects.visible_to(account)
    return rows.filter(number=file.subject).exists()


def note(file: StoredFile, account: Account) -> None:
    """A member of staff who opens a letter is logged; the two sides are not."""
    row = StoredApplicant.objects.of(account.county).get(number=file.subject)
    sides = row.mandates.filter(paper=file.number, agent__account=account)
    if row.account_id != account.pk and not sides.exists():
        log_read(
            account=account, subject=f"applicant/{row.number}", purpose=f"打开委托书“{file.name}”",
            at=timezone.now(),
        )  # fmt: skip


def refers(county: str, files: Sequence[StoredFile]) -> set[str]:
    """Those a mandate rests on, also one that has ended."""
    rows = StoredMandate.objects.filter(county=county, paper__in=[file.number for file in files])
    return set(rows.values_list("paper", flat=True))


LETTER = Purpose(
    PURPOSE,
    "委托书",
    may_open=may_open,
    kinds=frozenset({Kind.PDF, Kind.PNG, Kind.JPEG}),
    note=note,
    refers=refers,
)
