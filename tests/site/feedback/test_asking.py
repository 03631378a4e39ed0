"""What other apps learn of a case's ratings: who may see the level sees it, the person rated never."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kaocheng.feedback.levels import Level
from kaocheng.feedback.records import Invited
from kaocheng.hall.posts import Role
from kaocheng.site.accounts.models import Account
from kaocheng.site.applicants.models import StoredApplicant
from kaocheng.site.applicants.services import link_account
from kaocheng.site.feedback.services import expire_invitations, for_case, open_invitations
from tests.site.feedback.factory import MONDAY, Feedback

pytestmark = pytest.mark.django_db


def test_the_level_is_shown_to_those_who_may_see_it(feedback: Feedback) -> None:
    """Supervisor and own department; not the clerk rated, not an approver, not nobody."""
    feedback.rated(Level.DISSATISFIED, case="C7")
    told = {
        role: for_case(county=feedback.county, case="C7", account=feedback.person(role))[0].level
        for role in (Role.HALL_SUPERVISOR, Role.DEPARTMENT_MANAGER, Role.APPROVER)
    }
    assert {
        Role.HALL_SUPERVISOR: Level.DISSATISFIED,
        Role.DEPARTMENT_MANAGER: Level.DISSATISFIED,
        Role.APPROVER: None,
    } == told
    for account in (feedback.clerk, None):
        (only,) = for_case(county=feedback.county, case="C7", account=account)
        assert (Invited.RATED, None) == (only.state, only.level)


def test_the_applicant_sees_the_own_rating(feedback: Feedback) -> None:
    """And no other applicant's; an account that only says it is this applicant sees none."""
    applicant = feedback.applicant()
    own, stranger = feedback.person(Role.APPLICANT), feedback.account_of(Role.APPLICANT)
    link_account(county=feedback.county, number=applicant.number, account=own, at=MONDAY)
    feedback.rated(Level.SATISFIED, case="C7", rater=applicant.number)

    def seen(account: Account) -> Level | None:
        return for_case(county=feedback.county, case="C7", account=account)[0].level

    assert (None, None) == (seen(own), seen(stranger))
    StoredApplicant.objects.filter(account=own).update(verified_at=MONDAY)
    assert (Level.SATISFIED, None) == (seen(own), seen(stranger))


def test_what_is_still_to_be_rated(feedback: Feedback) -> None:
    """Open and not run out."""
    invitation = feedback.invite(case="C7")
    feedback.rated(case="C7", service="出件")
    assert (invitation,) == open_invitations(county=feedback.county, case="C7", at=MONDAY)
    assert () == open_invitations(county=feedback.county, case="C7", at=MONDAY + timedelta(days=31))


def test_a_default_rating_gives_way_in_what_is_told(feedback: Feedback) -> None:
    """The default is told as default."""
    feedback.switch("default_rating", "是")
    feedback.invite(case="C7")
    expire_invitations(county=feedback.county, at=MONDAY + timedelta(days=8))
    supervisor = feedback.person(Role.HALL_SUPERVISOR)
    (only,) = for_case(county=feedback.county, case="C7", account=supervisor)
    assert ("默认", Level.FAIRLY_SATISFIED, Invited.OPEN) == (only.origin, only.level, only.state)
