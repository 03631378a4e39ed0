"""The figures of law (法定期限一览), open to the public: each value with its basis."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from kaocheng.law.figures import Dated, figure_names, standing_values
from kaocheng.site.law.services import own_values


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure as it stands today, with what it was before (一项法定数据)."""

    now: Dated
    before: tuple[Dated, ...]


def figures(request: HttpRequest) -> HttpResponse:
    """Every figure that stands today."""
    groups = groupby(_standing(), key=lambda shown: shown.now.group)
    found = [(name, list(shown)) for name, shown in groups]
    context = {"groups": [(name, shown, shown[0].now.local) for name, shown in found]}
    return render(request, "law/figures.html", context)


def _standing() -> Iterator[Shown]:
    today, own = timezone.localdate(), own_values(settings.COUNTY)
    for name in figure_names():
        bundled = [value for value in standing_values(name) if value.since <= today]
        set_here = [value for value in own if value.name == name and value.since <= today]
        if values := [*bundled, *set_here]:
            yield Shown(values[-1], tuple(values[:-1]))
