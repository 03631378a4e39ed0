"""What the tests of feedback share: somebody served, invitations, ratings, bad ratings."""

from __future__ import annotations

import pytest

from tests.site.conftest import AccountOf
from tests.site.feedback.factory import Feedback
from tests.site.hall.conftest import emptied_store

__all__ = ["emptied_store", "feedback"]


@pytest.fixture
def feedback(account_of: AccountOf, county: str) -> Feedback:
    """A clerk at window W1 of department D01, and the making of ratings around it."""
    return Feedback(county, account_of)
