"""Questions to papers and archives (文书、档案查询); every one names the county."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self, TypeVar

from django.db import models

from kaocheng.site.papers.reach import reach_of

if TYPE_CHECKING:
    from kaocheng.site.accounts.models import Account
    from kaocheng.site.papers.models import (  # noqa: F401  # named as text
        StoredArchive,
        StoredPaper,
    )


_Row = TypeVar("_Row", bound=models.Model)


class DossierQuerySet(models.QuerySet[_Row]):
    """What papers and archives are both asked."""

    def of(self, county: str) -> Self:
        """Those of a county (本县)."""
        return self.filter(county=county)

    def of_case(self, county: str, case: str) -> Self:
        """Those of a case (本办件)."""
        return self.filter(county=county, case=case)

    def visible_to(self, account: Account) -> Self:
        """What an account may see."""
        return self.of(account.county).filter(reach_of(account))


class PaperQuerySet(DossierQuerySet["StoredPaper"]):
    """Questions to papers (文书查询)."""

    def standing(self) -> Self:
        """Those no correction has taken the place of (现行版)."""
        return self.filter(superseded=False)

    def newest(self) -> Self:
        """The latest first."""
        return self.order_by("-issued_at", "-id")


class ArchiveQuerySet(DossierQuerySet["StoredArchive"]):
    """Questions to archives (档案查询)."""

    def newest(self) -> Self:
        """The latest first."""
        return self.order_by("-sealed_at", "-id")
