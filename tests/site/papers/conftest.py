"""A case of nobody's that walks through the core, its events stored, for the tests of this folder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from kaocheng.cases.records import Case
from kaocheng.hall.posts import Role
from kaocheng.kernel.clocks import SHANGHAI
from kaocheng.site.accounts.models import Account
from kaocheng.site.applicants.models import StoredApplicant
from kaocheng.site.applicants.services import register_applicant
from kaocheng.site.audit.services import append
from kaocheng.site.papers.models import StoredPaper
from kaocheng.site.papers.services import issue_papers
from tests.cases.walking import Walk, Who
from tests.site.applicants.conftest import citizen

AT = datetime(2026, 3, 2, 9, 0, tzinfo=SHANGHAI)
CODE = "7KQ4MX2PABCD"


@pytest.fixture
def person(db: None, county: str) -> StoredApplicant:
    """Who applies in these tests."""
    return register_applicant(
        county=county,
        kind="natural",
        name="申请人甲",
        id_kind="resident",
        id_number=citizen(1),
        at=AT,
    )


@pytest.fixture
def clerk(account_of: Callable[..., Account]) -> Account:
    """Who acts in these tests."""
    return account_of(Role.WINDOW_CLERK)


class StoredWalk(Walk):
    """A walk whose events are stored and whose papers are issued, as the service of the cases does it."""

    def __init__(self, applicant: StoredApplicant, clerk: Account, **more: Any) -> None:
        super().__init__(**more)
        self.applicant, self.clerk = applicant, clerk
        self.papers: list[StoredPaper] = []
        self._store()

    @property
    def own(self) -> Case:
        """The case, of this applicant."""
        return replace(self.case, applicant=self.applicant.number, county=self.applicant.county)

    def to(self, move: str, who: Who, **given: Any) -> StoredWalk:
        """Make a move, store it, issue its papers."""
        super().to(move, who, **given)
        self._store()
        return self

    def _store(self) -> None:
        event = self.events[-1]
        append(
            county=self.applicant.county, stream=f"case/{self.case.number}", kind=event.kind, facts=event.facts,
            actor=event.actor, role=event.role, at=event.at,
        )  # fmt: skip
        self.papers += issue_papers(
            case=self.own, version=self.version, event=event, calendar=self.calendar, code=CODE,
            by=self.clerk, at=event.at,
        )  # fmt: skip


@pytest.fixture
def walk(person: StoredApplicant, clerk: Account) -> StoredWalk:
    """A case that has just been registered."""
    return StoredWalk(person, clerk)
