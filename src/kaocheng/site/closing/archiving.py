"""The archive of a case that is over (归档): sealed, and noted in the case with its hash."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from kaocheng.hall.posts import Role
from kaocheng.site.accounts.models import Account
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.cases.services import make_move
from kaocheng.site.catalogue.services import pinned_version
from kaocheng.site.papers.models import StoredArchive
from kaocheng.site.papers.services import seal_archive


@transaction.atomic
def archive(*, row: StoredCase, by: Account, role: Role, at: datetime) -> StoredArchive:
    """Seal the archive of a case that is over, and note its number and hash in the case."""
    version = pinned_version(county=row.county, item=row.item, version=row.version)
    sealed = seal_archive(case=row.record(), version=version, by=by, role=role, at=at)
    make_move(
        county=row.county, number=row.number, move="archive",
        given={"archive": sealed.number, "digest": sealed.digest}, by=by, role=role, at=at,
        expected_serial=row.serial,
    )  # fmt: skip
    return sealed
