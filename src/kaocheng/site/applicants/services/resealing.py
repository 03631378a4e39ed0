"""Changing keys (更换密钥): everything sealed under an older key is sealed under the current one."""

from __future__ import annotations

from kaocheng.site.applicants.models import StoredApplicant
from kaocheng.site.applicants.rekeying import resealed
from kaocheng.site.applicants.sealing import digest, seal, unseal

_FIELDS = ("id", "phone", "address", "representative")


def reseal_applicants(*, county: str) -> int:
    """Seal and digest every row of a county anew that is not under the current key; how many were."""
    columns = tuple(f"{field}_sealed" for field in _FIELDS)
    return resealed(StoredApplicant.objects.of(county), columns, _reseal)


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
