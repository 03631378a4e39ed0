"""Questions to the catalogue (事项查询); every one of them begins with a county."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Case, IntegerField, Q, Value, When

from kaocheng.catalogue.states import Standing, State
from kaocheng.hall.posts import Role
from kaocheng.site.accounts.models import Account

if TYPE_CHECKING:
    from kaocheng.site.catalogue.models import StoredItem, StoredVersion  # noqa: F401  # named as text

MOST_WORDS = 6
"""Of a search; more are left out."""


class ItemQuerySet(models.QuerySet["StoredItem"]):
    """Questions to the items (事项查询); every one of them begins with a county."""

    def visible_to(self, account: Account) -> ItemQuerySet:
        """What this account manages: the whole catalogue, or what its department holds or may claim."""
        here = self.filter(county=account.county)
        if Role.CATALOGUE_MANAGER in account.roles:
            return here
        if Role.DEPARTMENT_MANAGER in account.roles:
            return here.filter(Q(unit=account.unit) | Q(state=State.UNASSIGNED))
        return self.none()

    def searched(self, text: str) -> ItemQuerySet:
        """Those whose name or number holds every word."""
        found = self
        for word in text.split()[:MOST_WORDS]:
            found = found.filter(Q(name__contains=word) | Q(number__icontains=word))
        return found


class VersionQuerySet(models.QuerySet["StoredVersion"]):
    """Questions to the versions (版本查询); every one of them begins with a county."""

    def of(self, county: str, item: str) -> VersionQuerySet:
        """The versions of one item, newest first."""
        return (
            self.filter(county=county, number=item).order_by("-version").select_related("written")
        )

    def published(self) -> VersionQuerySet:
        """Those that were published, whatever their dates."""
        return self.filter(standing=Standing.PUBLISHED)

    def in_force(self, on: date) -> VersionQuerySet:
        """Those that apply on a day."""
        return (
            self.published()
            .filter(valid_from__lte=on)
            .filter(Q(valid_to__isnull=True) | Q(valid_to__gte=on))
        )

    def searched(self, text: str) -> VersionQuerySet:
        """Those whose name, keywords, themes, results or codes hold every word of the text."""
        found = self
        for word in text.lower().split()[:MOST_WORDS]:
            found = found.filter(search__contains=word)
        return found

    def nearest(self, text: str) -> VersionQuerySet:
        """The same, those first whose name is or holds the text."""
        words = text.split()
        if not words:
            return self.order_by("number")
        first = words[0]
        rank = Case(
            When(name__startswith=first, then=Value(0)),
            When(name__contains=first, then=Value(1)),
            default=Value(2),
            output_field=IntegerField(),
        )
        return self.annotate(rank=rank).order_by("rank", "number")

    def for_applicant(self, code: str) -> VersionQuerySet:
        """Those a kind of applicant may ask for."""
        return self.filter(applicants__contains=f"|{code}|")

    def on_theme(self, theme: str) -> VersionQuerySet:
        """Those of a theme of life."""
        return self.filter(themes__contains=f"|{theme}|")

    def of_department(self, code: str) -> VersionQuerySet:
        """Those a department answers for or handles."""
        return self.filter(Q(body=code) | Q(handling_body=code))

    def handled(self, way: str) -> VersionQuerySet:
        """Those that can be done online, without a visit, or on the spot; all for any other word."""
        wanted = {
            "online": Q(online=True),
            "zero": Q(max_visits=0),
            "immediate": Q(immediate=True),
        }.get(way)
        return self.filter(wanted) if wanted else self
