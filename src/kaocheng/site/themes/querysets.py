"""Questions to themes and their cases (主题与联办件查询); every one names the county."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from kaocheng.catalogue.themes.records import ThemeState
from kaocheng.hall.posts import Role
from kaocheng.site.cases.models import StoredCase

if TYPE_CHECKING:
    from kaocheng.site.accounts.models import Account
    from kaocheng.site.themes.models import (  # noqa: F401  # named as text
        StoredTheme,
        StoredThemeCase,
    )


class ThemeQuerySet(models.QuerySet["StoredTheme"]):
    """Questions to themes (主题查询)."""

    def of(self, county: str) -> ThemeQuerySet:
        """Those of a county (本县)."""
        return self.filter(county=county)

    def online(self) -> ThemeQuerySet:
        """Those the public sees (已上线)."""
        return self.filter(state=ThemeState.ONLINE.value)


class ThemeCaseQuerySet(models.QuerySet["StoredThemeCase"]):
    """Questions to the cases of themes (联办件查询)."""

    def of(self, county: str) -> ThemeCaseQuerySet:
        """Those of a county (本县)."""
        return self.filter(county=county)

    def visible_to(self, account: Account) -> ThemeCaseQuerySet:
        """Those of which the account sees a case, and an applicant's own."""
        here = self.of(account.county)
        parents = StoredCase.objects.visible_to(account).exclude(parent="").values("parent")
        shown = Q(number__in=parents)
        if Role.APPLICANT in account.roles:
            own = StoredCase.objects.own_of(account)
            shown |= Q(number__in=own.exclude(parent="").values("parent"))
        return here.filter(shown)

    def open(self) -> ThemeCaseQuerySet:
        """Those not all of whose cases are over (在办)."""
        return self.filter(closed_at__isnull=True)
