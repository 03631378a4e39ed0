"""Sealing rows anew (换钥): whatever table holds sealed text, some rows at a time, begun again where it stopped."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from django.db import models, transaction

from kaocheng.site.applicants.sealing import is_current

_Row = TypeVar("_Row", bound=models.Model)
_AT_ONCE = 500


def resealed(
    rows: models.QuerySet[_Row], fields: tuple[str, ...], reseal: Callable[[_Row], None]
) -> int:
    """Give every row with a token of an older key to `reseal`, which saves it; how many there were.

    Rows are locked some at a time, so that the site goes on working.
    """
    done, last = 0, 0
    while True:
        with transaction.atomic():
            found = list(rows.filter(pk__gt=last).order_by("pk").select_for_update()[:_AT_ONCE])
            stale = [row for row in found if not _is_fresh(row, fields)]
            for row in stale:
                reseal(row)
        if not found:
            return done
        done, last = done + len(stale), found[-1].pk


def _is_fresh(row: Any, fields: tuple[str, ...]) -> bool:
    return all(is_current(getattr(row, field)) for field in fields)
