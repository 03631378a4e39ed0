"""Rows of feedback (好差评): invitations, ratings, bad ratings, local rules, devices."""

from kaocheng.site.feedback.models.counts import StoredCount
from kaocheng.site.feedback.models.devices import StoredRatingDevice
from kaocheng.site.feedback.models.invitations import StoredInvitation
from kaocheng.site.feedback.models.localvalues import StoredLocalValue
from kaocheng.site.feedback.models.ratings import StoredRating
from kaocheng.site.feedback.models.tickets import StoredBadRating

__all__ = [
    "StoredBadRating",
    "StoredCount",
    "StoredInvitation",
    "StoredLocalValue",
    "StoredRating",
    "StoredRatingDevice",
]
