"""Changing keys (更换密钥): everything sealed under an older key is sealed under the current one."""

from __future__ import annotations

from django.db import transaction

from kaocheng.site.applicants.models import StoredApplicant
from kaocheng.site.applicants.sealing import digest, is_current, seal, unseal

_FIELDS = ("id", "phone", "address", "representative")
_AT_ONCE = 500


def reseal_applicants(*, county: str) -> int:
    """Seal and digest every row of a county anew that is not under the current key; how many were.

    Rows are taken some at a time, so that the site goes on working; an interrupted run is simply begun again.
    """
    done, last = 0, 0
    while True:
        with transaction.atomic():
            rows = list(
                StoredApplicant.objects.of(county)
                .filter(pk__gt=last)
                .order_by("pk")
                .select_for_update()[:_AT_ONCE]
            )
            stale = [row for row in rows if not _is_fresh(row)]
            for row in stale:
                _reseal(row)
        if not rows:
            return done
        done, last = done + len(stale), rows[-1].pk


def _is_fresh(row: StoredApplicant) -> bool:
    return all(is_current(getattr(row, f"{field}_sealed")) for field in _FIELDS)


def _reseal(row: StoredApplicant) -> None:
    for field in _FIELDS:
        place = row.place(field)
        words = unseal(getattr(row, f"{field}_sealed"), place)
        setattr(row, f"{field}_sealed", seal(words, place))
        if field == "id":
            row.id_digest = digest(words, row.id_kind)
        elif field == "phone":
            row.phone_digest = digest(words, "phone")
    row.save()
