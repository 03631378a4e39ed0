"""What pages about one case begin with (取办件): the case if this account may see it."""

from __future__ import annotations

from django.http import Http404

from kaocheng.catalogue.records import ItemVersion
from kaocheng.site.accounts.models import Account
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.catalogue.services import pinned_version

NO_CASE = "没有这个办件，或者它不在您的办理范围内。"


def seen_case(account: Account, number: str) -> StoredCase:
    """The case of this number, if the account may see it; otherwise there is none."""
    row: StoredCase | None = StoredCase.objects.visible_to(account).filter(number=number).first()
    if row is None:
        raise Http404(NO_CASE)
    return row


def version_of_case(row: StoredCase) -> ItemVersion:
    """The item version a case is pinned to."""
    return pinned_version(county=row.county, item=row.item, version=row.version)
