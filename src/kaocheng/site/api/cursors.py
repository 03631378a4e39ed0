"""Pages of lists (分页): the cursor is the signed key of the last row; page 900 costs what page 1 costs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.core import signing
from django.db.models import Q, QuerySet

from kaocheng.kernel.refusing import Refusal

USUAL, MOST = 20, 100
"""Rows of a page where nothing is asked for, and at most (每页条数)."""


def page_of(
    rows: QuerySet[Any], *, name: str, by: Sequence[str], cursor: str, limit: int
) -> tuple[list[Any], str]:
    """The rows after the cursor and the cursor of the next page, "" at the end.

    `by` names columns that are never null, "-" for falling order, and ends with a unique one. A cursor is good
    for the list of its `name` only and cannot be made by hand.
    """
    ordered = rows.order_by(*by)
    if cursor:
        ordered = ordered.filter(_beyond(by, _opened(cursor, name, rows, by)))
    found = list(ordered[: limit + 1])
    more = len(found) > limit
    found = found[:limit]
    return found, _sealed(found[-1], name, by) if more else ""


def _beyond(by: Sequence[str], values: Sequence[Any]) -> Q:
    """Rows that come after these values in this order."""
    names = [one.lstrip("-") for one in by]
    steps = ["lt" if one.startswith("-") else "gt" for one in by]
    found = Q()
    for at, (column, step) in enumerate(zip(names, steps, strict=True)):
        equal = dict(zip(names[:at], values[:at], strict=True))
        found |= Q(**equal, **{f"{column}__{step}": values[at]})
    # redundant, but lets the database enter its index at the right place
    return Q(**{f"{names[0]}__{steps[0]}e": values[0]}) & found


def _sealed(row: Any, name: str, by: Sequence[str]) -> str:
    values = [getattr(row, column.lstrip("-")) for column in by]
    plain = [value.isoformat() if hasattr(value, "isoformat") else value for value in values]
    return signing.dumps(plain, salt=_salt(name))


def _opened(cursor: str, name: str, rows: QuerySet[Any], by: Sequence[str]) -> list[Any]:
    fields = [rows.model._meta.get_field(column.lstrip("-")) for column in by]  # noqa: SLF001  # Django's own way
    read: list[Callable[[Any], Any]] = [field.to_python for field in fields]
    try:
        values = signing.loads(cursor, salt=_salt(name))
        return [turn(value) for turn, value in zip(read, values, strict=True)]
    except (signing.BadSignature, ValueError) as fault:
        raise Refusal(
            "api.cursor", "翻页标记不对。", "请用上一页给出的 next，并保持筛选不变。"
        ) from fault


def _salt(name: str) -> str:
    return f"kaocheng.api.{name}"
