"""Letters of authority (委托书) as files: opened by both sides and by staff who may read the applicant."""

from __future__ import annotations

from typing import Any

from kaocheng.site.applicants.models import StoredApplicant
from kaocheng.site.base.files import Kind, Purpose
from kaocheng.site.base.models import StoredFile

PURPOSE = "mandate"


def may_open(file: StoredFile, account: Any) -> bool:
    """Who may open the applicant may open its letters; so may the agent."""
    if not account.is_authenticated:
        return False
    rows = StoredApplicant.objects.visible_to(account)
    return rows.filter(number=file.subject).exists()


LETTER = Purpose(
    PURPOSE, "委托书", may_open=may_open, kinds=frozenset({Kind.PDF, Kind.PNG, Kind.JPEG})
)
