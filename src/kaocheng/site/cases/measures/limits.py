"""The limits cases are pinned to (办件所依据的时限): in working days, read from the versions' texts at once."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from kaocheng.cases.measures.particulars import workdays_of
from kaocheng.catalogue.encoding import decode
from kaocheng.catalogue.records import Limits
from kaocheng.site.catalogue.models import StoredVersion

Version = tuple[str, int, str]
"""An item, the number of a version of it, and the digest of its text."""
Workdays = tuple[int | None, int | None]
"""The promised and the statutory limit, None where it is not in working days."""
_KEPT: dict[str, Workdays] = {}
_MOST = 50_000


def limits_of(county: str, versions: Iterable[Version]) -> Mapping[Version, Workdays]:
    """The limits of these versions; one whose text is no longer there is left out.

    Text of the same digest is the same text, so what is kept is never out of date.
    """
    wanted = set(versions)
    if missing := {version for version in wanted if version[2] not in _KEPT}:
        _read(county, missing)
    return {version: _KEPT[version[2]] for version in wanted if version[2] in _KEPT}


def _read(county: str, versions: set[Version]) -> None:
    if len(_KEPT) > _MOST:
        _KEPT.clear()
    rows = StoredVersion.objects.filter(
        county=county,
        number__in={item for item, _, _ in versions},
        digest__in={digest for _, _, digest in versions},
    )
    for digest, text in rows.values_list("digest", "written__text").iterator():
        limits = decode(Limits, json.loads(text)["limits"])
        _KEPT[digest] = workdays_of(limits.promised), workdays_of(limits.statutory)
