"""Applicants of nobody's numbers for the tests of this folder."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from kaocheng.kernel.idnumbers import check_digit
from kaocheng.site.applicants.models import StoredApplicant
from kaocheng.site.applicants.services import register_applicant

AT = datetime(2026, 9, 1, 2, 0, tzinfo=UTC)


def citizen(order: int = 0, place: str = "510904") -> str:
    """A made-up identity number."""
    first = f"{place}19900101{order:03d}"
    return first + check_digit(first)


@pytest.fixture
def applicant(db: None, county: str) -> Callable[..., StoredApplicant]:
    """Register somebody: `applicant(order=3, name="申请人乙")`."""

    def make(order: int = 1, name: str = "申请人甲", **more: str) -> StoredApplicant:
        return register_applicant(
            county=county,
            kind="natural",
            name=name,
            id_kind="resident",
            id_number=citizen(order),
            phone=more.pop("phone", f"1380000{order:04d}"),
            at=AT,
            **more,
        )

    return make
