"""Paging (翻页) by the key of the last row, not by counting rows: page 900 costs what page 1 costs."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Model, Q, QuerySet
from django.http import HttpRequest

R = TypeVar("R", bound=Model)
SIZE = 50
MOST_COUNTED = 1_000
_AFTER, _BEFORE = "after", "before"


@dataclass(frozen=True, slots=True)
class Page(Generic[R]):
    """Some rows of a long list, addresses of the neighbours ("" at an end), and how many there are.

    `counted` is exact up to `MOST_COUNTED`; beyond, it is only said that there are more.
    """

    rows: Sequence[R]
    previous: str
    next: str
    counted: int

    def __iter__(self) -> Iterator[R]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def has_other_pages(self) -> bool:
        """Whether there is anywhere to turn to."""
        return bool(self.previous or self.next)

    @property
    def said(self) -> str:
        """How many there are, in words."""
        more = self.counted > MOST_COUNTED
        return f"超过 {MOST_COUNTED:,} 条，请用筛选缩小范围" if more else f"共 {self.counted:,} 条"


def page_of(
    queryset: QuerySet[R], request: HttpRequest, *, by: Sequence[str], size: int = SIZE
) -> Page[R]:
    """The page the request asks for (`after` or `before` in its query), ordered `by` these fields.

    `by` names columns (or columns of others, annotated) that are never null, "-" for falling order, and ends
    with a unique one; an index over them (after the county) makes every page as quick as the first.
    """
    backwards = _BEFORE in request.GET
    asked = _read(queryset, by, request.GET.get(_BEFORE if backwards else _AFTER, ""))
    ordered = queryset.order_by(*(_turned(by) if backwards else by))
    if asked:
        ordered = ordered.filter(_beyond(_turned(by) if backwards else by, asked))
    rows = list(ordered[: size + 1])
    more, rows = len(rows) > size, rows[:size]
    if backwards:
        rows.reverse()
    before = more if backwards else bool(asked)
    after = True if backwards and asked else more
    return Page(
        rows=rows,
        previous=_address(request, _BEFORE, rows[0], by) if rows and before else "",
        next=_address(request, _AFTER, rows[-1], by) if rows and after else "",
        counted=queryset.order_by()[: MOST_COUNTED + 1].count(),
    )


def _turned(by: Sequence[str]) -> list[str]:
    return [name[1:] if name.startswith("-") else f"-{name}" for name in by]


def _beyond(by: Sequence[str], values: Sequence[Any]) -> Q:
    """Rows that come after these values in this order."""
    names = [name.lstrip("-") for name in by]
    steps = ["lt" if name.startswith("-") else "gt" for name in by]
    found = Q()
    for at, (name, step, value) in enumerate(zip(names, steps, values, strict=True)):
        equal = {names[i]: values[i] for i in range(at)}
        found |= Q(**equal, **{f"{name}__{step}": value})
    # redundant, but lets the database enter its index at the right place
    return Q(**{f"{names[0]}__{steps[0]}e": values[0]}) & found


def _address(request: HttpRequest, way: str, row: Model, by: Sequence[str]) -> str:
    values = [getattr(row, name.lstrip("-")) for name in by]
    text = json.dumps(values, cls=_Exact, ensure_ascii=False, separators=(",", ":"))
    query = request.GET.copy()
    for old in (_AFTER, _BEFORE):
        query.pop(old, None)
    query[way] = base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")
    return f"?{query.urlencode()}"


class _Exact(DjangoJSONEncoder):
    """Times with all their microseconds: rounding would lose rows between two pages."""

    def default(self, o: Any) -> Any:
        return o.isoformat() if hasattr(o, "isoformat") else super().default(o)


def _read(queryset: QuerySet[R], by: Sequence[str], text: str) -> list[Any]:
    """The values of a key as the fields hold them; nothing for one that is not a key of this list."""
    try:
        values = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
        fields = [_field(queryset, name.lstrip("-")) for name in by]
        return [field.to_python(value) for field, value in zip(fields, values, strict=True)]
    except (ValueError, TypeError, binascii.Error, ValidationError):
        return []


def _field(queryset: QuerySet[R], name: str) -> Any:
    annotated = queryset.query.annotations.get(name)
    return queryset.model._meta.get_field(name) if annotated is None else annotated.output_field  # noqa: SLF001
