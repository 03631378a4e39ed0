"""Changing keys (更换密钥): the words of papers sealed under the current key; their digests stay."""

from __future__ import annotations

from kaocheng.site.applicants.rekeying import resealed
from kaocheng.site.applicants.sealing import seal, unseal
from kaocheng.site.papers.models import StoredPaper


def reseal_papers(*, county: str) -> int:
    """Seal the words of every paper of a county anew that is not under the current key; how many were."""
    return resealed(StoredPaper.objects.of(county), ("words",), _reseal)


def _reseal(row: StoredPaper) -> None:
    row.words = seal(unseal(row.words, row.place), row.place)
    row.save(update_fields=["words"])
