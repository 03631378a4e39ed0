"""Changing keys (更换密钥): the forms of theme cases sealed under the current key."""

from __future__ import annotations

from kaocheng.site.applicants.rekeying import resealed
from kaocheng.site.applicants.sealing import seal, unseal
from kaocheng.site.themes.models import StoredThemeCase


def reseal_forms(*, county: str) -> int:
    """Seal the form of every theme case of a county anew that is not under the current key; how many were."""
    return resealed(StoredThemeCase.objects.of(county), ("values",), _reseal)


def _reseal(row: StoredThemeCase) -> None:
    row.values = seal(unseal(row.values, row.place), row.place)
    row.save(update_fields=["values"])
